import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { ADMIN, registerAt, startService } from '../test/service.ts';
import { clientOf } from './client.ts';
import { byTurns, timeFigure, type Figure } from './measure.ts';

const ROOMS = 5000;
const BOOKINGS = 100_000;
const HOUR = 3_600_000;

/** 25 buildings of ten floors of twenty rooms; each room is booked for two hours of twenty days, by turns. */
async function fill(owner: pg.Client) {
  const { rows } = await owner.query<{ organisation: string; admin: string }>(
    'SELECT organisation_id AS organisation, id AS admin FROM app_user WHERE email = $1',
    [ADMIN.email],
  );
  const { organisation, admin } = rows[0]!;
  await owner.query(
    `INSERT INTO building (organisation_id, name, city, latitude, longitude)
     SELECT $1, 'House ' || n, 'City ' || n, 20 + n, -120 + 2 * n FROM generate_series(1, 25) n`,
    [organisation],
  );
  await owner.query(
    `INSERT INTO floor (organisation_id, building_id, name, level)
     SELECT $1, id, 'Floor ' || n, n FROM building, generate_series(1, 10) n WHERE organisation_id = $1`,
    [organisation],
  );
  await owner.query(
    `WITH found AS (
       SELECT ARRAY(SELECT id FROM floor WHERE organisation_id = $1 ORDER BY id) AS floors,
         ARRAY(SELECT id FROM room_type WHERE organisation_id = $1 ORDER BY id) AS types
     )
     INSERT INTO room (organisation_id, floor_id, room_type_id, name, capacity, reservable)
     SELECT $1, floors[1 + n % cardinality(floors)], types[1 + n % cardinality(types)], 'Space ' || n, n % 20, true
     FROM found, generate_series(1, ${ROOMS}) n`,
    [organisation],
  );
  await owner.query(
    `WITH center AS (SELECT id FROM center WHERE organisation_id = $1 AND module = 'reservation'),
       spaces AS (SELECT id, row_number() OVER (ORDER BY id) AS n FROM room WHERE organisation_id = $1)
     INSERT INTO reservation (organisation_id, center_id, room_id, user_id, during)
     SELECT $1, center.id, spaces.id, $2, tstzrange(begin, begin + interval '2 hours')
     FROM center, spaces, generate_series(1, ${BOOKINGS / ROOMS}) day
     CROSS JOIN LATERAL (SELECT timestamptz '2027-03-01 08:00Z' + day * interval '1 day'
       + (n * 7 + day) % 10 * interval '1 hour' AS begin) at`,
    [organisation, admin],
  );
  await owner.query('VACUUM ANALYZE');
}

/** Finding a free room among many, as the service answers it. */
export async function places(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const cluster = await openCluster(dataDir);
  const owner = new pg.Client({ ...cluster.connection, database: 'atrium' });
  await owner.connect();
  try {
    await fill(owner);
    const nine = Date.UTC(2027, 2, 11, 9);
    const ask = (path: string) => () => client.call('GET', path);
    const window = (hours: number) => `startDate=${nine}&endDate=${nine + hours * HOUR}`;
    const found = (path: string) =>
      client.call('GET', path).then(({ text }) => JSON.parse(text) as { count: number });
    const { count } = await found(`/rooms/count?${window(1)}`);
    const [hour, week, sized, number, near] = (await byTurns(100, [
      ask(`/rooms?${window(1)}`),
      ask(`/rooms?${window(168)}`),
      ask(`/rooms?${window(1)}&numberOfPeople=10&locationSearch=city%207&orderBy=capacity`),
      ask(`/rooms/count?${window(1)}`),
      ask(`/rooms?${window(1)}&nearLatitude=30&nearLongitude=-100`),
    ])) as [number[], number[], number[], number[], number[]];
    const most = { atMost: 50 };
    return [
      timeFigure('50 rooms free for an hour, of 5,000 with 100,000 bookings', hour, most),
      timeFigure('50 rooms free for a week', week, most),
      timeFigure('free for an hour, ten people, one city, by capacity', sized, most),
      timeFigure(`how many are free for an hour (${count})`, number, most),
      timeFigure('free for an hour within 50 miles', near, most),
    ];
  } finally {
    await service.stop();
    await owner.end();
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
