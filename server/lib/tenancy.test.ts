import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { testServer } from '../../test/app.ts';
import { openDatabase } from './database.ts';

/** Tables that belong to no organisation, and why requests may or may not see them. */
const outsideTenants: Record<string, string> = {
  migration: 'the history of the schema; closed to requests',
  job_run: 'when each job of the server ran last; read by site administrators, written by the owner',
  calendar_domain: 'what the ids of this server’s calendar entries end in; read by requests, never written',
  guess: 'failed tries, counted before a tenant is known, under hashed keys',
};

const server = await testServer();
const a = await server.register('A');
const b = await server.register('B');
const organisationOf = async (id: number) =>
  (
    await server.owner.query<{ organisation_id: number }>(
      'SELECT organisation_id FROM app_user WHERE id = $1',
      [id],
    )
  ).rows[0]!.organisation_id;
const [organisationA, organisationB] = await Promise.all([organisationOf(a.id), organisationOf(b.id)]);

type Table = { name: string; secured: boolean; policies: string[]; primary: string[]; columns: string[] };
const { rows: tables } = await server.owner.query<Table>(`
  SELECT c.relname AS name, c.relrowsecurity AS secured,
    ARRAY(SELECT pg_get_expr(p.polqual, p.polrelid) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
    ARRAY(SELECT a.attname::text FROM pg_index i
      CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, nth)
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
      WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.nth) AS "primary",
    ARRAY(SELECT a.attname::text FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
  FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')
  ORDER BY c.relname`);
const tenantTables = tables.filter(({ name }) => !Object.hasOwn(outsideTenants, name));
const keyOf = ({ name }: Table) => (name === 'organisation' ? 'id' : 'organisation_id');

const requests = openDatabase(server.deps.db.options);
afterAll(() => requests.close());

// Every table gets a row of B, copied from one that the registration made or made up for the purpose, with
// its constraints set aside: what is proved here is the wall, not the shape of the rows.
const arranged = new pg.Client(server.deps.db.options);
await arranged.connect();
await arranged.query('SET session_replication_role = replica');
for (const table of tenantTables) {
  const count = await arranged.query(`SELECT FROM ${table.name} WHERE ${keyOf(table)} = $1`, [organisationB]);
  if (count.rowCount !== 0) continue;
  const { rows } = await arranged.query<{ column: string; type: string; check: string | null }>(
    `SELECT a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
       (SELECT coalesce(substring(pg_get_constraintdef(k.oid) FROM '''([^'']*)'''),
          substring(pg_get_constraintdef(k.oid) FROM '>= ([0-9]+)')) FROM pg_constraint k
        WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]) AS check
     FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND a.attnotnull
       AND NOT a.atthasdef AND a.attidentity = '' AND a.attname <> $2`,
    [table.name, keyOf(table)],
  );
  // Rules between columns know nothing of rows made up column by column.
  const rules = await arranged.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint
     WHERE conrelid = $1::regclass AND contype = 'c' AND cardinality(conkey) > 1`,
    [table.name],
  );
  for (const { name } of rules.rows)
    await arranged.query(`ALTER TABLE ${table.name} DROP CONSTRAINT "${name}"`);
  const made = (type: string, check: string | null) => {
    if (type.endsWith('[]')) return '{}';
    // One of the values that it names, or the least; '' is named to be forbidden.
    if (check) return check;
    if (/^(bigint|integer|smallint|double|numeric)/.test(type)) return 1;
    if (type.startsWith('timestamp') || type === 'date') return '2026-01-01';
    if (type === 'bytea') return Buffer.from('x');
    if (type.startsWith('json')) return '{}';
    if (type === 'tstzrange') return '[2026-01-01,2026-01-02)';
    if (type.endsWith('multirange')) return '{}';
    if (/range/.test(type)) return 'empty';
    if (type === 'boolean') return false;
    return 'x';
  };
  const names = [keyOf(table), ...rows.map(({ column }) => column)];
  await arranged.query(
    `INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    [organisationB, ...rows.map(({ type, check }) => made(type, check))],
  );
}
await arranged.end();

test('the tables outside of tenants are those known here', () => {
  const found = tables.filter(
    ({ columns, name }) => !columns.includes('organisation_id') && name !== 'organisation',
  );
  expect(found.map(({ name }) => name).toSorted()).toEqual(Object.keys(outsideTenants).toSorted());
});

test.each(tenantTables)(
  '$name is walled: row security, one policy, keys that lead with the organisation',
  (table) => {
    expect(table.secured).toBe(true);
    expect(table.policies).toHaveLength(1);
    expect(table.policies[0]).toMatch(
      new RegExp(
        `^\\(${keyOf(table)} = \\( SELECT current_organisation\\(\\) AS current_organisation\\)\\)$`,
      ),
    );
    expect(table.primary[0]).toBe(keyOf(table));
  },
);

test('every foreign key between tenants’ tables carries the organisation, so no reference can cross', async () => {
  const { rows } = await server.owner.query<{ name: string; definition: string }>(`
    SELECT conrelid::regclass || ': ' || conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`);
  expect(rows.length).toBeGreaterThan(50);
  for (const { name, definition } of rows)
    expect(`${name} ${definition}`).toMatch(
      /FOREIGN KEY \(organisation_id(, \w+)*\) REFERENCES (organisation\(id\)|\w+\(organisation_id, )/,
    );
});

test.each(tenantTables)('$name of another organisation is neither seen nor touched', async (table) => {
  const { name } = table;
  const key = keyOf(table);
  const has = async (organisation: number) =>
    (await server.owner.query(`SELECT FROM ${name} WHERE ${key} = $1`, [organisation])).rowCount!;
  const before = await has(organisationB);
  expect(before).toBeGreaterThan(0);

  const seen = await requests.read(organisationA, (tx) =>
    tx.query<Record<string, number>>(`SELECT * FROM ${name}`),
  );
  expect(new Set(seen.map((row) => row[key]))).not.toContain(organisationB);

  const write = (sql: string, params: unknown[] = []) =>
    requests
      .write(organisationA, (tx) => tx.query(sql, params))
      .catch((error: { code?: string }) => error.code);
  // The audit log may not be changed at all, an organisation not be deleted (42501, insufficient privilege).
  expect([[], '42501']).toContainEqual(
    await write(`UPDATE ${name} SET ${key} = ${key} WHERE ${key} = $1 RETURNING 1`, [organisationB]),
  );
  expect([[], '42501']).toContainEqual(
    await write(`DELETE FROM ${name} WHERE ${key} = $1 RETURNING 1`, [organisationB]),
  );
  const columns = table.columns.join(', ');
  await server.owner.query(
    `CREATE TABLE IF NOT EXISTS stolen_${name} AS SELECT ${columns} FROM ${name} WHERE ${key} = ${organisationB} LIMIT 1`,
  );
  await server.owner.query(`GRANT SELECT ON stolen_${name} TO atrium_app`);
  expect(await write(`INSERT INTO ${name} (${columns}) SELECT ${columns} FROM stolen_${name}`)).toBe('42501');
  expect(await has(organisationB)).toBe(before);
});

test('without an organisation nothing is seen', async () => {
  for (const { name } of tenantTables) expect(await requests.query(`SELECT * FROM ${name}`)).toEqual([]);
});

test('requests run as a role that owns nothing and cannot lift the wall', async () => {
  const [role] = await requests.query<{ name: string; above: boolean }>(
    'SELECT current_user AS name, rolsuper OR rolbypassrls AS above FROM pg_roles WHERE rolname = current_user',
  );
  expect(role).toEqual({ name: 'atrium_app', above: false });
  const refused = (sql: string) =>
    expect(requests.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  await refused('SELECT * FROM migration');
  await refused('ALTER TABLE app_user DISABLE ROW LEVEL SECURITY');
});
