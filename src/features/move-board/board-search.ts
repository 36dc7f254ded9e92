import { numberIn, textIn } from '#src/lib/address.ts';
import { daysLater, isDay } from '#src/lib/calendar-days.ts';
import { startOfDay } from '#src/lib/dates.ts';
import type { BoardFilter } from './api.ts';

// Routes read this: zod stays out of the first load.
/** What narrows board and calendar down. */
export type BoardSearch = {
  search?: string;
  buildingId?: number;
  mine?: true;
  /** Those that wait for the reader's approval. */
  toApprove?: true;
  /** Days, such as 2026-03-03; both included. */
  from?: string;
  until?: string;
};

export const positive = (value: unknown): number | undefined => {
  const number = numberIn(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
export const dayIn = (value: unknown): string | undefined =>
  isDay(textIn(value)) ? textIn(value) : undefined;
const yes = (value: unknown) => (value === true || value === 'true' ? (true as const) : undefined);

/** Without what is undefined. */
export const kept = <T extends object>(all: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as T;

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readBoardSearch(raw: Record<string, unknown>): BoardSearch {
  const text = textIn(raw.search).slice(0, 200);
  return kept<BoardSearch>({
    search: text.trim() ? text : undefined,
    buildingId: positive(raw.buildingId),
    mine: yes(raw.mine),
    toApprove: yes(raw.toApprove),
    from: dayIn(raw.from),
    until: dayIn(raw.until),
  });
}

/** What the server is asked for: days as moments, by the organisation's clocks. */
export const daysFilter = ({ from, until }: Pick<BoardSearch, 'from' | 'until'>) => ({
  ...(from && { from: startOfDay(from) }),
  ...(until && { until: startOfDay(daysLater(until, 1)) }),
});
export const boardFilter = ({ from, until, ...rest }: BoardSearch): BoardFilter => ({
  ...rest,
  ...daysFilter({ ...(from && { from }), ...(until && { until }) }),
});
