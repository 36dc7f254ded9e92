import { type Calendar, calendarOf } from './calendar.ts';
import { COMPANY } from './company.ts';
import type { Person } from './people.ts';
import type { Places, Space } from './places.ts';
import type { Random } from './random.ts';

/** A booking of the demo; references are positions in the lists of the company, times epoch milliseconds. */
export type DemoBooking = {
  space: number;
  person: number;
  start: number;
  end: number;
  allDay: boolean;
  name: string;
  people: number;
  private: boolean;
  guests: string[];
  /** The position of its series. */
  series?: number;
  state: 'booked' | 'checked_in' | 'checked_out' | 'cancelled' | 'released';
  awaiting: boolean;
  /** When it was written, and when it was last touched; never later than now. */
  created: number;
  updated: number;
};
/** `start` as the clocks of the site say it. */
export type DemoSeries = { rule: string; start: string; timeZone: string };

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Days before and after today that are filled. */
const AROUND = 14;
const topics = [
  'Sprint planning',
  'Design review',
  'Budget round',
  'Supplier call',
  'Calibration results',
  'Interview',
  'Project kick-off',
  'Customer visit',
  'Retrospective',
  'Quarterly review',
  'Safety briefing',
  'Workshop',
  'One to one',
  'Tender meeting',
  'Onboarding',
  'Firmware demo',
];
const weekly = ['Team meeting', 'Management round', 'Release meeting'];
const days = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const twice = (value: number) => String(value).padStart(2, '0');
const clock = (minute: number) => `${twice(Math.floor(minute / 60))}:${twice(minute % 60)}:00`;

type Slot = { minute: number; length: number };

/** How a kind of space is used on a workday: when, and for how long, in minutes of the clock. */
function slotsOf(random: Random, { kind }: Space): Slot[] {
  if (kind === 'parking') return random.chance(0.4) ? [{ minute: 0, length: 1440 }] : [];
  if (kind === 'desk') {
    if (!random.chance(0.6)) return [];
    return [
      random.pick([
        { minute: 540, length: 480 },
        { minute: 510, length: 240 },
        { minute: 780, length: 240 },
      ]),
    ];
  }
  const slots: Slot[] = [];
  const lengths = kind === 'booth' ? [30, 30, 60] : [30, 60, 60, 90, 120];
  const gaps = kind === 'booth' ? [60, 90, 180, 240] : [0, 30, 60, 60, 90, 150];
  for (let at = 540 + random.pick(gaps); at < 1020; at += random.pick(gaps)) {
    const length = random.pick(lengths);
    slots.push({ minute: at, length });
    at += length;
  }
  return slots;
}

/**
 * What is booked two weeks back and two weeks ahead: desks, rooms, booths and bays, some of it every week, some of it
 * private. What is over was mostly checked in to; some were cancelled, some never came.
 */
export function makeBookings(random: Random, places: Places, people: readonly Person[], now: number) {
  const today = Math.floor(now / DAY) * DAY;
  const calendar: Calendar = calendarOf(
    today,
    places.sites.map(({ timeZone }) => timeZone),
  );
  const staff = places.sites.map((_, site) => [...people.keys()].filter((one) => people[one]!.site === site));
  const series: DemoSeries[] = [];
  const bookings: DemoBooking[] = [];
  const employee = people.findIndex(({ post }) => post === 'employee');

  const personAt = (site: number) =>
    people[employee]?.site === site && random.chance(0.04) ? employee : random.pick(staff[site]!);
  function stateOf(start: number, end: number): DemoBooking['state'] {
    if (random.chance(0.03)) return 'cancelled';
    if (start > now) return 'booked';
    if (end > now) return random.chance(0.75) ? 'checked_in' : 'booked';
    return random.weighted([
      ['checked_out', 6],
      ['checked_in', 2],
      ['released', 1],
    ]);
  }
  function add(space: number, site: number, day: number, slot: Slot, said: Partial<DemoBooking>) {
    const { kind, capacity } = places.spaces[space]!;
    const start = calendar.at(site, { day, minute: slot.minute });
    const end = calendar.at(site, { day, minute: slot.minute + slot.length });
    const state = stateOf(start, end);
    const created = Math.min(start, now) - random.int(2, 9 * 24) * 60 * MINUTE;
    const meets = kind === 'meeting';
    const touched = state === 'checked_out' ? end : state === 'checked_in' ? start : created;
    bookings.push({
      space,
      person: personAt(site),
      start,
      end,
      allDay: slot.length === 1440,
      name: meets ? random.pick(topics) : '',
      people: meets ? random.int(2, Math.max(2, capacity)) : 1,
      private: random.chance(0.08),
      guests: meets && random.chance(0.15) ? ['guest@northquay.example'] : [],
      state,
      awaiting: meets && capacity >= 20 && state === 'booked' && start > now && random.chance(0.05),
      created,
      updated: Math.min(touched, now),
      ...said,
    });
  }
  /** The first hour of one weekday belongs to a team; what else is booked begins later. */
  function addSeries(space: number, site: number, weekday: number, slot: Slot, name: string) {
    const dates: number[] = [];
    for (let day = -AROUND; day <= AROUND; day++) if (calendar.weekday(day) === weekday) dates.push(day);
    const first = new Date(today + dates[0]! * DAY).toISOString().slice(0, 10);
    series.push({
      rule: `FREQ=WEEKLY;BYDAY=${days[weekday]};COUNT=${dates.length}`,
      start: `${first}T${clock(slot.minute)}`,
      timeZone: places.sites[site]?.timeZone ?? COMPANY.timeZone,
    });
    const person = personAt(site);
    const people = Math.max(2, places.spaces[space]!.capacity - 1);
    const said = { name, person, people, private: false, series: series.length - 1 };
    for (const day of dates) add(space, site, day, slot, said);
  }

  for (const [space, { floor, kind, reservable }] of places.spaces.entries()) {
    if (!reservable) continue;
    const { site } = places.floors[floor]!;
    const team = kind === 'meeting' && random.chance(0.4) ? random.int(1, 5) : undefined;
    if (team) addSeries(space, site, team, { minute: 480, length: 60 }, random.pick(weekly));
    for (let day = -AROUND; day <= AROUND; day++) {
      // The further ahead, the less is booked yet.
      if (!calendar.isWorkday(day) || (day > 4 && random.chance(day / 25))) continue;
      for (const slot of slotsOf(random, places.spaces[space]!)) add(space, site, day, slot, {});
    }
  }
  return { bookings, series };
}
