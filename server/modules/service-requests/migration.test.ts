import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { listMigrations, migrate } from '#server/lib/migrate.ts';

test('organisations that were there before can be asked for what new ones can be asked for', async () => {
  const cluster = inject('cluster');
  const database = `t_${randomBytes(8).toString('hex')}`;
  const admin = new pg.Client({ ...cluster, database: 'postgres' });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  const names = await listMigrations();
  const [ground, seeding] = ['0050-service-requests.sql', '0056-service-catalogue.sql'].map((name) =>
    names.indexOf(name),
  ) as [number, number];
  expect(ground).toBeGreaterThan(0);
  expect(seeding).toBeGreaterThan(ground);
  await migrate({ ...cluster, database }, ground);
  const owner = new pg.Client({ ...cluster, database });
  await owner.connect();
  const rows = async (sql: string) => (await owner.query<Record<string, unknown>>(sql)).rows;
  const center = (tenant: number) =>
    `INSERT INTO center (organisation_id, module, code, name) VALUES (${tenant}, 'maintenance', 'm', 'Desk');`;
  // Two as they were registered, one that calls its urgencies by words of its own, one without such a center.
  await owner.query(`INSERT INTO organisation (id, name) VALUES (1, 'Old'), (2, 'Own words'), (3, 'Chose'), (4, 'None');
    ${center(1)} ${center(2)} ${center(3)}
    INSERT INTO priority (organisation_id, name, sort_order) VALUES (2, 'Later', 8), (2, 'Now', 1)`);
  await migrate({ ...cluster, database }, seeding);
  await owner.query(`INSERT INTO service_category (organisation_id, center_id, name)
    SELECT 3, id, 'Theirs' FROM center WHERE organisation_id = 3`);
  await migrate({ ...cluster, database });

  await owner.query(`INSERT INTO organisation (id, name) VALUES (5, 'New'); ${center(5)}
    SELECT seed_service_catalogue(5)`);
  const catalogue = (tenant: number) =>
    rows(`SELECT c.name AS category, p.name AS product, t.name, t.word, t.sla_minutes, t.estimated_minutes,
        q.name AS priority, q.sort_order, c.sort_order AS first, p.sort_order AS second
      FROM service_type t JOIN service_product p ON p.organisation_id = ${tenant} AND p.id = t.service_product_id
      JOIN service_category c ON c.organisation_id = ${tenant} AND c.id = p.service_category_id
      JOIN priority q ON q.organisation_id = ${tenant} AND q.id = t.default_priority_id
      WHERE t.organisation_id = ${tenant} ORDER BY t.id`);
  const old = await catalogue(1);
  expect(old).toHaveLength(20);
  expect(old[5]).toMatchObject({ name: 'Water leak', sla_minutes: 60, priority: 'Urgent' });
  expect(old).toEqual(await catalogue(5));
  expect(new Set((await catalogue(2)).map(({ priority }) => priority))).toEqual(new Set(['Now']));
  expect(await catalogue(3)).toEqual([]);
  expect(
    await rows(`SELECT o.id::integer,
      (SELECT count(*)::integer FROM priority WHERE organisation_id = o.id) AS priorities,
      (SELECT count(*)::integer FROM service_hold_reason WHERE organisation_id = o.id) AS reasons,
      (SELECT count(*)::integer FROM service_category WHERE organisation_id = o.id) AS categories,
      (SELECT count(*)::integer FROM audit_log WHERE organisation_id = o.id AND kind LIKE 'service%' AND o.id <> 3) AS noted
      FROM organisation o WHERE id < 5 ORDER BY id`),
  ).toEqual([
    { id: 1, priorities: 4, reasons: 4, categories: 3, noted: 0 },
    { id: 2, priorities: 2, reasons: 4, categories: 3, noted: 0 },
    { id: 3, priorities: 0, reasons: 0, categories: 1, noted: 0 },
    { id: 4, priorities: 0, reasons: 0, categories: 0, noted: 0 },
  ]);
  await owner.end();
  await admin.query(`DROP DATABASE ${database}`);
  await admin.end();
});
