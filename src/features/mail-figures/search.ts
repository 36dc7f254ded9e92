import { numberIn, textIn } from '#src/lib/address.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { type Period, problemOf } from '#src/lib/period.ts';

/** Periods to choose from, in days; the last of them is today. */
export const presets = [7, 30, 90, 365] as const;
export type Preset = (typeof presets)[number];
export const USUAL: Preset = 30;

/** What the address holds: some days until today, or days of one's own, and a center. */
export type FigureSearch = {
  days?: Preset;
  from?: string;
  until?: string;
  centerId?: number;
};

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
  return from && until ? { from, until } : { from: daysLater(today, 1 - days), until: today };
}
