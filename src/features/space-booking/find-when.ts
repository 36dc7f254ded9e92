import { dayOf, formatIso, startOfDay } from '#src/lib/dates.ts';
import type { Slot } from './api.ts';
import type { FindSearch } from './find-search.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The server lets a booking begin so long ago: people sit down first and book then. */
const GRACE = 15 * MINUTE;
const STEP = 5 * MINUTE;
const OFFICE = { from: '09:00', to: '17:00' };
const AFTERNOON = { from: '13:00', to: '17:00' };

/** The time that is searched, as instants and as the clocks of the building show it. */
export type Chosen = Slot & {
  date: string;
  from: string;
  to: string;
  allDay: boolean;
  /** The clock's `to` is that of the next day. */
  overnight: boolean;
  /** Why nobody can book it. */
  problem?: 'past' | 'no-length';
};
type Clock = Pick<FindSearch, 'date' | 'from' | 'to' | 'allDay'>;

const wallAt = (ms: number, zone: string) => formatIso(ms, zone).slice(0, 16);
const timeAt = (ms: number, zone: string) => wallAt(ms, zone).slice(11);
const floored = (ms: number) => Math.floor(ms / STEP) * STEP;
export const dayAfter = (day: string, days = 1) =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** The moment of a clock's time (14:05) on a day. What the clocks skip comes later; of what they show twice, the first. */
export function instantOf(day: string, time: string, zone: string): number {
  const wall = `${day}T${time}`;
  const even = Date.parse(`${wall}Z`);
  const shifted = (near: number) => even - (Date.parse(`${wallAt(near, zone)}Z`) - near);
  const [before, after] = [shifted(even - DAY), shifted(even + DAY)];
  const found = [before, after].filter((ms) => wallAt(ms, zone) === wall);
  return found.length > 0 ? Math.min(...found) : before;
}

/** What the address means now, in the zone of the building. */
export function chosenTime({ date, from, to, allDay }: Clock, zone: string, now: number): Chosen {
  const today = dayOf(now, zone);
  const day = date ?? today;
  if (allDay) {
    const [startDate, endDate] = [startOfDay(day, zone), startOfDay(dayAfter(day), zone)];
    const over = endDate <= now && ({ problem: 'past' } as const);
    return { date: day, ...OFFICE, allDay, overnight: false, startDate, endDate, ...over };
  }
  if ((from === undefined || to === undefined) && day === today) {
    const startDate = floored(now);
    const endDate = startDate + HOUR;
    return {
      ...{ date: day, allDay: false, startDate, endDate },
      ...{ from: timeAt(startDate, zone), to: timeAt(endDate, zone) },
      overnight: dayOf(endDate, zone) !== day,
    };
  }
  const clock = from === undefined || to === undefined ? OFFICE : { from, to };
  const overnight = clock.to < clock.from;
  const startDate = instantOf(day, clock.from, zone);
  const endDate = instantOf(overnight ? dayAfter(day) : day, clock.to, zone);
  const problem = endDate <= startDate ? 'no-length' : startDate < now - GRACE ? 'past' : undefined;
  return { date: day, ...clock, allDay: false, overnight, startDate, endDate, ...(problem && { problem }) };
}

export type Quick = 'now' | 'afternoon' | 'tomorrow' | 'all-day';

/** The times one tap away; this afternoon is gone in the evening. `day`: the one that is looked at. */
export function quickTimes(zone: string, now: number, day: string | undefined): [Quick, Clock][] {
  const today = dayOf(now, zone);
  const time = timeAt(floored(now), zone);
  const begins = time > AFTERNOON.from ? time : AFTERNOON.from;
  const lasts = timeAt(floored(now) + HOUR / 2, zone);
  const afternoon = time < AFTERNOON.to && lasts <= AFTERNOON.to;
  return [
    ['now', {}],
    ...(afternoon ? [['afternoon', { date: today, from: begins, to: AFTERNOON.to }] as [Quick, Clock]] : []),
    ['tomorrow', { date: dayAfter(today), ...OFFICE }],
    ['all-day', { date: day ?? today, allDay: true }],
  ];
}

/** Which of them is chosen. */
export const isQuick = (clock: Clock, quick: Clock) =>
  (['date', 'from', 'to', 'allDay'] as const).every((key) => clock[key] === quick[key]);

/** A later start takes the end along, so that the booking stays as long as it was. */
export function withStart(chosen: Chosen, from: string, zone: string): Clock {
  const startDate = instantOf(chosen.date, from, zone);
  const to = timeAt(startDate + (chosen.endDate - chosen.startDate), zone);
  return { date: chosen.date, from, to };
}
