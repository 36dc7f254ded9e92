import { numberIn, textIn } from '#src/lib/address.ts';
import { isDay } from './day-search.ts';

/** What the address of a search holds. Read by a route, hence without the contract's schemas. */
export type FindSearch = {
  /** A day of the building's calendar; without one, today. */
  date?: string;
  /** Times of its clock; without both, an hour from now, or office hours on a later day. */
  from?: string;
  to?: string;
  allDay?: true;
  people?: number;
  building?: number;
  floor?: number;
  type?: number;
  search?: string;
  view?: 'plan';
  /** The space whose details are open. */
  space?: number;
  /** The space whose neighbours come first. */
  near?: number;
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_PEOPLE = 10_000;

export const isTime = (text: string) => TIME.test(text);

const whole = (value: unknown, most = Number.MAX_SAFE_INTEGER) => {
  const number = numberIn(value);
  return Number.isSafeInteger(number) && number > 0 && number <= most ? number : undefined;
};
const textIf = (value: unknown, check: (text: string) => boolean) => {
  const text = textIn(value);
  return check(text) ? text : undefined;
};

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readFindSearch(raw: { [K in keyof FindSearch]?: unknown }): FindSearch {
  const building = whole(raw.building);
  const [from, to] = [textIf(raw.from, isTime), textIf(raw.to, isTime)];
  const values = {
    date: textIf(raw.date, isDay),
    ...(from !== undefined && to !== undefined && { from, to }),
    allDay: raw.allDay === true ? raw.allDay : undefined,
    people: whole(raw.people, MOST_PEOPLE),
    building,
    floor: building === undefined ? undefined : whole(raw.floor),
    type: whole(raw.type),
    search: textIn(raw.search).trim().slice(0, 200) || undefined,
    view: raw.view === 'plan' ? raw.view : undefined,
    space: whole(raw.space),
    near: whole(raw.near),
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as FindSearch;
}

export type FindChange = { [K in keyof FindSearch]?: FindSearch[K] | undefined };
