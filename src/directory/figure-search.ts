import { numberIn, textIn } from '#src/lib/address.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { MOST_DAYS, type Period, problemOf } from '#src/lib/period.ts';

/** Periods to choose from, in days; the last of them is today. */
export const presets = [7, 30, 90, 365] as const;
export type Preset = (typeof presets)[number];
/** What a page shows when nothing is said, and how many days the server takes at most. */
export type FigureRules = { usual: Preset; most: number };
export const mailRules: FigureRules = { usual: 30, most: MOST_DAYS };

/** What the address holds: some days until today, or days of one's own, and a center. */
export type FigureSearch = {
  days?: Preset;
  from?: string;
  until?: string;
  centerId?: number;
};
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
  return from && until
    ? { from, until }
    : { from: daysLater(today, 1 - (days ?? rules.usual)), until: today };
}
