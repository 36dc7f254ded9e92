import type { Tx } from '#server/lib/database.ts';
import { assetName } from './loan-json.ts';

export type AssetNow = {
  id: number;
  name: string;
  room: number | null;
  owner: number | null;
  active: boolean;
  lendable: boolean;
  condition: string;
};

/** The asset, unless it has been removed. */
export async function findAsset(tx: Tx, id: number): Promise<AssetNow | undefined> {
  const [row] = await tx.named<AssetNow>(
    'asset-loan-asset',
    `SELECT a.id, ${assetName('a')} AS name, a.room_id AS room, a.owner_id AS owner, a.active, a.lendable, a.condition
     FROM asset a WHERE a.organisation_id = current_organisation() AND a.id = $1 AND a.deleted_at IS NULL`,
    [id],
  );
  return row;
}

const isThere = async (tx: Tx, table: 'app_user' | 'room', id: number): Promise<boolean> => {
  const found = await tx.query(
    `SELECT FROM ${table} WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL`,
    [id],
  );
  return found.length > 0;
};
export const isPerson = (tx: Tx, id: number) => isThere(tx, 'app_user', id);
export const isRoom = (tx: Tx, id: number) => isThere(tx, 'room', id);

/** The asset center of this id, or without one the first that there is. */
export async function findCenter(tx: Tx, id: number | undefined): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `SELECT id FROM center WHERE organisation_id = current_organisation() AND module = 'asset'
       AND ($1::bigint IS NULL OR id = $1) ORDER BY id LIMIT 1`,
    [id ?? null],
  );
  return row?.id;
}

/** The zone that refusals tell times in. */
export async function zoneOf(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ zone: string }>(
    'SELECT time_zone AS zone FROM organisation WHERE id = current_organisation()',
  );
  return row!.zone;
}
