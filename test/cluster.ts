import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openCluster, type ClusterConnection } from '#server/lib/cluster.ts';
import { migrate } from '#server/lib/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Options for `pg` of the cluster that all test files of a run share; the role is a superuser. */
    cluster: ClusterConnection;
  }
}

/** Followed by the number of the run's process, in the names of all folders that a run makes. */
const PREFIX = 'atrium-test-';

/** One cluster a run. It forgets everything at the end, so it need not write safely. */
export default async function setup(project: TestProject) {
  removeFolders(isDead);
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${Date.now()}`);
  const onExit = () => endAtOnce(folder);
  process.once('exit', onExit);
  const cluster = await openCluster(folder, {
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' },
  });

  // Migrated once; each test file copies it in tens of milliseconds.
  const admin = new pg.Client({ ...cluster.connection, database: 'postgres' });
  await admin.connect();
  await admin.query('CREATE DATABASE atrium_template');
  await admin.end();
  await migrate({ ...cluster.connection, database: 'atrium_template' });

  project.provide('cluster', cluster.connection);
  return async () => {
    await cluster.release();
    process.off('exit', onExit);
    await rm(folder, { recursive: true, force: true });
  };
}

/** An interrupted run exits without its teardown, and an exiting process cannot wait for anything. */
function endAtOnce(folder: string) {
  try {
    process.kill(
      Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10),
      'SIGQUIT',
    );
  } catch {
    // Not started yet, or gone.
  }
  removeFolders((pid) => pid === process.pid);
}

/** A killed run leaves its folders; PostgreSQL ends by itself within a minute after those are gone. */
function removeFolders(where: (pid: number) => boolean) {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (where(pid))
      rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 9, retryDelay: 50 });
  }
}

function isDead(pid: number) {
  try {
    return !process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
