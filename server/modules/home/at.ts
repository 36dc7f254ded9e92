import type { HomePart } from '#contract/home.ts';
import { HOME_PART } from '#contract/home.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';

/** Who looks, on which day of the organisation’s calendar, and a database all of whose reads see the same moment. */
export type At = { db: Database; caller: Caller; today: string };

/** `limit` of every part, as an address says it. */
export const limit = String(HOME_PART);

type List<Query> = {
  list: (db: Database, caller: Caller, query: Query) => Promise<string>;
  count: (db: Database, caller: Caller, query: Query) => Promise<number>;
};

/** The same, counted first: for lists that are mostly empty and cost much to plan. */
export async function rarePart<T, Query>(
  at: At,
  { list, count }: List<Query>,
  query: Query,
): Promise<HomePart<T>> {
  const total = await count(at.db, at.caller, query);
  return { total, items: total > 0 ? (JSON.parse(await list(at.db, at.caller, query)) as T[]) : [] };
}

/** The beginning of a list, and how long it is; counted only where the beginning is not all of it. */
export async function part<T, Query>(
  { db, caller }: At,
  { list, count }: List<Query>,
  query: Query,
): Promise<HomePart<T>> {
  const items = JSON.parse(await list(db, caller, query)) as T[];
  return { total: items.length < HOME_PART ? items.length : await count(db, caller, query), items };
}
