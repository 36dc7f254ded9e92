import { numberIn, textIn } from '#src/lib/address.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { type Period, problemOf } from '#src/lib/period.ts';

/** Periods to choose from, in days; the last of them is today. */
export const presets = [7, 28, 90, 365] as const;
export type Preset = (typeof presets)[number];
export const USUAL: Preset = 28;

/** What the address of the report holds: some days until today, or days of one's own, and which spaces. */
export type UseSearch = {
  days?: Preset;
  from?: string;
  until?: string;
  building?: number;
  floor?: number;
  type?: number;
  order?: 'least';
};

const idIn = (value: unknown) => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readUseSearch(raw: Record<string, unknown>): UseSearch {
  const own = { from: textIn(raw.from), until: textIn(raw.until) };
  const days = presets.find((preset) => preset === numberIn(raw.days));
  const [building, floor, type] = [raw.building, raw.floor, raw.type].map(idIn);
  return {
    ...(problemOf(own) === undefined ? own : days && days !== USUAL && { days }),
    ...(building && { building, ...(floor && { floor }) }),
    ...(type && { type }),
    ...(raw.order === 'least' && { order: raw.order }),
  };
}

/** @param today by the organisation's clocks */
export const periodOf = ({ days = USUAL, from, until }: UseSearch, today: string): Period =>
  from && until ? { from, until } : { from: daysLater(today, 1 - days), until: today };
