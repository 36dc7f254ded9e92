import { numberIn, textIn } from '#src/lib/address.ts';

/** Periods to choose from, in days; the last of them is today. */
export const presets = [7, 30, 90, 365] as const;
export type Preset = (typeof presets)[number];
export const USUAL: Preset = 30;
/** As the server has it: a year, and a day or two to hold it against the next. */
export const MOST_DAYS = 367;

/** What the address holds: some days until today, or days of one's own, and a center. */
export type FigureSearch = {
  days?: Preset;
  from?: string;
  until?: string;
  centerId?: number;
};
/** Days such as 2026-03-03, both included. */
export type Period = { from: string; until: string };

const DAY = 86_400_000;
const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);
export const addDays = (day: string, days: number) => toDay(Date.parse(day) + days * DAY);

const isDay = (day: unknown): day is string =>
  typeof day === 'string' &&
  /^2\d{3}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  toDay(Date.parse(day)) === day;

export type PeriodProblem = 'incomplete' | 'order' | 'long';
/** Why there can be no figures of these days; undefined when there can. */
export function problemOf({ from, until }: Period): PeriodProblem | undefined {
  if (!isDay(from) || !isDay(until)) return 'incomplete';
  if (from > until) return 'order';
  return addDays(from, MOST_DAYS) <= until ? 'long' : undefined;
}

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readFigureSearch(raw: Record<string, unknown>): FigureSearch {
  const center = numberIn(raw.centerId);
  const own = { from: textIn(raw.from), until: textIn(raw.until) };
  const days = presets.find((preset) => preset === numberIn(raw.days));
  return {
    ...(problemOf(own) === undefined ? own : days && days !== USUAL && { days }),
    ...(Number.isSafeInteger(center) && center > 0 && { centerId: center }),
  };
}

/** @param today by the organisation's clocks */
export function periodOf({ days = USUAL, from, until }: FigureSearch, today: string): Period {
  return from && until ? { from, until } : { from: addDays(today, 1 - days), until: today };
}
