import { daysLater, isDay } from './calendar-days.ts';

/** As the server has it: a year, and a day or two to hold it against the next. */
export const MOST_DAYS = 367;

/** Days such as 2026-03-03, both included. */
export type Period = { from: string; until: string };

export type PeriodProblem = 'incomplete' | 'order' | 'long';
/** Why there can be no figures of these days; undefined when there can. @param most days that the server takes */
export function problemOf({ from, until }: Period, most = MOST_DAYS): PeriodProblem | undefined {
  if (!isDay(from) || !isDay(until)) return 'incomplete';
  if (from > until) return 'order';
  return daysLater(from, most) <= until ? 'long' : undefined;
}
