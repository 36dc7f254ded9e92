import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { ADMIN, registerAt, startService } from '../test/service.ts';
import { clientOf, type Client } from './client.ts';
import { byTurns, timeFigure, type Figure } from './measure.ts';

const REQUESTS = 1_000_000;
const OPERATORS = 40;
const PEOPLE = 5000;
const ROOMS = 1000;

/**
 * A million requests of two years in two centers, 95 in 100 of them closed; of the open ones every fifth is late.
 */
export async function fillRequests(
  owner: pg.Client,
  client: Client,
): Promise<{ operator: Client; type: number }> {
  const { rows } = await owner.query<{ organisation: string }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE email = $1',
    [ADMIN.email],
  );
  const organisation = rows[0]!.organisation;
  // Nobody did what is made up here.
  await owner.query("SET app.audit_off = 'on'; SET maintenance_work_mem = '512MB'; SET jit = off");
  const run = (text: string) => owner.query(text, [organisation]);
  await run(`INSERT INTO building (organisation_id, name) VALUES ($1, 'House')`);
  await run(
    `INSERT INTO floor (organisation_id, building_id, name) SELECT $1, id, 'Floor' FROM building WHERE organisation_id = $1`,
  );
  await run(
    `INSERT INTO room (organisation_id, floor_id, room_type_id, name)
     SELECT $1, f.id, (SELECT min(id) FROM room_type WHERE organisation_id = $1), 'Space ' || n
     FROM floor f, generate_series(1, ${ROOMS}) n WHERE f.organisation_id = $1`,
  );
  await run(
    `INSERT INTO center (organisation_id, module, code, name) VALUES ($1, 'maintenance', 'far', 'Far Center')`,
  );
  await run(
    `INSERT INTO app_user (organisation_id, first_name, last_name, user_name, email, user_type_id, color)
     SELECT $1, 'Person', n::text, 'person' || n, 'person' || n || '@example.com',
       (SELECT min(id) FROM user_type WHERE organisation_id = $1), '#336699' FROM generate_series(1, ${PEOPLE}) n`,
  );
  const { text } = await client.call('POST', '/users', {
    firstName: 'An',
    lastName: 'Operator',
    email: 'operator@example.com',
  });
  const { id } = JSON.parse(text) as { id: number };
  await client.call('PUT', `/users/${id}`, { password: 'a long password' });
  const centers = JSON.parse((await client.call('GET', '/centers')).text) as { id: number; module: string }[];
  const center = { id: centers.find(({ module }) => module === 'maintenance')!.id };
  await client.call('PUT', `/users/${id}/permissions`, [{ role: 'OPERATOR', center }]);

  // All at once, without looking up the references of each; what triggers would keep is reckoned afterwards.
  await owner.query('SET session_replication_role = replica');
  const dropped = await owner.query<{ name: string; back: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS back FROM pg_index
     WHERE indrelid IN ('service_request'::regclass, 'service_operator'::regclass) AND NOT indisprimary`,
  );
  for (const { name } of dropped.rows) await owner.query(`DROP INDEX ${name}`);
  await run(
    `WITH known AS (
       SELECT ARRAY(SELECT id FROM app_user WHERE organisation_id = $1 AND user_name LIKE 'person%' ORDER BY id) AS people,
         ARRAY(SELECT id FROM service_type WHERE organisation_id = $1 ORDER BY id) AS types,
         ARRAY(SELECT id FROM priority WHERE organisation_id = $1 ORDER BY sort_order) AS priorities,
         ARRAY(SELECT sort_order FROM priority WHERE organisation_id = $1 ORDER BY sort_order) AS ranks,
         ARRAY(SELECT id FROM room WHERE organisation_id = $1 ORDER BY id) AS rooms,
         ARRAY(SELECT id FROM center WHERE organisation_id = $1 AND module = 'maintenance' ORDER BY id) AS centers
     )
     INSERT INTO service_request (organisation_id, center_id, requester_id, service_type_id, priority_id, room_id,
       description, state, date_required, due_at, closed_at, promise_met, rank, date_created, date_updated)
     SELECT $1, centers[1 + (n / 20 % 10 = 0)::int], people[1 + n * 7 % ${PEOPLE}],
       types[1 + n * 13 % cardinality(types)], priorities[urgency], rooms[1 + n * 17 % ${ROOMS}],
       'The light number ' || n || ' flickers',
       CASE WHEN open THEN (ARRAY['new', 'accepted', 'started'])[1 + n % 3] ELSE 'completed' END,
       opened + interval '9 days', CASE WHEN open THEN now() + (n % 5 - 1) * interval '1 hour' + n % 50 * interval '1 minute' END,
       CASE WHEN NOT open THEN opened + n % 600 * interval '1 minute' END, CASE WHEN NOT open THEN n % 7 > 0 END,
       ranks[urgency], opened, opened
     FROM known, generate_series(1, ${REQUESTS}) n
     CROSS JOIN LATERAL (SELECT n > ${REQUESTS * 0.95} AS open, now() - (${REQUESTS} - n) * interval '1 minute' AS opened,
       1 + (n * 31 % 20 > 1)::int + (n * 31 % 20 > 5)::int + (n * 31 % 20 > 15)::int AS urgency) of`,
  );
  await run(
    `WITH known AS (SELECT ARRAY(SELECT id FROM app_user WHERE organisation_id = $1 AND user_name LIKE 'person%'
       ORDER BY id LIMIT ${OPERATORS - 1}) || ${id} AS people)
     INSERT INTO service_operator (organisation_id, service_request_id, user_id, status, date_created, date_updated)
     SELECT $1, r.id, people[1 + r.id % ${OPERATORS}], 'accepted', r.date_created, r.date_created
     FROM known, service_request r WHERE r.organisation_id = $1 AND (r.state <> 'new' OR r.id % 2 = 0)`,
  );
  for (const { back } of dropped.rows) await owner.query(back);
  await run(
    `INSERT INTO service_count (organisation_id, user_id, center_id, high, open, requests)
     SELECT $1, 0, center_id, high, open, count(*) FROM service_request WHERE organisation_id = $1 GROUP BY 3, 4, 5
     UNION ALL
     SELECT $1, p.user_id, center_id, high, open, count(*) FROM service_request r
     JOIN service_operator p ON p.organisation_id = $1 AND p.service_request_id = r.id
     WHERE r.organisation_id = $1 GROUP BY 2, 3, 4, 5`,
  );
  await owner.query('SET session_replication_role = origin');
  await owner.query('VACUUM ANALYZE');
  const type = await run('SELECT min(id)::integer AS id FROM service_type WHERE organisation_id = $1');
  const headers = { 'x-auth-username': 'operator@example.com', 'x-auth-password': 'a long password' };
  return { operator: clientOf(client.url, headers), type: (type.rows[0] as { id: number }).id };
}

/** As the service answers them to somebody who may see all, and to an operator of one of the centers. */
export async function requestFigures(client: Client, operator: Client, type: number): Promise<Figure[]> {
  const lists = [
    ['first 50', ''],
    ['high', 'priority=high'],
    ['low', 'priority=low'],
    ['high and open', 'priority=high&open=true'],
    ['assigned to me', 'assigned=me'],
    ['assigned to me and open', 'assigned=me&open=true'],
    ['past due', 'pastDue=true'],
    ['of a type', `requestTypeId=${type}`],
    ['of a type and open', `requestTypeId=${type}&open=true`],
    ['open, by what is due first', 'open=true&orderBy=dueAt'],
    ['open, by urgency', 'open=true&orderBy=priority.sortOrder'],
    ['new', 'state=new'],
    ['nobody assigned and open', 'unassigned=true&open=true'],
    ['asked for by myself', 'mine=true'],
    ['a number', 'search=number%20777777'],
    ['a word that all have', 'search=flickers'],
    ['a word that none has', 'search=waterfall'],
    ['a requester', 'search=Person%204777'],
    ['newest', 'orderByType=desc'],
    ['open, newest', 'open=true&orderByType=desc'],
  ] as const;
  const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
  const report = `/stats/maintenance?from=${day(89)}&until=${day(0)}`;
  const figures: Figure[] = [];
  for (const [who, by] of [
    ['site administrator', client],
    ['operator of a center', operator],
  ] as const) {
    const samples = await byTurns(
      20,
      [
        ...lists.map(
          ([, query]) =>
            () =>
              by.call('GET', `/maintenance/requests?${query}`),
        ),
        () => by.call('GET', '/maintenance/requests/stats'),
        () => by.call('GET', '/maintenance/requests/stats?open=true'),
      ],
      5,
    );
    for (const [index, [what]] of lists.entries())
      figures.push(timeFigure(`queue of 50 of a million, ${who}: ${what}`, samples[index]!, { atMost: 20 }));
    figures.push(
      timeFigure(`figures of a million, ${who}`, samples[lists.length]!, { atMost: 30 }),
      timeFigure(`figures of the open ones, ${who}`, samples[lists.length + 1]!, { atMost: 30 }),
    );
  }
  const [reports] = (await byTurns(9, [() => client.call('GET', report)], 1)) as [number[]];
  figures.push(timeFigure('report of 90 days with 129,600 requests, of a million', reports, { atMost: 500 }));
  return figures;
}

/** The queue of 50 by each of its filters, and the figures above it, of a million requests. */
export async function serviceRequests(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const cluster = await openCluster(dataDir);
  const owner = new pg.Client({ ...cluster.connection, database: 'atrium' });
  await owner.connect();
  try {
    const { operator, type } = await fillRequests(owner, client);
    return await requestFigures(client, operator, type);
  } finally {
    await service.stop();
    await owner.end();
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
