import { numberIn, textIn } from '#src/lib/address.ts';
import { isDay } from '#src/lib/calendar-days.ts';

/** What the address of who is in holds. Read by a route, hence without the contract's schemas. */
export type InSearch = {
  /** A day of the building's calendar; today when left out. */
  date?: string;
  /** The reader's own when left out. */
  building?: number | 'all';
  floor?: number;
  search?: string;
  team?: true;
  /** The person whose bookings are open. */
  person?: number;
};

const idIn = (value: unknown) => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readInSearch(raw: Record<string, unknown>): InSearch {
  const date = textIn(raw.date);
  const building = raw.building === 'all' ? raw.building : idIn(raw.building);
  const [floor, person] = [raw.floor, raw.person].map(idIn);
  const search = textIn(raw.search).trim().slice(0, 200);
  return {
    ...(isDay(date) && { date }),
    ...(building && { building }),
    ...(building !== 'all' && floor && { floor }),
    ...(search && { search }),
    ...(raw.team === true && { team: true as const }),
    ...(person && { person }),
  };
}
