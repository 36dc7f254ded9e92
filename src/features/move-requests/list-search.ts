import type { MoveFilter } from '#src/directory/move-api.ts';
import { numberIn, textIn } from '#src/lib/address.ts';
import { daysLater, isDay } from '#src/lib/calendar-days.ts';
import { startOfDay } from '#src/lib/dates.ts';

// Spelled out rather than taken from the contract: routes read this, and zod stays out of the first load.
const views = ['approve', 'archive'] as const;
/** Absent: all that is not archived. */
export type MoveView = (typeof views)[number];
const codes = ['pen', 'apr', 'sub', 'don', '0'] as const;
export const moveSorts = ['id', 'date', 'dateUpdated'] as const;

/** What narrows the list down. */
export type MoveFilters = {
  search?: string;
  statusCode?: (typeof codes)[number];
  typeId?: number;
  buildingId?: number;
  /** Days, such as 2026-03-03; both included. */
  from?: string;
  until?: string;
  mine?: true;
};
export type MovesSearch = MoveFilters & {
  view?: MoveView;
  sort?: (typeof moveSorts)[number];
  desc?: true;
};

const positive = (value: unknown) => {
  const number = numberIn(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
const dayIn = (value: unknown) => (isDay(textIn(value)) ? textIn(value) : undefined);
const yes = (value: unknown) => (value === true || value === 'true' ? (true as const) : undefined);

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readMovesSearch(raw: Record<string, unknown>): MovesSearch {
  const text = textIn(raw.search).slice(0, 200);
  const sort = moveSorts.find((name) => name === raw.sort);
  const search: { [K in keyof MovesSearch]: MovesSearch[K] | undefined } = {
    search: text.trim() ? text : undefined,
    // "0" is a status, and an address reads it as a number.
    statusCode: codes.find((code) => code === textIn(raw.statusCode)),
    typeId: positive(raw.typeId),
    buildingId: positive(raw.buildingId),
    from: dayIn(raw.from),
    until: dayIn(raw.until),
    mine: yes(raw.mine),
    view: views.find((view) => view === raw.view),
    sort,
    desc: sort && yes(raw.desc),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as MovesSearch;
}

/** The filters alone. */
export const filtersOf = ({ view: _view, sort: _sort, desc: _desc, ...filters }: MovesSearch): MoveFilters =>
  filters;
/** The address with some of it changed; undefined takes one away. */
export const changed = (
  search: MovesSearch,
  change: { [Key in keyof MovesSearch]?: MovesSearch[Key] | undefined },
): MovesSearch => readMovesSearch({ ...search, ...change });

/** What a view asks the server for. */
export function filterOf(search: MovesSearch): MoveFilter {
  const { view, sort, desc, typeId, buildingId, from, until, ...rest } = search;
  return {
    ...rest,
    ...(typeId && { typeId: String(typeId) }),
    ...(buildingId && { buildingId: String(buildingId) }),
    ...(from && { from: startOfDay(from) }),
    ...(until && { until: startOfDay(daysLater(until, 1)) - 1 }),
    ...(view === 'approve' && { toApprove: true }),
    ...(view === 'archive' && { archived: true }),
    orderBy: sort ?? 'dateUpdated',
    orderByType: sort ? (desc ? 'desc' : 'asc') : 'desc',
  };
}
