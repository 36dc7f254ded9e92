import type { AssetQuery, AssetMatch, assetHistoryQuery } from '#contract/assets.ts';
import type { z } from 'zod';
import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { listHistory } from './history.ts';
import * as reads from './read-repository.ts';

/** What other modules do with assets, all within their own transaction. */
export {
  addModels,
  addTypes,
  bringIn,
  changeModels,
  findBearing,
  knownModels,
  knownTypes,
  modelRows,
  unnumbered,
  type KnownModel,
  type ModelRow,
} from './bring-in.ts';
export { amended, blank, ownAttributes } from './amend.ts';
export type { AssetRow } from './write-repository.ts';
export { noteAssets } from './history.ts';
export { placeAssets, sawAssets } from './keep.ts';
export { createAsset, editAsset } from './write.ts';
export { assetsByCode, renderAssets, standing, type Standing } from './read-repository.ts';

/** A page of assets as JSON text, within a transaction that looks for more. */
export const assetsFor = (tx: Tx, caller: Caller, query: AssetQuery): Promise<string> =>
  reads.listAssets(tx, query, caller);

/** A page of assets as JSON text. */
export const listAssets = (db: Database, caller: Caller, query: AssetQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => assetsFor(tx, caller, query));

export const countAssets = (db: Database, caller: Caller, query: AssetQuery): Promise<number> =>
  db.read(caller.organisation, (tx) => reads.countAssets(tx, query, caller));

/** An asset as JSON text. @throws 404 */
export async function showAsset(db: Database, caller: Caller, id: number): Promise<string> {
  const found = await db.read(caller.organisation, (tx) => reads.renderAssets(tx, [id]));
  const json = found.get(id);
  if (json === undefined) throw notFound('There is no such asset.');
  return json;
}

/** A page of an asset's history as JSON text. @throws 404 */
export const showHistory = (
  db: Database,
  caller: Caller,
  id: number,
  query: z.output<typeof assetHistoryQuery>,
): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    if (!(await reads.standing(tx, [id])).has(id)) throw notFound('There is no such asset.');
    return listHistory(tx, id, query);
  });

/** What bears this code, as JSON text: [] when nothing does. */
export const showByCode = (db: Database, caller: Caller, code: string): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const matches = await reads.assetsByCode(tx, code);
    if (matches.length === 0) return '[]';
    const json = await reads.renderAssets(
      tx,
      matches.map(({ id }) => id),
    );
    const told = matches.flatMap(({ id, by }: { id: number; by: AssetMatch['by'] }) => {
      const asset = json.get(id);
      return asset === undefined ? [] : [`{"by":"${by}","asset":${asset}}`];
    });
    return `[${told.join(',')}]`;
  });
