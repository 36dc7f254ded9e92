import type { AssetMatch, AssetQuery } from '#contract/assets.ts';
import { assetNumberOf } from '#contract/assets.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { pageSql } from '#server/lib/paging.ts';
import { assetsJson } from './asset-json.ts';
import { matching, meaningOf } from './filters.ts';
import { filled, joinFor, orderables } from './order.ts';

/** Assets as JSON text by id; those that are gone are left out. */
export async function renderAssets(tx: Tx, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await tx.named<{ id: number; json: string }>('asset-render', assetsJson, [
    JSON.stringify([...new Set(ids)]),
  ]);
  return new Map(rows.map(({ id, json }) => [id, json]));
}

/** The page as a JSON array. Its ids are found first, by a statement planned for the filters at hand. */
export async function listAssets(tx: Tx, query: AssetQuery, caller: Caller): Promise<string> {
  const meaning = await meaningOf(tx, query);
  const where = matching(query, caller, meaning);
  // An expression keeps the planner from walking the register by id for those few.
  const order = meaning.few ? { ...orderables, id: '(a.id + 0)' } : orderables;
  const page = await tx.query<{ id: number }>(
    `SELECT a.id FROM asset a ${joinFor(query.orderBy)}
     WHERE ${where.sql} ${pageSql(order, query, filled)}`,
    where.params,
  );
  if (page.length === 0) return '[]';
  const ids = page.map(({ id }) => id);
  const json = await renderAssets(tx, ids);
  return `[${ids.flatMap((id) => json.get(id) ?? []).join(',')}]`;
}

export async function countAssets(tx: Tx, query: AssetQuery, caller: Caller): Promise<number> {
  const where = matching(query, caller, await meaningOf(tx, query));
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM asset a WHERE ${where.sql}`,
    where.params,
  );
  return row!.count;
}

/** What bears this code, the label's first: nobody expects another than that at a scan. */
export async function assetsByCode(tx: Tx, scanned: string): Promise<{ id: number; by: AssetMatch['by'] }[]> {
  const code = scanned.trim();
  if (code === '') return [];
  const rows = await tx.named<{ id: number; by: AssetMatch['by'] }>(
    'asset-codes',
    'SELECT asset_id AS id, bears AS by FROM assets_by_code($1, $2)',
    [code, assetNumberOf(code) ?? null],
  );
  return rows.filter(({ id }, index) => rows.findIndex((other) => other.id === id) === index);
}

/** An asset as it stands in the database; times in epoch milliseconds. */
export type Standing = {
  id: number;
  model: number;
  room: number | null;
  owner: number | null;
  managed: boolean;
  active: boolean;
  condition: 'good' | 'damaged' | 'lost';
  name: string | null;
  boxLength: string | null;
  titleLocation: string | null;
  localUID: string | null;
  serialNumber: string | null;
  attributes: Record<string, unknown>;
  dateUpdated: number;
  removed: boolean;
};

/** Those of the ids that there are, by id. @param removed those that have been removed, instead */
export async function standing(
  tx: Tx,
  ids: readonly number[],
  removed = false,
): Promise<Map<number, Standing>> {
  const rows = await tx.query<Standing>(
    `SELECT id, asset_model_id AS model, room_id AS room, owner_id AS owner, managed, active, condition,
       given_name AS name, box_length AS "boxLength", title_location AS "titleLocation", local_uid AS "localUID",
       serial_number AS "serialNumber", attributes, epoch_ms(date_updated) AS "dateUpdated",
       deleted_at IS NOT NULL AS removed
     FROM asset WHERE id = ANY($1::bigint[]) AND (deleted_at IS NOT NULL) = $2`,
    [ids, removed],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
