import pg from 'pg';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/app.ts';
import { AppError } from './app-error.ts';
import { openDatabase } from './database.ts';
import { allows, forgive, network, purge, withinLimits } from './guesses.ts';

const options = await testDatabase();
const db = openDatabase(options);
// A second server process has a pool of its own.
const elsewhere = openDatabase(options);
const owner = new pg.Pool(options);
afterAll(() => Promise.all([db.close(), elsewhere.close(), owner.end()]));
beforeEach(() => owner.query('DELETE FROM guess'));

const wrong = async () => undefined;
const right = async () => true as const;
/** How a try ends: true (right), undefined (wrong), or the seconds to wait. */
const attempt = (account: string, address: string, check: () => Promise<true | undefined> = wrong, on = db) =>
  withinLimits(on, { account, address }, check).catch((error: unknown) => {
    if (error instanceof AppError && error.statusCode === 429) return error.retryAfter!;
    throw error;
  });
const times = <T>(n: number, work: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));
const runOut = () => owner.query(`UPDATE guess SET until = now() - interval '1 second'`);

test('ten failures on one account from one address, then a wait; parallel tries on two servers do not slip through', async () => {
  const outcomes = await times(40, (i) => attempt('ada', '10.0.0.1', wrong, i % 2 ? db : elsewhere));
  expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(10);
  const waits = outcomes.filter((outcome) => typeof outcome === 'number');
  expect(waits).toHaveLength(30);
  for (const wait of waits) expect(wait).toBeGreaterThan(14 * 60);
  // Refused without being asked: the check of the secret does not run.
  let asked = false;
  await attempt('ada', '10.0.0.1', async () => ((asked = true), true));
  expect(asked).toBe(false);

  expect(await attempt('ada', '10.0.0.2')).toBeUndefined();
  expect(await attempt('bob', '10.0.0.1')).toBeUndefined();
  await runOut();
  expect(await attempt('ada', '10.0.0.1')).toBeUndefined();
});

test('an account has fifty failures, wherever they come from', async () => {
  for (let i = 0; i < 50; i += 1) expect(await attempt('ada', `10.0.1.${i}`)).toBeUndefined();
  expect(await attempt('ada', '10.0.2.1', right)).toBeTypeOf('number');
});

test('an address has a hundred failures, whatever the account; refused tries leave nothing behind', async () => {
  for (let i = 0; i < 100; i += 1) expect(await attempt(`nobody ${i}`, '10.0.0.1')).toBeUndefined();
  const rows = async () => (await owner.query('SELECT FROM guess')).rowCount;
  const before = await rows();
  for (let i = 0; i < 5; i += 1) expect(await attempt(`new ${i}`, '10.0.0.1')).toBeTypeOf('number');
  expect(await rows()).toBe(before);
});

test('right tries cost nothing, even a hundred at once, and clear what was mistyped', async () => {
  for (let i = 0; i < 9; i += 1) await attempt('ada', '10.0.0.1');
  expect(await attempt('ada', '10.0.0.1', right)).toBe(true);
  for (let i = 0; i < 10; i += 1) expect(await attempt('ada', '10.0.0.1')).toBeUndefined();

  const outcomes = await times(300, (i) => attempt(`user ${i}`, '10.0.0.9', right));
  expect(new Set(outcomes)).toEqual(new Set([true]));
  const { rows } = await owner.query<{ failures: number }>('SELECT failures FROM guess ORDER BY failures');
  expect(rows.map(({ failures }) => failures)).toEqual([10, 19, 19]); // the pair, the account, the address
});

test('a proof of another kind lifts the limits on an account', async () => {
  for (let i = 0; i < 11; i += 1) await attempt('ada', '10.0.0.1');
  await forgive(db, { account: 'ada', address: '10.0.0.1' });
  expect(await attempt('ada', '10.0.0.1')).toBeUndefined();
});

test('a check that breaks counts as a failure', async () => {
  const breaks = async () => Promise.reject(new Error('broken'));
  for (let i = 0; i < 10; i += 1) await expect(attempt('ada', '10.0.0.1', breaks)).rejects.toThrow('broken');
  expect(await attempt('ada', '10.0.0.1', right)).toBeTypeOf('number');
});

test('counts how often something happens', async () => {
  expect(await times(8, () => allows(db, 'mail', 5, 60))).toHaveLength(8);
  expect(await allows(db, 'mail', 5, 60)).toBe(false);
  expect(await allows(db, 'other mail', 5, 60)).toBe(true);
  await runOut();
  expect(await allows(db, 'mail', 5, 60)).toBe(true);
});

test('what has run out is purged, and the table names nobody', async () => {
  await attempt('ada@example.com', '10.0.0.1');
  const { rows } = await owner.query<{ key: Buffer }>('SELECT key FROM guess');
  expect(rows).toHaveLength(3);
  for (const { key } of rows) expect(key).toHaveLength(32);
  await runOut();
  await purge(db);
  expect((await owner.query('SELECT FROM guess')).rowCount).toBe(0);
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s belongs to %s', (address, expected) => {
  expect(network(address)).toBe(expected);
});
