import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, readlink, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Binaries } from './cluster-binaries.ts';
import { codeOf, PORT, type Place } from './cluster-folders.ts';
import { commandLine, type Launch } from './cluster-user.ts';

const run = promisify(execFile);
const STOP_LIMIT_MS = 60_000;
const LOG_TAIL_LINES = 12;

/** A postmaster that we started; `said` is what it wrote before its own log took over. */
export type Postmaster = { exited: boolean; said: string; letGo: () => void };

/** Starts PostgreSQL in a session of its own, so that Ctrl-C reaches Atrium only and its requests can end. */
export function startPostmaster(
  { cluster, run: socketFolder }: Place,
  { postgres }: Binaries,
  launch: Launch,
  extra: Record<string, string>,
): Postmaster {
  const settings = {
    listen_addresses: '',
    // A list, in which quotes keep a comma part of the path.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    port: String(PORT),
    cluster_name: 'atrium',
    logging_collector: 'on',
    log_directory: 'log',
    ...extra,
  };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [file, args] = commandLine(launch, postgres, ['-D', cluster, ...words]);
  const child = spawn(file, args, { ...launch.options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const postmaster: Postmaster = {
    exited: false,
    said: '',
    letGo() {
      child.stderr.destroy();
      child.unref();
    },
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    postmaster.said = (postmaster.said + text).slice(-4_000);
  });
  child.on('close', () => {
    postmaster.exited = true;
  });
  child.on('error', (error) => {
    postmaster.exited = true;
    postmaster.said += error.message;
  });
  return postmaster;
}

/** Asks for a fast shutdown (connections are ended, everything is written) and waits until it is done. */
export async function stopPostmaster(pid: number, cluster: string): Promise<void> {
  if (!(await isPostmaster(pid, cluster))) return;
  process.kill(pid, 'SIGINT');
  const deadline = Date.now() + STOP_LIMIT_MS;
  while (await isPostmaster(pid, cluster)) {
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${pid}) did not stop within ${STOP_LIMIT_MS / 1_000} s.`);
    await delay(20);
  }
}

export const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

/** Whether the process that holds the cluster's pid file is alive, be it starting, stopping or at work. */
export async function postmasterRuns(cluster: string): Promise<boolean> {
  const pid = pidIn(await readFile(pidFile(cluster), 'utf8').catch(() => ''));
  return pid !== undefined && (await isPostmaster(pid, cluster));
}

/**
 * Removes the lock files of a postmaster that is gone, where PostgreSQL would not: it takes any living process
 * of its user for the old postmaster, although the number may since have gone to another program, and refuses
 * a file that a power cut has left empty.
 */
export async function discardStaleLocks({ cluster, run: socketFolder }: Place): Promise<void> {
  for (const path of [pidFile(cluster), join(socketFolder, `.s.PGSQL.${PORT}.lock`)]) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text === undefined || !(await isStale(path, text, cluster))) continue;
    // Another process may have done the same and started a new postmaster since: look at what was moved away.
    const aside = `${path}.${randomUUID()}`;
    await rename(path, aside).catch(() => undefined);
    const moved = await readFile(aside, 'utf8').catch(() => undefined);
    if (moved !== undefined && moved !== text) await link(aside, path).catch(() => undefined);
    await rm(aside, { force: true });
  }
}

async function isStale(path: string, text: string, cluster: string) {
  const pid = pidIn(text);
  if (pid !== undefined) return isAlive(pid) && !(await isPostmaster(pid, cluster));
  // Empty for a moment while it is being written.
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
  return Date.now() - mtimeMs > 3_000;
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** A stand-alone backend writes its number negated. */
function pidIn(text: string) {
  const pid = Math.abs(Number.parseInt(text, 10));
  return pid > 0 ? pid : undefined;
}

async function isPostmaster(pid: number, cluster: string) {
  if (process.platform !== 'linux') {
    const { stdout } = await run('ps', ['-p', String(pid), '-o', 'comm=']).catch(() => ({ stdout: '' }));
    return stdout.includes('postgres');
  }
  const [, name, state] =
    /\((.*)\) (\S)/s.exec(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')) ?? [];
  // Z: dead, and its parent has not taken note, as happens where Atrium is process 1 of a container.
  if (name !== 'postgres' || state === 'Z' || state === 'X') return false;
  // A postmaster works in its cluster. Where we may not look (a container without ptrace), or can no longer
  // (it is about to end), believe its name.
  return readlink(`/proc/${pid}/cwd`).then(
    (folder) => folder === cluster,
    () => true,
  );
}

/** The last lines of the newest log file, for a person to read. */
export async function logTail(cluster: string): Promise<string> {
  const folder = join(cluster, 'log');
  let newest = { path: '', mtimeMs: 0 };
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
    if (mtimeMs > newest.mtimeMs) newest = { path, mtimeMs };
  }
  const text = await readFile(newest.path, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-LOG_TAIL_LINES).join('\n');
}
