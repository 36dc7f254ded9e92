import { createHash } from 'node:crypto';
import { access, constants, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOwner, giveTo, weAreRoot, type Owner } from './cluster-user.ts';

export const PORT = 5432;
/** The address of a unix socket holds 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET = 103;

/** Real paths: the folder of Atrium's data, of the cluster in it, and of the cluster's socket. */
export type Place = { dataDir: string; cluster: string; run: string; owner: Owner };

/** Makes sure that the folders exist, are ours to write, and closed to others where they must be. */
export async function preparePlace(wanted: string): Promise<Place> {
  try {
    // Others may pass, not list: the cluster's user needs to get to its own folder.
    await mkdir(wanted, { recursive: true, mode: 0o711 });
    await access(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `Atrium cannot write to ${wanted} (${codeOf(error)}). Set DATA_DIR to a folder that it may write to.`,
    );
  }
  const dataDir = await realpath(wanted);
  const cluster = join(dataDir, 'postgres');
  const owner = await findOwner(cluster);
  if (weAreRoot()) await handOver(cluster, owner);
  return { dataDir, cluster, owner, run: await prepareRunFolder(dataDir, owner) };
}

/** A backup that root has put back belongs to root, who cannot run it. */
async function handOver(cluster: string, owner: Owner) {
  const found = await lstat(cluster).catch(() => undefined);
  if (!found?.isDirectory() || found.uid !== 0) return;
  for (const entry of await readdir(cluster, { recursive: true })) await giveTo(owner, join(cluster, entry));
  // Last, so that an interrupted hand-over is taken up again.
  await giveTo(owner, cluster);
}

/** Whoever reaches the socket is let in without a password, so the folder is the lock on the door. */
async function prepareRunFolder(dataDir: string, owner: Owner) {
  const name = `atrium-${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  const candidates = [join(dataDir, 'run'), join(tmpdir(), name)];
  const folder = candidates.find(
    (path) => Buffer.byteLength(join(path, `.s.PGSQL.${PORT}`)) <= LONGEST_SOCKET,
  );
  if (folder === undefined)
    throw new Error(
      `The paths of ${dataDir} and of ${tmpdir()} are too long for a socket. Choose a shorter DATA_DIR.`,
    );
  await mkdir(folder, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  const found = await lstat(folder);
  const closed = found.isDirectory() && (found.mode & 0o077) === 0;
  if (closed && weAreRoot() && found.uid === 0) await giveTo(owner, folder);
  else if (!closed || found.uid !== owner.uid)
    throw new Error(
      `${folder} must be a folder of the user with the id ${owner.uid} and closed to others (mode 0700). ` +
        'Remove it and start Atrium again.',
    );
  return folder;
}

export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
