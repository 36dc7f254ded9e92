import type { ListQuery } from '#contract/wire.ts';
import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { countKind, listKind, showOne, type Kind } from './list-repository.ts';
import { readTree } from './tree-repository.ts';
import { exists } from './write-repository.ts';

export const list = (db: Database, caller: Caller, kind: Kind, query: ListQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => listKind(tx, kind, query));

export const total = (db: Database, caller: Caller, kind: Kind, query: ListQuery) =>
  db.read(caller.organisation, async (tx) => ({ count: await countKind(tx, kind, query) }));

/** @throws 404 */
export async function show(db: Database, caller: Caller, kind: Kind, id: number): Promise<string> {
  const found = await db.read(caller.organisation, (tx) => showOne(tx, kind, id));
  if (found === undefined) throw notFound();
  return found;
}

/** Reads what hangs on a category or an item. @throws 404 when that is not there */
export const within = <T>(
  db: Database,
  caller: Caller,
  kind: Kind,
  id: number,
  read: (tx: Tx) => Promise<T>,
): Promise<T> =>
  db.read(caller.organisation, async (tx) => {
    if (!(await exists(tx, kind, id))) throw notFound();
    return read(tx);
  });

/** The whole category as JSON text. @throws 404 */
export const treeOf = (db: Database, caller: Caller, id: number): Promise<string> =>
  within(db, caller, 'category', id, (tx) => readTree(tx, id));
