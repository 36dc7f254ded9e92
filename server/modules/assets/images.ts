import { AppError, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import type { FileStore } from '#server/lib/files.ts';
import type { Image } from '#server/lib/images.ts';
import { noteAssets } from './history.ts';
import { countImages, deleteImage, insertImage, touchAsset } from './image-repository.ts';
import { demandAsset } from './write.ts';

/** So many pictures an asset bears: all of them are shown on one page. */
const MOST_IMAGES = 20;

/** The asset is another than before for whoever polls for changes. */
async function touch(tx: WriteTx, caller: Caller, asset: number, kind: 'image' | 'image-removed') {
  await touchAsset(tx, asset);
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
  if ((await countImages(tx, asset)) >= MOST_IMAGES)
    throw new AppError(
      409,
      'assets.too-many-images',
      `An asset takes at most ${MOST_IMAGES} pictures, and this one has as many.`,
      { field: 'image' },
    );
  const file = await files.storeImage(tx, image, 'asset');
  const json = await insertImage(tx, caller.id, asset, file);
  await touch(tx, caller, asset, 'image');
  return json;
}

/** Takes a picture away from its asset. @throws 404 */
export async function removeImage(tx: WriteTx, caller: Caller, file: number): Promise<void> {
  const asset = await deleteImage(tx, file);
  if (asset === undefined) throw notFound('There is no such picture.');
  await touch(tx, caller, asset, 'image-removed');
}
