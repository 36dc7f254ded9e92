import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { codeOf } from './cluster-folders.ts';
import { pidFile } from './cluster-postmaster.ts';

/** `ssl` is said because `pg` would otherwise ask PGSSLMODE, and a unix socket has none. */
export type ClusterConnection = { host: string; port: number; user: string; ssl: false };
/** A connection that holds the shared lock by which the processes on one cluster know of each other. */
export type Hold = { client: Client; /** Of the postmaster. */ pid: number };
export type Miss = { /** Nobody listens. */ absent: boolean; reason: string };

/** Any number will do, so long as it stays: "atrium" in ASCII. */
const LOCK = 0x61747269756d;
const ANSWER_LIMIT_MS = 5_000;
const RETAKE_MS = 500;

/** Connects and takes the shared lock. Throws only where trying again is of no use. */
export async function takeHold(connection: ClusterConnection, cluster: string): Promise<Hold | Miss> {
  const client = new Client({
    ...connection,
    database: 'postgres',
    application_name: 'atrium: in use',
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
  });
  // Without a listener a lost connection would end the process; keepHold sees to it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Waits while the last of the others stops the cluster, which then ends this connection too.
    await client.query(`set lock_timeout = ${ANSWER_LIMIT_MS}; select pg_advisory_lock_shared(${LOCK})`);
    const { rows } = await client.query<{ text: string }>(`select pg_read_file('postmaster.pid') as text`);
    const [pid, started] = identity(rows[0]?.text ?? '');
    const [ourPid, ourStarted] = identity(await readFile(pidFile(cluster), 'utf8').catch(() => ''));
    if (pid === ourPid && started === ourStarted) return { client, pid: Number(pid) };
    void client.end().catch(() => undefined);
    return {
      absent: false,
      reason: 'another database, whose folder is gone, still listens; it ends within a minute',
    };
  } catch (error) {
    void client.end().catch(() => undefined);
    return missOf(error, connection);
  }
}

/** Number and start time of the postmaster: lines 1 and 3 of its pid file. */
const identity = (text: string) => [text.split('\n')[0], text.split('\n')[2]];

/** Starting, stopping, recovering, full, or gone while we asked. */
const PASSING = /^(57|53|08|55P03|58P01)/;

function missOf(error: unknown, { host }: ClusterConnection): Miss {
  const code = codeOf(error);
  if (code === 'EACCES')
    throw new Error(
      `Atrium may not enter ${host}, where its database listens. Start it as the user who started the database.`,
    );
  if (error instanceof DatabaseError && !PASSING.test(code)) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  return { absent: code === 'ENOENT' || code === 'ECONNREFUSED', reason };
}

/**
 * Takes the lock again when its connection is lost (PostgreSQL ends all connections when one of its processes
 * crashes), as another process that leaves would otherwise stop the cluster under us.
 */
export function keepHold(first: Hold, again: () => Promise<Hold | Miss>) {
  const over = new AbortController();
  let current: Promise<Hold | undefined> = Promise.resolve(first);
  const watch = ({ client }: Hold) =>
    client.once('end', () => {
      current = retake();
    });

  async function retake(): Promise<Hold | undefined> {
    while (!over.signal.aborted) {
      const found = await again().catch(() => undefined);
      if (found && 'client' in found) {
        watch(found);
        return found;
      }
      await delay(RETAKE_MS, undefined, { ref: false, signal: over.signal }).catch(() => undefined);
    }
    return undefined;
  }
  watch(first);

  return {
    /** The hold as it stands, no longer renewed; undefined when the cluster does not answer. */
    end() {
      over.abort();
      return current;
    },
  };
}

/**
 * Gives the shared lock up and tells whether nobody else holds it; new processes then wait until the connection
 * ends. In this order two that leave at once cannot both take the other for one who stays.
 */
export async function isLast({ client }: Hold): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${LOCK})`);
    const { rows } = await client.query<{ last: boolean }>(`select pg_try_advisory_lock(${LOCK}) as last`);
    return rows[0]?.last ?? false;
  } catch {
    return false;
  }
}
