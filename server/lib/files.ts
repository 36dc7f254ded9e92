import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '#server/config.ts';
import type { Tx, WriteTx } from './database.ts';
import type { Image } from './images.ts';

/** Whose file it is, and so who may see it (modules/files). */
export type FileOwner = 'people' | 'mail' | 'maintenance' | 'asset';

export type StoredFile = { bytes: Buffer; mediaType: string; fileName: string; owner: FileOwner };

/** Images under generated names in DATA_DIR/files; their rows in stored_file. */
export type FileStore = {
  /**
   * Writes the bytes, then the row; answers its id. When `tx` rolls back the bytes go too; a crash in
   * between leaves a file without a row, which does no harm.
   */
  storeImage(tx: WriteTx, image: Image, owner: FileOwner): Promise<number>;
  /** A stored file of the organisation, or undefined. Whether the caller may see it is not asked here. */
  read(tx: Tx, id: number): Promise<StoredFile | undefined>;
};

/** Whole or not at all, also through a loss of power: the row must never point to half a file. */
async function writeWhole(path: string, bytes: Buffer) {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part`;
  const file = await open(part, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(part, path);
  const folder = await open(dirname(path));
  await folder.sync().finally(() => folder.close());
}

export function openFileStore(config: Pick<Config, 'dataDir'>): FileStore {
  const pathOf = (name: string) => join(config.dataDir, 'files', name.slice(0, 2), name);
  return {
    async storeImage(tx, { bytes, mediaType, width, height, fileName }, owner) {
      const name = randomBytes(16).toString('hex');
      tx.onRollback(() => rm(pathOf(name), { force: true }));
      await writeWhole(pathOf(name), bytes);
      const [row] = await tx.query<{ id: number }>(
        `INSERT INTO stored_file (organisation_id, storage_name, file_name, media_type, bytes, width, height,
           owner_module, date_created)
         VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [name, fileName, mediaType, bytes.length, width, height, owner, tx.stamp],
      );
      return row!.id;
    },
    async read(tx, id) {
      const [row] = await tx.query<{ name: string; mediaType: string; fileName: string; owner: FileOwner }>(
        `SELECT storage_name AS name, media_type AS "mediaType", file_name AS "fileName",
           owner_module AS owner
         FROM stored_file WHERE organisation_id = current_organisation() AND id = $1`,
        [id],
      );
      if (!row) return undefined;
      const { name, ...about } = row;
      return { ...about, bytes: await readFile(pathOf(name)) };
    },
  };
}
