import type { AssetCondition } from '#contract/assets.ts';
import type { AssetFilter } from '#src/directory/asset-api.ts';
import { numberIn, textIn } from '#src/lib/address.ts';

// Spelled out rather than taken from the contract: routes read this, and zod stays out of the first load.
export const conditions = ['good', 'damaged', 'lost'] as const satisfies readonly AssetCondition[];
const places = ['room', 'owner', 'nowhere', 'left'] as const;
export type Placed = (typeof places)[number];
const sorts = ['localUID', 'name', 'room.name', 'seen.at', 'condition'] as const;

const idFilters = ['typeId', 'modelId', 'buildingId', 'floorId', 'roomId', 'owner'] as const;
/** What narrows the register down. The names are those of the API, so a shared link reads like a call. */
export type RegisterFilters = Partial<Record<(typeof idFilters)[number], number>> & {
  condition?: AssetCondition;
  placed?: Placed;
  /** Whole days that nobody has seen it. */
  unseenDays?: number;
  /** In use, or taken out of use. */
  active?: boolean;
  search?: string;
};
export type RegisterSearch = RegisterFilters & {
  /** `-name` for downwards. */
  sort?: string;
  /** The asset open beside the list, or the form of a new one. */
  open?: number | 'new';
};

const DAY = 86_400_000;
const positive = (value: unknown) => {
  const number = numberIn(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
const flag = (value: unknown) =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readRegisterSearch(raw: Record<string, unknown>): RegisterSearch {
  const text = textIn(raw.search).slice(0, 200);
  const days = positive(raw.unseenDays);
  const sort = textIn(raw.sort);
  const search: Record<string, unknown> = {
    ...Object.fromEntries(idFilters.map((name) => [name, positive(raw[name])])),
    condition: conditions.find((one) => one === raw.condition),
    placed: places.find((one) => one === raw.placed),
    unseenDays: days && days <= 36_500 ? days : undefined,
    active: flag(raw.active),
    search: text.trim() ? text : undefined,
    sort: sorts.some((name) => name === sort.replace(/^-/, '')) ? sort : undefined,
    open: raw.open === 'new' ? 'new' : positive(raw.open),
  };
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined),
  ) as RegisterSearch;
}

/** The filters alone: what is saved by name. */
export function filtersOf({ sort: _sort, open: _open, ...filters }: RegisterSearch): RegisterFilters {
  return filters;
}

/** The address with some of it changed; undefined and '' take one away. What is open closes. */
export const changed = (
  search: RegisterSearch,
  change: { [Key in keyof RegisterSearch]?: RegisterSearch[Key] | undefined },
) => readRegisterSearch({ ...search, open: undefined, ...change });

/** `-name` and the like as the grid understands it. */
export const sortOf = (sort: string | undefined) =>
  sort === undefined ? undefined : { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') };

/**
 * What the server is asked for. Days are counted back from the beginning of today's hour: the same question for a
 * while, not another one with every rendering.
 */
export function filterOf(
  { unseenDays, sort, open: _open, ...filters }: RegisterSearch,
  now = Date.now(),
): AssetFilter {
  const order = sortOf(sort);
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  return {
    ...filters,
    ...(unseenDays && { unseenSince: hour - unseenDays * DAY }),
    ...(order && { orderBy: order.id, orderByType: order.desc ? 'desc' : 'asc' }),
  };
}
