import type { Tx, WriteTx } from '#server/lib/database.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Standing } from './read-repository.ts';

/** What of an asset is written; `Standing` without what the server says of it. */
export type AssetRow = Omit<Standing, 'id' | 'dateUpdated' | 'removed'>;

const columns = `asset_model_id, room_id, owner_id, managed, active, condition, given_name, box_length, title_location,
  local_uid, serial_number, attributes`;
const values = `model, room, owner, managed, active, condition, name, "boxLength", "titleLocation", "localUID", "serialNumber",
  attributes`;
const given = `ROWS FROM (jsonb_to_recordset($1::jsonb) AS (id bigint, model bigint, room bigint, owner bigint, managed boolean,
  active boolean, condition text, name text, "boxLength" text, "titleLocation" text, "localUID" text,
  "serialNumber" text, attributes jsonb)) WITH ORDINALITY AS given (id, ${values}, nth)`;

const taken: Record<string, [field: string, code: string, message: string]> = {
  asset_local_uid: [
    'localUID',
    'assets.local-id-taken',
    'localUID: another asset has this local id. Each label belongs to one asset.',
  ],
  asset_serial_number: [
    'serialNumber',
    'assets.serial-number-taken',
    'serialNumber: another asset of this model has this serial number.',
  ],
};
/** Says which attribute is another asset's already. @throws 409 */
async function refusing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const known = taken[(error as { constraint?: string }).constraint ?? ''];
    if (!known) throw error;
    const [field, code, message] = known;
    throw new AppError(409, code, message, { field });
  }
}

/** Adds assets; answers their ids in the order given. @throws 409 naming the attribute */
export async function insertAssets(tx: WriteTx, rows: readonly AssetRow[]): Promise<number[]> {
  const added = await refusing(() =>
    tx.query<{ id: number }>(
      `INSERT INTO asset (organisation_id, date_created, date_updated, ${columns})
       SELECT current_organisation(), $2, $2, ${values} FROM ${given} ORDER BY nth RETURNING id`,
      [JSON.stringify(rows), tx.stamp],
    ),
  );
  return added.map(({ id }) => id);
}

/** Writes assets as they are to stand from now on. @throws 409 naming the attribute */
export async function updateAssets(tx: WriteTx, rows: readonly (AssetRow & { id: number })[]): Promise<void> {
  await refusing(() =>
    tx.query(
      `UPDATE asset SET (${columns}, date_updated) = (${values
        .split(',')
        .map((name) => `given.${name.trim()}`)
        .join(', ')}, $2)
       FROM ${given} WHERE asset.id = given.id`,
      [JSON.stringify(rows), tx.stamp],
    ),
  );
}

/** Takes assets out of the register, or puts them back. @throws 409 naming the attribute */
export async function hideAssets(tx: WriteTx, ids: readonly number[], hidden: boolean): Promise<void> {
  await refusing(() =>
    tx.query(
      `UPDATE asset SET date_updated = $2::timestamptz, deleted_at = CASE WHEN $3::boolean THEN $2::timestamptz END WHERE id = ANY($1::bigint[])`,
      [ids, tx.stamp, hidden],
    ),
  );
}

/** Notes that these were before somebody's eyes. What was lost is found with it. */
export async function updateSeen(
  tx: WriteTx,
  by: number,
  seen: readonly { asset: number; room: number | null }[],
): Promise<void> {
  await tx.query(
    `UPDATE asset SET seen_at = $2, seen_by = $3, seen_room_id = given.room, date_updated = $2,
       condition = CASE condition WHEN 'lost' THEN 'good' ELSE condition END
     FROM jsonb_to_recordset($1::jsonb) AS given (asset bigint, room bigint) WHERE id = given.asset AND deleted_at IS NULL`,
    [JSON.stringify(seen), tx.stamp, by],
  );
}

const referred = { model: 'asset_model', room: 'room', owner: 'app_user' } as const;
/** Of these models, spaces or people, those that there are. */
export async function inUse(
  tx: Tx,
  what: keyof typeof referred,
  ids: readonly number[],
): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM ${referred[what]} WHERE id = ANY($1::bigint[]) AND deleted_at IS NULL`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
