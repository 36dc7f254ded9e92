import { expect, test } from 'vitest';
import { testServer } from '../../test/app.ts';
import { openDatabase, type Tx } from './database.ts';
import { glance, glimpse } from './glance.ts';

const server = await testServer();
const [a, b] = [await server.register('A'), await server.register('B')];
const organisationOf = async (id: number) => {
  const { rows } = await server.owner.query<{ organisation_id: number }>(
    'SELECT organisation_id FROM app_user WHERE id = $1',
    [id],
  );
  return rows[0]!.organisation_id;
};
const [ofA, ofB] = [await organisationOf(a.id), await organisationOf(b.id)];
const PEOPLE = 'SELECT id FROM app_user';
const settings = async (tx: Tx) => {
  const rows = await tx.query<{ value: string }>(
    `SELECT current_setting(name) AS value FROM unnest('{random_page_cost,plan_cache_mode}'::text[]) name`,
  );
  return rows.map(({ value }) => value);
};

test('a plan that is kept shows each organisation its own, and settings end with the transaction', async () => {
  const db = openDatabase({ ...server.deps.db.options, max: 1 });
  try {
    const usual = await db.read(ofA, settings);
    for (const look of [glance, glimpse])
      for (const [organisation, person] of [
        [ofA, a],
        [ofB, b],
      ] as const) {
        const [plain, named] = await look(db, organisation, async (tx) => [
          await tx.query(PEOPLE),
          await tx.named('people', PEOPLE),
        ]);
        expect([plain, named]).toEqual([[{ id: person.id }], [{ id: person.id }]]);
      }
    expect(await glance(db, ofA, settings)).toEqual(['1.1', 'force_generic_plan']);
    expect(await glimpse(db, ofA, settings)).toEqual(['1.1', 'auto']);
    expect(await db.read(ofA, settings)).toEqual(usual);
  } finally {
    await db.close();
  }
});

test('what is asked twice is answered once, other values anew', async () => {
  const [first, again, other] = await glance(server.deps.db, ofA, async (tx) => {
    const ask = (value: number) => tx.query('SELECT $1::integer AS value, clock_timestamp() AS at', [value]);
    return [await ask(1), await ask(1), await ask(2)];
  });
  expect(again).toBe(first);
  expect(other).toMatchObject([{ value: 2 }]);
});
