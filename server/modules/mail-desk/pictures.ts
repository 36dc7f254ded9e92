import type { WriteTx } from '#server/lib/database.ts';
import type { FileStore } from '#server/lib/files.ts';
import { readImage, type Image } from '#server/lib/images.ts';
import type { Step } from './parcel.ts';

/** Images by the text they were sent as: a signature for fifty parcels is read and stored once. */
export type Pictures = Map<string, Image>;

const kinds = ['signature', 'photograph'] as const;

/** Reads the pictures of a call; slow, so done before the transaction. @throws 400 naming the field */
export async function readPictures(steps: Step[]): Promise<Pictures> {
  const pictures: Pictures = new Map();
  for (const { action, prefix } of steps)
    for (const kind of kinds) {
      const text = action[kind];
      if (!text || pictures.has(text)) continue;
      // One after the other: the first that is none is the one that is named.
      pictures.set(text, await readImage(text, { field: prefix + kind, fileName: kind }));
    }
  return pictures;
}

/** Stores what the steps use; answers the ids of the files by the text they were sent as. */
export async function storePictures(
  { tx, files }: { tx: WriteTx; files: FileStore },
  steps: Step[],
  pictures: Pictures,
): Promise<Map<string | null | undefined, number>> {
  const used = new Set(steps.flatMap(({ action }) => kinds.map((kind) => action[kind])));
  const stored = new Map<string | null | undefined, number>();
  for (const [text, image] of pictures)
    if (used.has(text)) stored.set(text, await files.storeImage(tx, image, 'mail'));
  return stored;
}
