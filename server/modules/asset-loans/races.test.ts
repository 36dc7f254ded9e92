import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { buildApp } from '#server/app.ts';
import { openDatabase, type Database } from '#server/lib/database.ts';
import { API, type TestUser } from '../../../test/app.ts';
import { HOUR, lending } from '../../../test/asset-loans.ts';

const it = lending();
let apps: FastifyInstance[];
let second: Database;

// Two instances of the server with a pool each, as two processes on one database are.
beforeAll(async () => {
  second = openDatabase(it.server.deps.db.options);
  apps = [it.server.app, await buildApp({ ...it.server.deps, db: second })];
});
afterAll(async () => {
  await apps[1]?.close();
  await second?.close();
});

let turn = 0;
const call = async (by: TestUser, method: string, path: string, payload: object = {}) => {
  const headers = { 'x-auth-username': by.email, 'x-auth-password': by.password };
  const app = apps[(turn += 1) % 2]!;
  const answer = await app.inject({ method: method as 'GET', url: API + path, headers, payload });
  return { status: answer.statusCode, json: answer.json<AssetLoan>() };
};

/** Pairs that both keep others from one asset at one time; reckoned apart from the constraint. */
async function overlaps() {
  const { rows } = await it.server.owner.query(
    `WITH held AS (SELECT * FROM asset_loan WHERE state = 'reserved' OR state = 'out')
     SELECT a.id, b.id FROM held a JOIN held b ON a.asset_id = b.asset_id AND a.id < b.id
       AND (a.state = 'out' AND b.state = 'out'
         OR lower(a.during) < upper(b.during) AND lower(b.during) < upper(a.during))`,
  );
  return rows;
}
/** Assets that are out and not the borrower's, or the other way round. */
async function strays() {
  const { rows } = await it.server.owner.query(
    `SELECT a.id FROM asset a LEFT JOIN asset_loan l ON l.asset_id = a.id AND l.state = 'out'
     WHERE a.owner_id IS DISTINCT FROM l.user_id`,
  );
  return rows;
}

test('of two hundred at once for one time, one gets it', async () => {
  const asset = await it.asset();
  const since = Date.now() + 24 * HOUR;
  const bodies = Array.from({ length: 200 }, (_, n) => ({
    asset: { id: asset },
    startDate: since + (n % 4) * HOUR,
    dueDate: since + (n % 4) * HOUR + 4 * HOUR,
  }));
  const answers = await Promise.all(
    bodies.map((body) => call(it.ada, 'POST', '/assets/loans/reserve', body)),
  );
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(201), count(409)]).toEqual([1, 199]);
  expect(await overlaps()).toEqual([]);
});

const slot = { asset: fc.nat(1), at: fc.nat(20), hours: fc.integer({ min: 1, max: 8 }) };
const steps = ['handOver', 'return', 'undo', 'cancel'] as const;
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('reserve' as const), ...slot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lend' as const), ...slot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), which: fc.nat(30), ...slot }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom(...steps), which: fc.nat(30) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const usual: Step[][] = [
  [{ kind: 'lend', asset: 0, at: 0, hours: 2 }],
  [{ kind: 'return', which: 0 }],
  [{ kind: 'reserve', asset: 0, at: 3, hours: 2 }],
  [{ kind: 'handOver', which: 1 }],
  [{ kind: 'undo', which: 1 }],
  [{ kind: 'cancel', which: 1 }],
];

test('whatever is done at once, nothing is promised twice, nothing breaks, and who has it owns it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
      async (batches) => {
        const assets = [await it.asset(), await it.asset()];
        const made: AssetLoan[] = [];
        const since = Date.now() + HOUR;
        const times = ({ at, hours }: { at: number; hours: number }) => ({
          startDate: since + at * HOUR,
          dueDate: since + (at + hours) * HOUR,
        });
        const take = (one: Step) => {
          if (one.kind === 'reserve')
            return call(it.ada, 'POST', '/assets/loans/reserve', {
              asset: { id: assets[one.asset]! },
              ...times(one),
            });
          if (one.kind === 'lend')
            return call(it.keeper, 'POST', '/assets/loans', {
              asset: { id: assets[one.asset]! },
              user: { id: it.bob.id },
              dueDate: times(one).dueDate,
            });
          const path = `/assets/loans/${made[one.which % Math.max(1, made.length)]?.id ?? 999_999}`;
          if (one.kind === 'move') return call(it.keeper, 'PUT', path, times(one));
          return call(it.keeper, 'PUT', `${path}/${one.kind}`);
        };
        for (const batch of batches) {
          for (const { status, json } of await Promise.all(batch.map(take))) {
            expect([200, 201, 400, 404, 409]).toContain(status);
            if (status === 201) made.push(json);
          }
          expect([await overlaps(), await strays()]).toEqual([[], []]);
        }
      },
    ),
    { numRuns: 12, examples: [[usual]] },
  );
});

test('what writes past the server is stopped by the constraints', async () => {
  const asset = await it.asset();
  const { startDate, dueDate } = await it.reserve(asset, it.ada, 1);
  const past = (from: number, until: number, out = false) =>
    it.server.owner.query(
      `INSERT INTO asset_loan (organisation_id, asset_id, user_id, center_id, state, during, was_reserved, lent_at, lent_by)
       SELECT organisation_id, asset_id, user_id, center_id, $4, tstzrange($2, $3), false, CASE WHEN $5 THEN now() END,
         CASE WHEN $5 THEN user_id END FROM asset_loan WHERE asset_id = $1 LIMIT 1`,
      [asset, new Date(from), new Date(until), out ? 'out' : 'reserved', out],
    );
  await expect(past(dueDate - 1, dueDate + HOUR)).rejects.toMatchObject({
    code: '23P01',
    constraint: 'asset_loan_once',
  });
  await past(dueDate, dueDate + HOUR);
  await past(startDate - 3 * HOUR, startDate - 2 * HOUR, true);
  await expect(past(startDate - 2 * HOUR, startDate, true)).rejects.toMatchObject({
    constraint: 'asset_loan_out',
  });
});
