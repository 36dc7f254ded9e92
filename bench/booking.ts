import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { ADMIN, registerAt, startService } from '../test/service.ts';
import { API, clientOf, type Client } from './client.ts';
import { byTurns, timed, timeFigure, type Figure } from './measure.ts';

const SPACES = 5000;
/** Of each space: four a day on forty days of the year, and then ten a day on four. */
const USUAL = 160;
const BOOKINGS = 1_000_000;
const ASKING = 1000;
const HOUR = 3_600_000;
const BEGIN = Date.UTC(2027, 0, 4);

type World = { organisation: number; admin: number; rooms: number[]; floors: number[] };

/**
 * Takes what a million rows would be checked and sorted for one by one off the table of bookings; answers the statements
 * that put it back, which check them all at once.
 */
async function withoutIndexes(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; off: string; back: string }>(
    `SELECT conname AS name, 'ALTER TABLE reservation DROP CONSTRAINT ' || conname AS off,
       'ALTER TABLE reservation ADD CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid) AS back
     FROM pg_constraint WHERE conrelid = 'reservation'::regclass AND contype IN ('f', 'x')
     UNION ALL SELECT indexrelid::regclass::text, 'DROP INDEX ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
     FROM pg_index WHERE indrelid = 'reservation'::regclass AND NOT indisprimary AND NOT indisexclusion`,
  );
  for (const { off } of rows) await owner.query(off);
  return rows.map(({ back }) => back);
}

/** Ten floors of five hundred spaces; on each of 240 days a sixth of them has four bookings, on the next four all have ten. */
async function fill(owner: pg.Client): Promise<World> {
  const { rows } = await owner.query<{ organisation: string; admin: string }>(
    'SELECT organisation_id AS organisation, id AS admin FROM app_user WHERE email = $1',
    [ADMIN.email],
  );
  const { organisation, admin } = rows[0]!;
  // Nobody did what is made up here.
  await owner.query("SET app.audit_off = 'on'; SET maintenance_work_mem = '512MB'");
  const ids = async (text: string) =>
    (await owner.query<{ id: string }>(text, [organisation])).rows.map(({ id }) => Number(id));
  await owner.query(`INSERT INTO building (organisation_id, name) VALUES ($1, 'House')`, [organisation]);
  const floors = await ids(
    `INSERT INTO floor (organisation_id, building_id, name, level)
     SELECT $1, b.id, 'Floor ' || n, n FROM building b, generate_series(1, 10) n WHERE b.organisation_id = $1 RETURNING id`,
  );
  const rooms = await ids(
    `WITH found AS (SELECT ARRAY(SELECT id FROM floor WHERE organisation_id = $1 ORDER BY id) AS floors,
       (SELECT min(id) FROM room_type WHERE organisation_id = $1) AS type)
     INSERT INTO room (organisation_id, floor_id, room_type_id, name, capacity, reservable)
     SELECT $1, floors[1 + n % 10], type, 'Space ' || n, 2 + n % 20, true
     FROM found, generate_series(1, ${SPACES}) n RETURNING id`,
  );
  const restore = await withoutIndexes(owner);
  await owner.query(
    `INSERT INTO reservation (organisation_id, center_id, room_id, user_id, during, name)
     SELECT $1, (SELECT min(id) FROM center WHERE organisation_id = $1 AND module = 'reservation'), room.id, $2,
       tstzrange(at, at + interval '45 minutes'), 'Meeting ' || n
     FROM generate_series(0, ${BOOKINGS / SPACES - 1}) n
     CROSS JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM room WHERE organisation_id = $1) room
     CROSS JOIN LATERAL (SELECT to_timestamp($3::bigint / 1000)
       + CASE WHEN n < ${USUAL} THEN (n / 4 * 6 + place % 6) * interval '1 day' + (8 + (n % 4) * 2) * interval '1 hour'
         ELSE (240 + (n - ${USUAL}) / 10) * interval '1 day' + (8 + (n - ${USUAL}) % 10) * interval '1 hour' END
       + (place % 4) * interval '15 minutes' AS at) at`,
    [organisation, admin, BEGIN],
  );
  for (const statement of restore) await owner.query(statement);
  await owner.query('VACUUM ANALYZE');
  return { organisation: Number(organisation), admin: Number(admin), rooms, floors };
}

/** A thousand people want one slot of one space, through two server processes. */
async function contest(clients: Client[], { admin, rooms }: World, since: number) {
  const body = JSON.stringify({
    room: { id: rooms[0] },
    user: { id: admin },
    startDate: since,
    endDate: since + HOUR,
    allDay: false,
  });
  const statuses = new Map<number, number>();
  const ask = async (n: number) => {
    const { url, headers } = clients[n % clients.length]!;
    const answer = await fetch(`${url}${API}/reservations`, { method: 'POST', headers, body });
    await answer.text();
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  };
  const ms = await timed(() => Promise.all(Array.from({ length: ASKING }, (_, n) => ask(n))));
  if (statuses.get(201) !== 1 || statuses.get(409) !== ASKING - 1)
    throw new Error(`one slot, ${ASKING} at once: ${JSON.stringify([...statuses])}`);
  return ms;
}

/** Bookings a second, each in a time of its own, by so many at once. */
async function perSecond(client: Client, { admin, rooms }: World, writers: number, seconds = 6) {
  const until = performance.now() + seconds * 1000;
  const first = BEGIN + 400 * 24 * HOUR;
  let done = 0;
  await Promise.all(
    Array.from({ length: writers }, async () => {
      const own = clientOf(client.url, client.headers);
      while (performance.now() < until) {
        const at = done;
        done += 1;
        const since = first + Math.floor(at / SPACES) * HOUR + writers * 1000 * HOUR;
        await own.call('POST', '/reservations', {
          room: { id: rooms[at % SPACES] },
          user: { id: admin },
          startDate: since,
          endDate: since + HOUR,
          allDay: false,
        });
      }
    }),
  );
  return done / seconds;
}

/** Booking under a rush, a day's timeline, and finding a free space among many, as the service answers them. */
export async function booking(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const headers = await registerAt(service.url);
  const other = await startService({ DATA_DIR: dataDir });
  const clients = [clientOf(service.url, headers), clientOf(other.url, headers)];
  const cluster = await openCluster(dataDir);
  const owner = new pg.Client({ ...cluster.connection, database: 'atrium' });
  await owner.connect();
  try {
    const world = await fill(owner);
    const [client] = clients as [Client];
    const free = BEGIN + 399 * 24 * HOUR;
    const rushes: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) rushes.push(await contest(clients, world, free + turn * HOUR));

    const ask = (path: string) => () => client.call('GET', `/reservations/${path}`);
    const at = BEGIN + 100 * 24 * HOUR + 9 * HOUR;
    const window = `startDate=${at}&endDate=${at + HOUR}`;
    const busyDay = new Date(BEGIN + 242 * 24 * HOUR).toISOString().slice(0, 10);
    const forty = world.rooms.slice(0, 40).join(',');
    const sheet = JSON.parse(
      (await client.call('GET', `/reservations/day?date=${busyDay}&roomId=${forty}`)).text,
    ) as {
      spaces: { bookings: unknown[] }[];
    };
    const shown = sheet.spaces.reduce((sum, { bookings }) => sum + bookings.length, 0);
    const [day, week, search, freeOnly, list] = (await byTurns(60, [
      ask(`day?date=${busyDay}&roomId=${forty}`),
      ask(`day?date=${busyDay}&days=7&roomId=${world.rooms[0]}`),
      ask(`availability?${window}&numberOfPeople=6`),
      ask(`availability?${window}&freeOnly=true&limit=50`),
      () =>
        client.call(
          'GET',
          '/reservations?startDate=' + at + '&endDate=' + (at + 24 * HOUR) + '&orderBy=startDate',
        ),
    ])) as [number[], number[], number[], number[], number[]];
    const one = await perSecond(client, world, 1);
    const sixteen = await perSecond(client, world, 16);
    return [
      timeFigure(`${ASKING} at once for one slot, two processes: one 201, the rest 409`, rushes, {
        atMost: 5000,
      }),
      timeFigure(`day of 40 spaces × ${shown} bookings, of a million`, day, { atMost: 30 }),
      timeFigure('week of one space', week, { atMost: 30 }),
      timeFigure(
        `200 of ${SPACES} spaces for an hour with the reason beside each, of a million bookings`,
        search,
        {
          atMost: 30,
        },
      ),
      timeFigure(`the 50 first of ${SPACES} that are free`, freeOnly, { atMost: 30 }),
      timeFigure('list of 50 of a day, by time', list, { atMost: 30 }),
      { what: 'bookings of one organisation, 1 writer', value: one, unit: '/s' },
      {
        what: 'bookings of one organisation, 16 writers',
        value: sixteen,
        unit: '/s',
        more: `${(sixteen / one).toFixed(2)} × one writer`,
      },
    ];
  } finally {
    await other.stop();
    await service.stop();
    await owner.end();
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
