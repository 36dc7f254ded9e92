import { dayOf, startOfDay } from '#src/lib/dates.ts';
import type { Slot } from './api.ts';
import { clockOf, instantOf } from '#src/lib/zone-clock.ts';
import { daysLater } from './day-search.ts';
import type { FindSearch } from './find-search.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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

/** 14:05 on the clocks of the zone. */
export const timeAt = (ms: number, zone: string) => clockOf(ms, zone).slice(11);
const floored = (ms: number) => Math.floor(ms / STEP) * STEP;

/** What the address means now, in the zone of the building. */
export function chosenTime({ date, from, to, allDay }: Clock, zone: string, now: number): Chosen {
  const today = dayOf(now, zone);
  const day = date ?? today;
  if (allDay) {
    const [startDate, endDate] = [startOfDay(day, zone), startOfDay(daysLater(day, 1), zone)];
    const over = endDate <= now && ({ problem: 'past' } as const);
    return { date: day, ...OFFICE, allDay, overnight: false, startDate, endDate, ...over };
  }
  if ((from === undefined || to === undefined) && day === today) {
    const startDate = floored(now);
    const endDate = startDate + HOUR;
    return {
      date: day,
      allDay: false,
      startDate,
      endDate,
      from: timeAt(startDate, zone),
      to: timeAt(endDate, zone),
      overnight: dayOf(endDate, zone) !== day,
    };
  }
  const clock = from === undefined || to === undefined ? OFFICE : { from, to };
  const overnight = clock.to < clock.from;
  const startDate = instantOf(`${day}T${clock.from}`, zone);
  const endDate = instantOf(`${overnight ? daysLater(day, 1) : day}T${clock.to}`, zone);
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
    ['tomorrow', { date: daysLater(today, 1), ...OFFICE }],
    ['all-day', { date: day ?? today, allDay: true }],
  ];
}

/** Which of them is chosen. */
export const isQuick = (clock: Clock, quick: Clock) =>
  (['date', 'from', 'to', 'allDay'] as const).every((key) => clock[key] === quick[key]);

/** A later start takes the end along, so that the booking stays as long as it was. */
export function withStart(chosen: Chosen, from: string, zone: string): Clock {
  const startDate = instantOf(`${chosen.date}T${from}`, zone);
  const to = timeAt(startDate + (chosen.endDate - chosen.startDate), zone);
  return { date: chosen.date, from, to };
}
