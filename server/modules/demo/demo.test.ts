import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recogniseAll, trackingKey } from '#contract/tracking-number.ts';
import { openDatabase, type Database } from '#server/lib/database.ts';
import { verifyPassword } from '#server/lib/passwords.ts';
import { demoAccountList } from '#server/modules/account/service.ts';
import { API, testDatabase, testServer, type TestServer } from '../../../test/app.ts';
import { seedDemo } from './service.ts';

/** Milliseconds; seeding takes seconds, more on a machine with other work to do. */
const SLOW = 60_000;

let server: TestServer;
let owner: pg.Pool;
const opened: { close(): Promise<void> }[] = [];

async function emptyDatabase() {
  const options = await testDatabase();
  const database = openDatabase(options);
  const pool = new pg.Pool(options);
  opened.push(database, { close: () => pool.end() });
  return { options, database, pool };
}

beforeAll(async () => {
  server = await testServer();
  owner = server.owner;
  await seedDemo(server.deps);
}, SLOW);
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
});

async function count(sql: string, params: unknown[] = []): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, params);
  return rows[0]!.count;
}

describe('the company', () => {
  test.each([
    ['organisation', 1],
    ['building', 3],
    ['floor', 12],
    ['room', 400],
    ['floor_plan', 12],
    ['room_shape', 400],
    ['app_user', 600],
    ['mail_stop', 24],
    ['mail_route', 6],
    ['mail_route WHERE for_shipping', 1],
    ['mail_location', 12],
    [`center WHERE module = 'mail'`, 3],
    ['center c WHERE NOT EXISTS (SELECT FROM center_hours h WHERE h.center_id = c.id)', 0],
    ['center c WHERE NOT EXISTS (SELECT FROM center_holiday h WHERE h.center_id = c.id)', 0],
    ['service_request', 58],
    [`service_request WHERE greatest(date_created, date_updated, closed_at, rated_at) > now()`, 0],
    [
      `service_request r WHERE NOT EXISTS (SELECT FROM service_request_event e
      WHERE e.service_request_id = r.id AND e.kind = 'opened' AND e.at = r.date_created)`,
      0,
    ],
    ['(SELECT DISTINCT state FROM service_request) states', 6],
    [`organisation WHERE 'demo' = ANY (features)`, 1],
    [`building WHERE time_zone IS NULL OR latitude IS NULL OR longitude IS NULL OR country_id IS NULL`, 0],
    [`app_user WHERE password_hash IS NOT NULL`, 5],
    [`app_user WHERE site_admin`, 1],
    ['asset_audit WHERE state = ANY (ARRAY[$$closed$$, $$open$$, $$planned$$])', 3],
    ['asset_loan WHERE state = $$out$$ AND due < now()', 2],
    ['asset_round WHERE closed_at IS NULL', 1],
    ['move_request', 12],
    ['(SELECT DISTINCT move_status_id FROM move_request) statuses', 5],
    ['leave', 13],
    ['(SELECT DISTINCT state FROM leave) states', 5],
    [
      `leave l JOIN app_user p ON p.id = l.user_id JOIN app_user m ON m.id = p.manager_id
      WHERE l.state = 'pending' AND m.email = 'manager@atrium.example'`,
      2,
    ],
    ['category_item WHERE level = 0', 1],
    ['category_item WHERE level = 1', 14],
    ['app_user u WHERE NOT EXISTS (SELECT FROM user_cost_center l WHERE l.user_id = u.id)', 0],
  ])('%s: %i', async (from, expected) => {
    expect(await count(from)).toBe(expected);
  });

  test('its people are named in every script', async () => {
    const { rows } = await owner.query<{ name: string }>('SELECT name FROM app_user');
    const names = rows.map(({ name }) => name).join('\n');
    for (const script of [
      'Latin',
      'Cyrillic',
      'Greek',
      'Arabic',
      'Hebrew',
      'Han',
      'Hiragana',
      'Hangul',
      'Devanagari',
    ])
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    for (const letter of 'łżńøåçéßäößñğışđ') expect(names.toLowerCase()).toContain(letter);
    expect(names).toMatch(/Nguyễn|Trần|Phạm|Huỳnh|Đặng/);
  });

  test('most people sit somewhere, nowhere more than there is room for', async () => {
    expect(await count('app_user WHERE room_id IS NOT NULL')).toBeGreaterThan(450);
    expect(await count('app_user WHERE room_id IS NULL')).toBeGreaterThan(30);
    expect(
      await count(`(SELECT room_id FROM app_user JOIN room ON room.id = room_id
                    GROUP BY room_id, capacity HAVING count(*) > capacity) full_rooms`),
    ).toBe(0);
  });

  test('everybody is led by the managing director, by way of others', async () => {
    const led = `(WITH RECURSIVE led AS (
        SELECT id, 0 AS depth FROM app_user WHERE manager_id IS NULL
        UNION ALL SELECT u.id, depth + 1 FROM app_user u JOIN led ON u.manager_id = led.id)
      SELECT * FROM led) led`;
    expect(await count('app_user WHERE manager_id IS NULL')).toBe(1);
    expect(await count(led)).toBe(600);
    expect(await count(`${led} WHERE depth = 3`)).toBeGreaterThan(300);
  });

  test('the accounts can be signed in to and hold what their role needs', async () => {
    const { rows } = await owner.query<{ email: string; hash: string; holds: string[] }>(
      `SELECT email, password_hash AS hash,
         ARRAY(SELECT DISTINCT c.module || ' ' || p.role FROM permission p JOIN center c ON c.id = p.center_id
               WHERE p.user_id = u.id) AS holds
       FROM app_user u WHERE password_hash IS NOT NULL`,
    );
    const account = (role: string) => rows.find(({ email }) => email === `${role}@atrium.example`)!;
    for (const { role, password } of demoAccountList)
      expect(await verifyPassword(account(role).hash, password)).toBe(true);
    expect(account('clerk').holds).toContain('mail OPERATOR');
    expect(account('manager').holds).toEqual(
      expect.arrayContaining(['mail MANAGER', 'maintenance MANAGER', 'asset MANAGER']),
    );
    expect(account('operator').holds).toEqual(
      expect.arrayContaining(['maintenance TECHNICIAN', 'maintenance OPERATOR', 'mail CUSTOMER']),
    );
    expect(account('employee').holds).toContain('mail CUSTOMER');
    expect(account('employee').holds.filter((held) => !held.endsWith('CUSTOMER'))).toEqual([]);
    expect(
      await count(`permission p JOIN app_user u ON u.id = p.user_id JOIN center c ON c.id = p.center_id
                   WHERE u.email = 'clerk@atrium.example' AND c.module = 'mail' AND p.role = 'OPERATOR'`),
    ).toBe(3);
  });
});

describe('its mail', () => {
  test('is about 6,000 items in every state', async () => {
    const items = await count('mail_item');
    expect(items).toBeGreaterThan(5500);
    expect(items).toBeLessThan(6600);
    const { rows } = await owner.query<{ queue: string; count: number }>(
      'SELECT current_queue AS queue, count(*) FROM mail_item GROUP BY 1',
    );
    const queues = Object.fromEntries(rows.map(({ queue, count: number }) => [queue, number]));
    expect(Object.keys(queues).toSorted()).toEqual(['CHECKOUT', 'IN', 'OUT', 'PENDING', 'TRANSFER']);
    expect(queues.OUT).toBeGreaterThan(items * 0.9);
    expect(queues.IN).toBeGreaterThan(120);
    expect(queues.IN).toBeLessThan(260);
    expect(
      await count(`mail_item WHERE current_queue = 'IN' AND date_created < now() - interval '5 days'`),
    ).toBeGreaterThan(20);
    expect(await count("mail_item WHERE date_created < now() - interval '91 days'")).toBe(0);
    expect(await count("mail_item WHERE date_created < now() - interval '85 days'")).toBeGreaterThan(50);
    expect(
      await count(`mail_item WHERE to_user_id IS NULL AND item_type = 'INBOUND' AND current_queue <> 'OUT'`),
    ).toBeGreaterThan(3);
    expect(await count('mail_comment')).toBeGreaterThan(100);
    expect(await count('mail_status WHERE collected_by IS NOT NULL')).toBeGreaterThan(100);
    expect(await count('mail_alert')).toBeGreaterThan(5);
  });

  test('waits for the employee and the manager', async () => {
    const waiting = async (role: string) => {
      const { rows } = await owner.query<{ queue: string }>(
        `SELECT DISTINCT current_queue AS queue FROM mail_item JOIN app_user u ON u.id = to_user_id
         WHERE u.email = $1 AND current_queue <> 'OUT'`,
        [`${role}@atrium.example`],
      );
      return rows.map(({ queue }) => queue);
    };
    expect(await waiting('employee')).toEqual(expect.arrayContaining(['IN', 'PENDING', 'CHECKOUT']));
    expect(await waiting('manager')).toEqual(expect.arrayContaining(['IN', 'PENDING']));
  });

  const last = `(SELECT DISTINCT ON (mail_item_id) * FROM mail_status ORDER BY mail_item_id, id DESC) last`;
  const first = `(SELECT DISTINCT ON (mail_item_id) * FROM mail_status ORDER BY mail_item_id, id) first`;
  const ends = `(SELECT mail_item_id, max(date_created) AS at, count(*) FILTER (WHERE code = 'out') AS deliveries
    FROM mail_status GROUP BY 1) ends`;
  test.each([
    [
      'stands in the queue of its last status',
      `mail_item i LEFT JOIN ${last} ON last.mail_item_id = i.id
       WHERE i.current_queue IS DISTINCT FROM CASE last.code
         WHEN 'checkin' THEN 'IN' WHEN 'out' THEN 'OUT' ELSE upper(last.code) END`,
    ],
    [
      'begins with the check-in, when it was created',
      `mail_item i LEFT JOIN ${first} ON first.mail_item_id = i.id
       WHERE first.code IS DISTINCT FROM 'checkin' OR first.date_created <> i.date_created`,
    ],
    [
      'has its statuses in the order of time',
      `(SELECT date_created - lag(date_created) OVER (PARTITION BY mail_item_id ORDER BY id) AS gap
        FROM mail_status) steps WHERE gap <= interval '0'`,
    ],
    [
      'goes nowhere after the delivery, and not before the check-in',
      `mail_item i JOIN ${last} ON last.mail_item_id = i.id JOIN ${ends} ON ends.mail_item_id = i.id
       WHERE (last.code = 'out' AND i.delivered_at IS DISTINCT FROM last.date_created)
          OR i.delivered_at <= i.date_created OR ends.deliveries > 1`,
    ],
    [
      'was changed last by its last event',
      `mail_item i JOIN ${ends} ON ends.mail_item_id = i.id LEFT JOIN
         (SELECT mail_item_id, max(date_created) AS at FROM mail_comment GROUP BY 1) said ON said.mail_item_id = i.id
       WHERE i.date_updated <> greatest(ends.at, said.at)`,
    ],
    ['lies in the past', `mail_item, organisation_clock WHERE date_updated > least(stamp, now())`],
    [
      'is numbered in the order of arrival',
      `(SELECT date_created - lag(date_created) OVER (ORDER BY id) AS gap FROM mail_item) items
       WHERE gap < interval '0'`,
    ],
    [
      'is handled by workers of the mail centers',
      `mail_status s WHERE NOT EXISTS (
         SELECT FROM permission p JOIN center c ON c.id = p.center_id
         WHERE p.user_id = s.entered_by AND c.module = 'mail' AND p.role = 'OPERATOR')`,
    ],
    [
      'is in the center of its last status',
      `mail_item i JOIN ${last} ON last.mail_item_id = i.id WHERE last.center_id <> i.center_id`,
    ],
    [
      'stands on a rack of its center',
      `mail_item i JOIN mail_location l ON l.id = i.mail_location_id WHERE l.center_id <> i.center_id`,
    ],
    [
      'goes to the stop of the person it is delivered to',
      `mail_item i JOIN app_user u ON u.id = i.deliver_to_id LEFT JOIN room ON room.id = u.room_id
       WHERE i.mail_stop_id IS DISTINCT FROM coalesce(u.mail_stop_id, room.mail_stop_id)`,
    ],
    [
      'is on the route that calls at its stop',
      `mail_item i WHERE mail_stop_id IS NOT NULL AND NOT EXISTS (
         SELECT FROM mail_route_stop s JOIN mail_route r ON r.id = s.mail_route_id
         WHERE s.mail_route_id = i.mail_route_id AND s.mail_stop_id = i.mail_stop_id AND NOT r.for_shipping)`,
    ],
    [
      'names its recipient either from the directory or from the label',
      `mail_item WHERE (to_user_id IS NULL) <> (recipient_name IS NOT NULL)`,
    ],
    ['tells why it is held', `mail_status WHERE code = 'pending' AND note IS NULL`],
    [
      'is not collected by its own recipient as a colleague',
      `mail_status s JOIN mail_item i ON i.id = s.mail_item_id WHERE s.collected_by = i.to_user_id`,
    ],
    [
      'has a number once while it is open',
      `(SELECT FROM mail_item WHERE current_queue <> 'OUT' AND tracking_key IS NOT NULL
        GROUP BY tracking_key HAVING count(*) > 1) twice`,
    ],
  ])('%s', async (_, exceptions) => {
    expect(await count(exceptions)).toBe(0);
  });

  test('comes least at weekends and most in the morning', async () => {
    const local = `mail_item i JOIN mail_status s ON s.mail_item_id = i.id AND s.date_created = i.date_created
      JOIN center c ON c.id = s.center_id JOIN building b ON c.name = 'Mail Center ' || b.city,
      LATERAL (SELECT i.date_created AT TIME ZONE b.time_zone AS at) AS clock`;
    const weekend = await count(`${local} WHERE extract(isodow FROM at) > 5`);
    const all = await count(local);
    expect(all).toBe(await count('mail_item'));
    expect(weekend / all).toBeLessThan(0.1);
    expect(weekend).toBeGreaterThan(100);
    expect(await count(`${local} WHERE at::time BETWEEN '08:00' AND '12:30'`)).toBeGreaterThan(all * 0.6);
    expect(await count(`${local} WHERE at::time NOT BETWEEN '07:30' AND '18:00'`)).toBe(0);
  });

  test('bears numbers that are recognised as their courier’s', async () => {
    const { rows } = await owner.query<{ number: string; key: string; courier: string }>(
      `SELECT tracking_number AS number, tracking_key AS key, c.code AS courier
       FROM mail_item i JOIN courier c ON c.id = i.courier_id WHERE tracking_number IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(4500);
    expect(rows.filter(({ number, key }) => trackingKey(number) !== key)).toEqual([]);
    const foreign = rows.filter(({ number, courier }) => {
      const [best] = recogniseAll(number);
      return best?.confident !== true || best.courier.toUpperCase() !== courier;
    });
    expect(foreign).toEqual([]);
    const couriers = new Set(rows.map(({ courier }) => courier));
    for (const courier of ['UPS', 'FEDEX', 'USPS', 'DHL', 'S10']) expect(couriers).toContain(courier);
  });
});

describe('its bookings', () => {
  test('fill desks and rooms before and after today, some of them in series, some private', async () => {
    expect(await count('reservation')).toBeGreaterThan(1500);
    expect(await count(`reservation WHERE ends < now() - interval '7 days'`)).toBeGreaterThan(100);
    expect(await count(`reservation WHERE starts > now() + interval '7 days'`)).toBeGreaterThan(100);
    expect(await count('reservation WHERE series_id IS NOT NULL')).toBeGreaterThan(20);
    expect(await count('reservation WHERE private')).toBeGreaterThan(20);
    expect(
      await count(
        `reservation r JOIN app_user u ON u.id = r.user_id WHERE u.email = 'employee@atrium.example'`,
      ),
    ).toBeGreaterThan(5);
  });
  test.each([
    [
      'are of spaces that can be booked, for as many as fit',
      `reservation r JOIN room ON room.id = r.room_id
       WHERE NOT room.reservable OR r.number_of_people > room.capacity`,
    ],
    [
      'have not been checked in to before they begin',
      `reservation WHERE state LIKE 'checked%' AND starts > now()`,
    ],
    ['are over when they have been left', `reservation WHERE state = 'checked_out' AND ends > now()`],
  ])('%s', async (_, exceptions) => {
    expect(await count(exceptions)).toBe(0);
  });
});

test('nothing is later than the organisation’s clock, so that the change feed misses nothing', async () => {
  const { rows } = await owner.query<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns
     WHERE column_name = 'date_updated' AND table_schema = 'public'`,
  );
  expect(rows.length).toBeGreaterThan(10);
  for (const { table } of rows)
    expect(await count(`${table}, organisation_clock WHERE date_updated > stamp`), table).toBe(0);
});

// The test server holds every answer against its declared shape.
test.each([
  ['clerk', '/mail/items?limit=500&orderBy=id&orderByType=desc'],
  ['clerk', '/mail/items?limit=500&queue=IN,PENDING,TRANSFER,CHECKOUT'],
  ['clerk', '/mail/items/count'],
  ['clerk', '/mail/alerts'],
  ['clerk', '/mail/locations'],
  ['clerk', '/stats/leaderboards/deliveries'],
  ['employee', '/mail/items?mine=true'],
  ['operator', '/users/me'],
  ['operator', '/assets?limit=500&orderBy=id&orderByType=desc'],
  ['operator', '/assets/audits'],
  ['operator', '/assets/loans'],
  ['employee', '/assets/mine'],
  ['employee', '/move/requests'],
  ['manager', '/move/requests'],
  ['manager', '/users?limit=500'],
  ['admin', '/users?limit=500&startAt=500'],
])('the %s reads %s', async (role, path) => {
  const { email, password } = demoAccountList.find((account) => account.role === role)!;
  const headers = { 'x-auth-username': email, 'x-auth-password': password };
  const answer = await server.app.inject({ url: API + path, headers });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  expect(answer.body.length).toBeGreaterThan(10);
});

describe('what people are told', () => {
  test.each(['employee', 'manager', 'operator'])(
    'the %s has something to read, and not much',
    async (role) => {
      const own = `app_notice n JOIN app_user u ON u.id = n.user_id AND u.email = '${role}@atrium.example' WHERE n.read_at IS NULL`;
      expect(await count(own)).toBeGreaterThan(0);
      expect(await count(own)).toBeLessThan(60);
      expect(await count(`${own} AND n.created_at > now()`)).toBe(0);
    },
  );

  test('nobody is sent a letter of what is made up', async () => {
    for (const waiting of [
      `mail_notice WHERE state = 'waiting'`,
      ...['service', 'move', 'asset', 'leave'].map((of) => `${of}_letter WHERE due IS NOT NULL`),
    ])
      expect([waiting, await count(waiting)]).toEqual([waiting, 0]);
  });
});

describe('seeding', () => {
  test('does nothing where there is an organisation', async () => {
    const all = 'SELECT (SELECT count(*) FROM organisation) AS o, (SELECT count(*) FROM mail_item) AS i';
    const before = await owner.query(all);
    await seedDemo(server.deps);
    expect((await owner.query(all)).rows).toEqual(before.rows);
  });

  test(
    'is done once by servers that start together',
    async () => {
      const { options, database, pool } = await emptyDatabase();
      const second = openDatabase(options);
      opened.push(second);
      await Promise.all([seedDemo({ db: database }), seedDemo({ db: second })]);
      const { rows } = await pool.query('SELECT name FROM organisation');
      expect(rows).toEqual([{ name: 'Tidewright Instruments' }]);
    },
    SLOW,
  );

  test(
    'leaves nothing behind when it is interrupted, and is done at the next start',
    async () => {
      const { database, pool } = await emptyDatabase();
      const interrupted: Database = {
        ...database,
        found: (organisation, work) =>
          database.found(organisation, async (tx) => {
            await work(tx);
            throw new Error('the power failed');
          }),
      };
      await expect(seedDemo({ db: interrupted })).rejects.toThrow('the power failed');
      expect((await pool.query('SELECT FROM organisation')).rowCount).toBe(0);
      expect((await pool.query('SELECT FROM mail_item')).rowCount).toBe(0);
      await seedDemo({ db: database });
      expect((await pool.query('SELECT FROM organisation')).rowCount).toBe(1);
    },
    SLOW,
  );
});
