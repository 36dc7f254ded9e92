import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { ADMIN, registerAt, startService } from '../test/service.ts';
import { clientOf } from './client.ts';
import { byTurns, timed, timeFigure, type Figure } from './measure.ts';

const ITEMS = 1_000_000;
const BUDGET = { atMost: 100 };

/** A year of three centers; nineteen in twenty delivered, after minutes or weeks, most within the day. */
async function fill(owner: pg.Client) {
  const { rows } = await owner.query<{ organisation: string; admin: string }>(
    'SELECT organisation_id AS organisation, id AS admin FROM app_user WHERE email = $1',
    [ADMIN.email],
  );
  const { organisation, admin } = rows[0]!;
  const ids = [organisation, admin];
  // Rows that are right by making need neither checks nor counting one by one, and no index letter by letter.
  await owner.query('SET session_replication_role = replica');
  await owner.query('DROP INDEX mail_item_search');
  await owner.query(
    `INSERT INTO center (organisation_id, module, code, name)
     SELECT $1, 'mail', 'c' || n, 'Center ' || n FROM generate_series(2, 3) n`,
    [organisation],
  );
  await owner.query(
    `WITH found AS (
       SELECT ARRAY(SELECT id FROM center WHERE organisation_id = $1 AND module = 'mail' ORDER BY id) AS centers,
         ARRAY(SELECT id FROM courier WHERE organisation_id = $1 ORDER BY id) AS couriers
     ), drawn AS (
       SELECT n, date_trunc('milliseconds', now() - interval '1 year' * random()) AS since,
         date_trunc('milliseconds', interval '5 hours' * exp(1.5 * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()))) AS took
       FROM generate_series(1, ${ITEMS}) n
     )
     INSERT INTO mail_item (organisation_id, current_queue, to_user_id, deliver_to_id, center_id, courier_id,
       tracking_number, tracking_key, date_created, date_updated, delivered_at)
     SELECT $1, CASE WHEN n % 20 > 0 AND since + took < now() THEN 'OUT' ELSE 'IN' END, $2, $2,
       centers[1 + n % cardinality(centers)], couriers[1 + n % cardinality(couriers)], 'N' || n, 'N' || n, since, since,
       CASE WHEN n % 20 > 0 AND since + took < now() THEN since + took END
     FROM found, drawn`,
    ids,
  );
  await owner.query(
    `INSERT INTO mail_status (organisation_id, mail_item_id, code, center_id, entered_by, date_created)
     SELECT $1, id, step.code, center_id, $2, step.at FROM mail_item
     CROSS JOIN LATERAL (VALUES ('checkin', date_created), ('out', delivered_at)) step (code, at)
     WHERE organisation_id = $1 AND step.at IS NOT NULL`,
    ids,
  );
  await owner.query('SET session_replication_role = origin');
  const rebuilt = await timed(() => owner.query('SELECT rebuild_mail_figures($1)', [organisation]));
  await owner.query('VACUUM ANALYZE');
  return rebuilt;
}

/** The desk's figures over a million parcels, as the service answers them. */
export async function mailFigures(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const cluster = await openCluster(dataDir);
  const owner = new pg.Client({ ...cluster.connection, database: 'atrium' });
  await owner.connect();
  try {
    const rebuilt = await fill(owner);
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const { rows } = await owner.query<{ id: string }>(`SELECT min(center_id) AS id FROM mail_day`);
    const ask = (query: string) => () => client.call('GET', `/stats/mail${query}`);
    const scan = () =>
      client.call('POST', '/mail/items/checkin', [
        { trackingNumber: `BENCH ${Math.random()}`, recipientName: 'X' },
      ]);
    const [month, year, center, checkIn] = (await byTurns(
      60,
      [ask(''), ask(`?from=${day(364)}`), ask(`?from=${day(364)}&centerId=${rows[0]!.id}`), scan],
      10,
    )) as [number[], number[], number[], number[]];
    return [
      timeFigure('figures of 30 days, 1,000,000 parcels', month, BUDGET),
      timeFigure('figures of a year, 1,000,000 parcels', year, BUDGET),
      timeFigure('the same, one center of three', center, BUDGET),
      timeFigure('check-in of one, figures kept meanwhile', checkIn),
      { what: 'adding 1,000,000 parcels up anew', value: rebuilt, unit: 'ms' },
    ];
  } finally {
    await service.stop();
    await owner.end();
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
