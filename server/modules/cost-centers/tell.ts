import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { stampHolders } from './link-repository.ts';

/** More than these are not named one by one: whoever listens reads everything again. */
const NAMED = 2000;
const named = (ids: number[]) => (ids.length > NAMED ? [] : ids);

export const tell = (tx: WriteTx, by: number, ids: number[]) =>
  announce(tx, { topic: 'cost-centers', ids: named(ids), by });

/** Stamps the people and spaces of items that are about to go or to change their category, and says so. */
export async function tellHolders(tx: WriteTx, by: number, items: number[]): Promise<void> {
  const people = await stampHolders(tx, 'user', items);
  await stampHolders(tx, 'room', items);
  if (people.length > NAMED) await announce(tx, { topic: 'resync', ids: [] });
  else if (people.length > 0) await announce(tx, { topic: 'users', ids: people, by });
}
