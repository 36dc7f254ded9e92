import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testServer } from '../../test/app.ts';
import type { JobStatus } from '#contract/jobs.ts';
import { openJobs, type Jobs } from './jobs.ts';

const server = await testServer();
const admin = await server.register();
const open: Jobs[] = [];
afterAll(() => Promise.all(open.map((jobs) => jobs.close())));

function jobs(options?: pg.PoolConfig) {
  const reported: string[] = [];
  const report = (error: unknown, what: string) =>
    void reported.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  const db = options ? { ...server.deps.db, options } : server.deps.db;
  const opened = openJobs(db, report, { clock: 1, poll: 1, retry: 1 });
  open.push(opened);
  return { ...opened, reported };
}
const status = async () => (await admin.call('GET', '/jobs')).json<JobStatus[]>();
async function until(done: () => unknown) {
  for (let tries = 0; !(await done()); tries += 1) {
    if (tries > 400) throw new Error('not within a minute and a half');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test('nothing runs, nothing is told', async () => {
  expect(await status()).toEqual([]);
});

test('of two servers one does the work; its runs and failures are seen; both end when told', async () => {
  const begun: string[] = [];
  let fails = true;
  const [first, second] = [jobs(), jobs()];
  for (const [name, one] of Object.entries({ first, second })) {
    one.every('work', '* * * * *', async () => void begun.push(name));
    one.every('trouble', '* * * * *', async () => {
      if (fails) throw new Error('out of paper');
    });
    one.start();
  }
  const before = Date.now();
  await until(async () => (await status()).filter(({ lastRun }) => lastRun).length === 2);
  expect(begun).toHaveLength(1);
  const [trouble, work] = await status();
  expect(trouble).toMatchObject({ name: 'trouble', lastError: 'out of paper', late: false });
  expect(work).toEqual({
    name: 'work',
    lastRun: expect.any(Number),
    nextRun: expect.any(Number),
    late: false,
  });
  expect(work!.lastRun).toBeGreaterThan(before - 1000);
  expect(work!.nextRun).toBeGreaterThan(work!.lastRun!);
  expect([...first.reported, ...second.reported]).toEqual(['trouble: out of paper']);

  // It is tried again, and the error is forgotten when that works.
  fails = false;
  await until(async () => (await status()).every(({ lastError }) => lastError === undefined));

  // When every server is gone, that is seen.
  await first.close();
  await second.close();
  await server.owner.query(`UPDATE job_run SET next_run = now() - interval '6 minutes' WHERE name = 'work'`);
  expect((await status()).map(({ name, late }) => [name, late])).toEqual([
    ['trouble', false],
    ['work', true],
  ]);

  // Another version of the program has other jobs.
  const third = jobs();
  third.every('other', '0 0 1 1 *', async () => {});
  third.start();
  await until(async () => (await status()).some(({ name }) => name === 'other'));
  expect(await status()).toEqual([{ name: 'other', nextRun: expect.any(Number), late: false }]);
}, 120_000);

test('work in hand is told to end, and is waited for', async () => {
  const one = jobs();
  let ended = false;
  let started = false;
  one.every('slow', '* * * * *', async (stopping) => {
    started = true;
    await new Promise((resolve) => stopping.addEventListener('abort', resolve, { once: true }));
    ended = true;
  });
  one.start();
  await until(() => started);
  await one.close();
  expect(ended).toBe(true);
}, 120_000);

test('a database that cannot be reached is reported, and does not keep the server from ending', async () => {
  const one = jobs({ host: '127.0.0.1', port: 1, user: 'nobody', database: 'none' });
  one.every('work', '* * * * *', async () => {});
  one.start();
  await until(() => one.reported.length > 0);
  await one.close();
  expect(one.reported.join()).toContain('ECONNREFUSED');
});
