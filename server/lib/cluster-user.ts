import { execFile } from 'node:child_process';
import { lchown, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Binaries } from './cluster-binaries.ts';

const run = promisify(execFile);

export type Owner = { uid: number; gid: number };
/** How to start one of PostgreSQL's programs: the words to put before it, and the options of `spawn`. */
export type Launch = {
  words: string[];
  options: { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number };
};

export const weAreRoot = () => process.geteuid?.() === 0;

/** The user the cluster runs as: ourselves or, as PostgreSQL refuses root, an unprivileged one. */
export async function findOwner(cluster: string): Promise<Owner> {
  const existing = await stat(cluster).catch(() => undefined);
  if (!weAreRoot()) {
    const us = { uid: process.geteuid?.() ?? -1, gid: process.getegid?.() ?? -1 };
    if (existing && existing.uid !== us.uid)
      throw new Error(
        `The database in ${cluster} belongs to the user with the id ${existing.uid}. ` +
          'Start Atrium as that user, or choose another DATA_DIR.',
      );
    return us;
  }
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid || existing.uid };
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]).catch(() => undefined);
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. ' +
      'Start Atrium as an ordinary user, or set DATABASE_URL.',
  );
}

/** As root: makes the path the owner's. */
export async function giveTo({ uid, gid }: Owner, path: string): Promise<void> {
  await lchown(path, uid, gid).catch((error: Error) => {
    throw new Error(
      `PostgreSQL does not run as root, and ${path} cannot be given to the user it would run as ` +
        `(${error.message}). Start Atrium as an ordinary user, or choose a DATA_DIR on a disk of this machine.`,
    );
  });
}

/**
 * Finds a way in which the owner reaches both the programs and the folders. An install or a DATA_DIR inside a
 * folder closed to everybody but root is no obstacle where the kernel lets a process keep one capability: to
 * pass and read (dac_read_search) or, when the programs themselves are closed to others, to execute them too
 * (dac_override). The smallest that serves is taken.
 */
export async function findLaunch(owner: Owner, binaries: Binaries, folders: string[]): Promise<Launch> {
  const options = { cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C' } };
  if (!weAreRoot()) return { words: [], options };
  const ways: Launch[] = [
    { words: [], options: { ...options, ...owner } },
    { words: withCapability('dac_read_search', owner), options },
    { words: withCapability('dac_override', owner), options },
  ];
  for (const way of ways) if (await reaches(way, binaries, folders)) return way;
  throw new Error(
    `PostgreSQL does not run as root, and the user it would run as (id ${owner.uid}) cannot reach ` +
      `${folders.join(', ')} or ${binaries.postgres}. Choose a DATA_DIR and an install folder which that user ` +
      'may enter, start Atrium as an ordinary user, or set DATABASE_URL.',
  );
}

export function commandLine(launch: Launch, program: string, args: string[]): [string, string[]] {
  const [first, ...rest] = launch.words;
  return first === undefined ? [program, args] : [first, [...rest, program, ...args]];
}

/**
 * `no_setuid_fixup` matters: PostgreSQL asks access(2) whether it may read itself, and the kernel answers that
 * question without the capabilities of a user that is not root unless this bit is set.
 */
const withCapability = (name: string, { uid, gid }: Owner) => [
  'setpriv',
  `--reuid=${uid}`,
  `--regid=${gid}`,
  '--clear-groups',
  '--no-new-privs',
  '--securebits=+no_setuid_fixup',
  `--inh-caps=+${name}`,
  `--ambient-caps=+${name}`,
];

/** The shell goes first, as the program in front of it is still judged with the rights of root. */
async function reaches(launch: Launch, { postgres }: Binaries, folders: string[]) {
  const trial = 'p=$0; : <"$p" && "$p" --version && for f; do cd "$f" || exit 1; done';
  const [file, args] = commandLine(launch, '/bin/sh', ['-c', trial, postgres, ...folders]);
  try {
    // Throws at once, too, where the kernel does not let us change the user.
    await run(file, args, launch.options);
    return true;
  } catch {
    return false;
  }
}
