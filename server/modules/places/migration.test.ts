import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { listMigrations, migrate } from '#server/lib/migrate.ts';

test('places that were there before are found by their words, and have both coordinates or none', async () => {
  const cluster = inject('cluster');
  const database = `t_${randomBytes(8).toString('hex')}`;
  const admin = new pg.Client({ ...cluster, database: 'postgres' });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  const before = (await listMigrations()).indexOf('0020-places.sql');
  expect(before).toBeGreaterThan(0);
  await migrate({ ...cluster, database }, before);
  const owner = new pg.Client({ ...cluster, database });
  await owner.connect();
  await owner.query(`
    INSERT INTO organisation (id, name) VALUES (1, 'Old');
    INSERT INTO country (organisation_id, id, name, alpha2_code) VALUES (1, 1, 'Poland', 'PL');
    INSERT INTO building (organisation_id, id, name, city, country_id, latitude, longitude)
    VALUES (1, 1, 'Fabryka', 'Łódź', 1, 51.7, NULL), (1, 2, 'Wieża', 'Gdańsk', 1, 54.3, 18.6);
    INSERT INTO floor (organisation_id, id, building_id, name) VALUES (1, 1, 1, '1');`);
  await migrate({ ...cluster, database });
  await owner.query(`SET app.organisation_id = '1'`);
  const found = async (sql: string) =>
    (await owner.query<{ id: string }>(sql)).rows.map(({ id }) => Number(id));
  expect(await found(`SELECT find_located('ŁÓDŹ, pl') AS id`)).toEqual([1]);
  expect(await found(`SELECT find_buildings('%wież%') AS id`)).toEqual([2]);
  expect(await found('SELECT id FROM building WHERE latitude IS NOT NULL')).toEqual([2]);
  await owner.end();
  await admin.query(`DROP DATABASE ${database}`);
  await admin.end();
});
