import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { registerAt, startService } from '../test/service.ts';
import { BEGIN, fillBookings } from './booking.ts';
import { clientOf } from './client.ts';
import { byTurns, timeFigure, type Figure } from './measure.ts';

const DAY = 86_400_000;
const PEOPLE = 4000;
const dayAt = (days: number) => new Date(BEGIN + days * DAY).toISOString().slice(0, 10);

/** The bookings, all made by one, are those of many people. */
async function share(owner: pg.Client, organisation: number) {
  await owner.query(
    `INSERT INTO app_user (organisation_id, first_name, last_name, user_name, email, user_type_id, color)
     SELECT organisation_id, 'Person', 'Number ' || n, 'p' || n, 'p' || n || '@example.com', user_type_id, color
     FROM app_user CROSS JOIN generate_series(1, ${PEOPLE}) n WHERE organisation_id = $1`,
    [organisation],
  );
  const { rows } = await owner.query<{ id: string }>(
    'SELECT min(id) AS id FROM app_user WHERE organisation_id = $1 AND user_name = $2',
    [organisation, 'p1'],
  );
  await owner.query('SET session_replication_role = replica');
  await owner.query(
    `UPDATE reservation SET user_id = $2 + (room_id * 7 + extract(doy FROM starts)::integer) % ${PEOPLE}
     WHERE organisation_id = $1 AND starts < $3`,
    [organisation, rows[0]!.id, new Date(BEGIN + 31 * DAY)],
  );
  await owner.query('SET session_replication_role = origin');
  await owner.query('VACUUM ANALYZE');
}

/** The report and the list of who is in, over a million bookings of a year, as the service answers them. */
export async function spaceUse(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const cluster = await openCluster(dataDir);
  const owner = new pg.Client({ ...cluster.connection, database: 'atrium' });
  await owner.connect();
  try {
    const { organisation, floors } = await fillBookings(owner);
    await share(owner, organisation);
    const ask = (path: string) => () => client.call('GET', path);
    const month = `from=${dayAt(60)}&until=${dayAt(87)}`;
    const [four, floor, csv, people, found] = (await byTurns(
      9,
      [
        ask(`/stats/reservations?${month}`),
        ask(`/stats/reservations?${month}&floorId=${floors[0]}`),
        ask(`/stats/reservations.csv?${month}`),
        ask(`/reservations/in?day=${dayAt(14)}`),
        ask(`/reservations/in?day=${dayAt(14)}&search=number%2012`),
      ],
      1,
    )) as [number[], number[], number[], number[], number[]];
    const [year] = (await byTurns(
      2,
      [ask(`/stats/reservations?from=${dayAt(0)}&until=${dayAt(364)}`)],
      1,
    )) as [number[]];
    return [
      timeFigure('use of 1,000 spaces in four weeks, of a million bookings', four, { atMost: 1000 }),
      timeFigure('the same of one floor of ten', floor, { atMost: 1000 }),
      timeFigure('the same as a file with every space', csv, { atMost: 1000 }),
      timeFigure('use of 1,000 spaces in the whole year', year),
      timeFigure('who is in, the first 100 of a day of 4,000 bookings', people, { atMost: 100 }),
      timeFigure('who is in, found by name', found, { atMost: 100 }),
    ];
  } finally {
    await service.stop();
    await owner.end();
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
