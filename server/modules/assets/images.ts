import { AppError, notFound } from '#server/lib/app-error.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import type { FileStore } from '#server/lib/files.ts';
import type { Image } from '#server/lib/images.ts';
import { noteAssets } from './history.ts';
import { demandAsset } from './write.ts';

/** So many pictures an asset bears: all of them are shown on one page. */
const MOST_IMAGES = 20;

/** The asset is another than before for whoever polls for changes. */
async function touch(tx: WriteTx, caller: Caller, asset: number, kind: 'image' | 'image-removed') {
  await tx.query('UPDATE asset SET date_updated = $2 WHERE id = $1', [asset, tx.stamp]);
  await noteAssets(tx, caller.id, [{ asset, kind }]);
  await announce(tx, { topic: 'assets', ids: [asset], by: caller.id });
}

/** Adds a picture; answers the attachment as JSON text. @throws 404, 409 when the asset bears as many as it may */
export async function attachImage(
  { tx, caller, files }: { tx: WriteTx; caller: Caller; files: FileStore },
  asset: number,
  image: Image,
): Promise<string> {
  await demandAsset(tx, asset);
  const [held] = await tx.query<{ count: number }>(
    'SELECT count(*) AS count FROM asset_image WHERE asset_id = $1',
    [asset],
  );
  if (held!.count >= MOST_IMAGES)
    throw new AppError(
      409,
      'assets.too-many-images',
      `An asset takes at most ${MOST_IMAGES} pictures, and this one has as many.`,
      { field: 'image' },
    );
  const file = await files.storeImage(tx, image, 'asset');
  const [row] = await tx.query<{ json: string }>(
    `WITH added AS (
       INSERT INTO asset_image (organisation_id, asset_id, file_id, entered_by, date_created)
       VALUES (current_organisation(), $1, $2, $3, $4) RETURNING *)
     SELECT ${attachmentJson('added', 'file_id')}::text AS json FROM added`,
    [asset, file, caller.id, tx.stamp],
  );
  await touch(tx, caller, asset, 'image');
  return row!.json;
}

/** Takes a picture away from its asset. @throws 404 */
export async function removeImage(tx: WriteTx, caller: Caller, file: number): Promise<void> {
  const [row] = await tx.query<{ asset: number }>(
    `DELETE FROM asset_image i USING asset a WHERE i.file_id = $1 AND a.organisation_id = i.organisation_id
       AND a.id = i.asset_id AND a.deleted_at IS NULL RETURNING a.id AS asset`,
    [file],
  );
  if (!row) throw notFound('There is no such picture.');
  await touch(tx, caller, row.asset, 'image-removed');
}
