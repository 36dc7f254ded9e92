import { isDay } from '#src/lib/calendar-days.ts';
import { dayOf } from '#src/lib/dates.ts';
import { clockOf, instantOf } from '#src/lib/zone-clock.ts';

const DAY = 86_400_000;

/** A day and a time of it, as fields hold them: 2026-03-03 and 14:05. */
export type Moment = { date: string; time: string };

export const momentOf = (ms: number, zone: string): Moment => {
  const [date = '', time = ''] = clockOf(ms, zone).split('T');
  return { date, time };
};
/** Epoch ms; undefined for what is no moment yet. */
export const momentMs = ({ date, time }: Moment, zone: string): number | undefined =>
  isDay(date) && /^\d\d:\d\d/.test(time) ? instantOf(`${date}T${time.slice(0, 5)}`, zone) : undefined;

/** The end of the working day, so many days ahead. */
export const dueIn = (days: number, zone: string, now = Date.now()): Moment => ({
  date: dayOf(now + days * DAY, zone),
  time: '18:00',
});
