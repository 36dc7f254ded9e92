import { execFile } from 'node:child_process';
import { mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './cluster-binaries.ts';
import { codeOf, type Place } from './cluster-folders.ts';
import { commandLine, giveTo, weAreRoot, type Launch } from './cluster-user.ts';

const run = promisify(execFile);
const HOUR_MS = 3_600_000;

export const isEmpty = (cluster: string) =>
  readdir(cluster).then(
    (names) => names.length === 0,
    (error) => codeOf(error) === 'ENOENT',
  );

/**
 * Makes the cluster in a sibling folder and renames it when it is complete and on disk, so that it is there
 * whole or not at all, and of two processes at once the slower one discards its own.
 */
export async function createCluster(place: Place, binaries: Binaries, launch: Launch): Promise<void> {
  await removeLeftDrafts(place.dataDir);
  const draft = await mkdtemp(join(place.dataDir, '.postgres-'));
  try {
    if (weAreRoot()) await giveTo(place.owner, draft);
    await initialise(draft, binaries, launch);
    await rename(draft, place.cluster);
    const folder = await open(place.dataDir);
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
  }
}

/** What a start that was cut off has left behind. */
async function removeLeftDrafts(dataDir: string) {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith('.postgres-')) continue;
    const draft = join(dataDir, name);
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > HOUR_MS) await rm(draft, { recursive: true, force: true });
  }
}

/** Written to postgresql.conf, where an administrator may change them. */
const DEFAULTS = {
  shared_buffers: '128MB',
  max_connections: '100',
  // No replicas hang on this cluster; the log serves crash recovery alone.
  wal_level: 'minimal',
  max_wal_senders: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One file a day of the week, each begun anew after seven days. Failed statements reach the caller and are
  // not logged: they hold people's data, and refused bookings would fill the disk.
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_min_messages: 'log',
  log_checkpoints: 'off',
};

/** Order and case come from ICU everywhere; pg_trgm alone asks LC_CTYPE what a letter is, and in "C" ł is none. */
const CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

async function initialise(folder: string, binaries: Binaries, launch: Launch) {
  const settings = Object.entries(DEFAULTS).map(([name, value]) => `--set=${name}=${value}`);
  for (const ctype of CTYPES) {
    const [file, args] = commandLine(launch, binaries.initdb, [
      `--pgdata=${folder}`,
      '--username=atrium',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--locale=C',
      `--lc-ctype=${ctype}`,
      '--no-instructions',
      ...settings,
    ]);
    const failure = await run(file, args, launch.options).then(
      () => undefined,
      (error: Error) => error.message.replace(/^Command failed:.*\n/, '').trim(),
    );
    if (failure === undefined) return;
    if (!failure.includes('invalid locale name') || ctype === CTYPES.at(-1))
      throw new Error(`The database could not be created in ${folder}. initdb says:\n${failure}`);
  }
}

/** Throws unless the folder is a cluster that these binaries can run. */
export async function checkVersion({ cluster }: Place, { major }: Binaries): Promise<void> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
  if (version === undefined)
    throw new Error(
      `${cluster} is not empty, but holds no database. Move it away, or choose another DATA_DIR.`,
    );
  if (version !== major)
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${version}, and this Atrium comes with ${major}. ` +
        `Carry it over with pg_dump of PostgreSQL ${version}, or choose another DATA_DIR.`,
    );
}
