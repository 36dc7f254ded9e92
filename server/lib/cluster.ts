import { setTimeout as delay } from 'node:timers/promises';
import { findBinaries } from './cluster-binaries.ts';
import { checkVersion, createCluster, isEmpty } from './cluster-create.ts';
import { preparePlace, PORT, type Place } from './cluster-folders.ts';
import { isLast, keepHold, takeHold, type ClusterConnection, type Hold, type Miss } from './cluster-hold.ts';
import {
  discardStaleLocks,
  logTail,
  postmasterRuns,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
} from './cluster-postmaster.ts';
import { findLaunch, type Launch } from './cluster-user.ts';

export type { ClusterConnection };

const START_LIMIT_MS = 30_000;
const STARTS = 3;
/** What a killed predecessor has not let go of yet. */
const WORTH_WAITING = /still in use|lock file/;

export type Cluster = {
  /** Options for `pg`; the caller adds the database. The role is a superuser. */
  connection: ClusterConnection;
  /** Stops the cluster, unless another process of Atrium still uses it. May be called more than once. */
  release(): Promise<void>;
};
type Options = {
  /** Settings of PostgreSQL for this start alone, such as `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
};

/**
 * Starts or adopts the cluster in `<dataDir>/postgres`, which several processes may share. Takes about a second
 * the first time. Throws a plain Error with a sentence a person can act on.
 */
export async function openCluster(dataDir: string, { settings = {} }: Options = {}): Promise<Cluster> {
  const binaries = await findBinaries();
  const place = await preparePlace(dataDir);
  let launch: Promise<Launch> | undefined;
  const way = () => (launch ??= findLaunch(place.owner, binaries, [place.dataDir, place.run]));

  if (await isEmpty(place.cluster)) await createCluster(place, binaries, await way());
  await checkVersion(place, binaries);

  const connection: ClusterConnection = { host: place.run, port: PORT, user: 'atrium', ssl: false };
  const take = () => takeHold(connection, place.cluster);
  const start = async () => startPostmaster(place, binaries, await way(), settings);
  const hold = keepHold(await startOrAdopt(place, take, start), take);

  async function leave() {
    const last = await hold.end();
    if (!last) return;
    try {
      if (await isLast(last)) await stopPostmaster(last.pid, place.cluster);
    } finally {
      await last.client.end().catch(() => undefined);
    }
  }
  let left: Promise<void> | undefined;
  return { connection, release: () => (left ??= leave()) };
}

async function startOrAdopt(
  place: Place,
  take: () => Promise<Hold | Miss>,
  start: () => Promise<Postmaster>,
): Promise<Hold> {
  const deadline = Date.now() + START_LIMIT_MS;
  let reason = '';
  let ours: Postmaster | undefined;
  for (let starts = 0; Date.now() < deadline; await delay(20)) {
    const found = await take();
    if ('client' in found) {
      ours?.letGo();
      return found;
    }
    reason = found.reason;
    if (!found.absent || (ours && !ours.exited)) continue;
    await discardStaleLocks(place);
    if (await postmasterRuns(place.cluster)) continue;
    if (starts === STARTS && !WORTH_WAITING.test(ours?.said ?? '')) break;
    if (starts > 0) await delay(Math.min(125 * 2 ** starts, 4_000));
    ours = await start();
    starts = Math.min(starts + 1, STARTS);
  }
  ours?.letGo();
  const words = [ours?.said.trim(), await logTail(place.cluster)].filter(Boolean).join('\n');
  throw new Error(
    `The database in ${place.cluster} does not answer (${reason}). If it is still recovering from a crash, ` +
      `start Atrium again in a minute.${words && ` PostgreSQL says:\n${words}`}`,
  );
}
