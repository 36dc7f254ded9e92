import { attachmentJson } from '#server/lib/attachment-json.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

export async function countImages(tx: Tx, asset: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'SELECT count(*) AS count FROM asset_image WHERE asset_id = $1',
    [asset],
  );
  return row!.count;
}

/** Answers the contract's attachment as JSON text. */
export async function insertImage(tx: WriteTx, by: number, asset: number, file: number): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `WITH added AS (
       INSERT INTO asset_image (organisation_id, asset_id, file_id, entered_by, date_created)
       VALUES (current_organisation(), $1, $2, $3, $4) RETURNING *)
     SELECT ${attachmentJson('added', 'file_id')}::text AS json FROM added`,
    [asset, file, by, tx.stamp],
  );
  return row!.json;
}

/** Answers whose picture it was; undefined when it is that of no asset in the register. */
export async function deleteImage(tx: WriteTx, file: number): Promise<number | undefined> {
  const [row] = await tx.query<{ asset: number }>(
    `DELETE FROM asset_image i USING asset a WHERE i.file_id = $1 AND a.organisation_id = i.organisation_id
       AND a.id = i.asset_id AND a.deleted_at IS NULL RETURNING a.id AS asset`,
    [file],
  );
  return row?.asset;
}

export const touchAsset = (tx: WriteTx, asset: number) =>
  tx.query('UPDATE asset SET date_updated = $2 WHERE id = $1', [asset, tx.stamp]);
