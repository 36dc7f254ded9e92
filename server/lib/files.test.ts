import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { testServer } from '../../test/app.ts';
import { openFileStore } from './files.ts';
import { readImage } from './images.ts';

const server = await testServer();
const { db } = server.deps;
const dataDir = await mkdtemp(join(tmpdir(), 'atrium-files-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const store = openFileStore({ dataDir });

async function organisation() {
  const admin = await server.register();
  const { rows } = await server.owner.query<{ id: number }>(
    'SELECT organisation_id AS id FROM app_user WHERE id = $1',
    [admin.id],
  );
  return rows[0]!.id;
}
async function picture() {
  const red = sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });
  return readImage((await red.png().toBuffer()).toString('base64'), { field: 'image', fileName: 'red.png' });
}
const filesOnDisk = async () =>
  (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

test('a stored image is read back by its organisation, under a name nobody chose', async () => {
  const [ours, theirs] = [await organisation(), await organisation()];
  const image = await picture();
  const id = await db.write(ours, (tx) => store.storeImage(tx, image, 'people'));
  expect(await db.read(ours, (tx) => store.read(tx, id))).toEqual({
    bytes: image.bytes,
    mediaType: 'image/png',
    fileName: 'red.png',
    owner: 'people',
  });
  expect(await db.read(theirs, (tx) => store.read(tx, id))).toBeUndefined();
  const [file] = await filesOnDisk();
  expect(file!.name).toMatch(/^[0-9a-f]{32}$/);
});

test('an image whose transaction fails leaves nothing on the disk', async () => {
  const ours = await organisation();
  const before = await filesOnDisk();
  const image = await picture();
  const failing = db.write(ours, async (tx) => {
    await store.storeImage(tx, image, 'people');
    expect(await filesOnDisk()).toHaveLength(before.length + 1);
    throw new Error('undo');
  });
  await expect(failing).rejects.toThrow('undo');
  expect(await filesOnDisk()).toEqual(before);
});
