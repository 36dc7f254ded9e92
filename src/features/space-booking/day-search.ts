import { numberIn, textIn } from '#src/lib/address.ts';
import { isDay } from '#src/lib/calendar-days.ts';

export { daysLater, isDay, mondayOf } from '#src/lib/calendar-days.ts';

/** What the address of a day, or of the week of a space, holds. Read by routes, hence without the contract's schemas. */
export type DaySearch = {
  /** A day of the building's calendar, such as 2026-03-03; today when left out. */
  date?: string;
  building?: number;
  floor?: number;
  type?: number;
  search?: string;
  /** The booking that is open. */
  booking?: number;
  /** A time for which the form of the space's week opens: epoch ms. */
  from?: number;
  to?: number;
};

const idIn = (value: unknown) => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};
const YEAR = 366 * 86_400_000;

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readDaySearch(raw: Record<string, unknown>): DaySearch {
  const date = textIn(raw.date);
  const [building, floor, type, booking] = [raw.building, raw.floor, raw.type, raw.booking].map(idIn);
  const [from, to] = [raw.from, raw.to].map(idIn);
  const search = textIn(raw.search).trim().slice(0, 200);
  return {
    ...(isDay(date) && { date }),
    ...(building && { building }),
    ...(floor && { floor }),
    ...(type && { type }),
    ...(search && { search }),
    ...(booking && { booking }),
    ...(from && to && from < to && to - from <= YEAR && { from, to }),
  };
}
