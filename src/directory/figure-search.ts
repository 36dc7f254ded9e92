import { numberIn, textIn } from '#src/lib/address.ts';

/** Periods to choose from, in days; the last of them is today. */
export const presets = [7, 30, 90, 365] as const;
export type Preset = (typeof presets)[number];
/** What a page shows when nothing is said, and how many days the server takes at most. */
export type FigureRules = { usual: Preset; most: number };
/** A year, and a day or two to hold it against the next. */
export const mailRules: FigureRules = { usual: 30, most: 367 };

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
export function problemOf({ from, until }: Period, most = mailRules.most): PeriodProblem | undefined {
  if (!isDay(from) || !isDay(until)) return 'incomplete';
  if (from > until) return 'order';
  return addDays(from, most) <= until ? 'long' : undefined;
}

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readFigureSearch(raw: Record<string, unknown>, rules = mailRules): FigureSearch {
  const center = numberIn(raw.centerId);
  const own = { from: textIn(raw.from), until: textIn(raw.until) };
  const days = presets.find((preset) => preset === numberIn(raw.days));
  return {
    ...(problemOf(own, rules.most) === undefined ? own : days && days !== rules.usual && { days }),
    ...(Number.isSafeInteger(center) && center > 0 && { centerId: center }),
  };
}

/** @param today by the organisation's clocks */
export function periodOf({ days, from, until }: FigureSearch, today: string, rules = mailRules): Period {
  return from && until ? { from, until } : { from: addDays(today, 1 - (days ?? rules.usual)), until: today };
}
