import { expect, test } from 'vitest';
import type { CenterHours } from '#contract/center-hours.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { centerCalendar } from './service.ts';

const server = await testServer();
const admin = await server.register('Northwind');
const manager = await admin.person({ maintenance: 'MANAGER' });
const centerOf = async (module: string, by = admin) =>
  (await by.call('GET', '/centers'))
    .json<{ id: number; module: string }[]>()
    .find((one) => one.module === module)!.id;
const center = await centerOf('maintenance');
const path = `/centers/${center}/hours`;
const read = async (as: TestUser = manager) => (await as.call('GET', path)).json<CenterHours>();
const write = (body: object, as: TestUser = manager) => as.call('PUT', path, body);
const fieldOf = (answer: { json(): unknown }) => (answer.json() as { error: { field?: string } }).error.field;

test('a new center is open from Monday to Friday and knows no holidays', async () => {
  expect(await read(await admin.person())).toEqual({
    id: center,
    name: expect.any(String),
    timeZone: 'Europe/Warsaw',
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 480, closes: 1080 })),
    holidays: [],
  });
});

test('what is sent is kept in order, the rest stays, and the clock reads all of it at once', async () => {
  const hours = [
    { weekday: 7, opens: 0, closes: 1440 },
    { weekday: 1, opens: 780, closes: 1020 },
    { weekday: 1, opens: 540, closes: 780 },
  ];
  const holidays = [
    { day: '2028-02-29', name: 'Leap day' },
    { day: '2026-12-25', name: 'חג המולד' },
  ];
  expect((await write({ hours, ownTimeZone: 'Asia/Kolkata' })).statusCode).toBe(200);
  expect((await write({ holidays })).json()).toMatchObject({
    timeZone: 'Asia/Kolkata',
    ownTimeZone: 'Asia/Kolkata',
    hours: [hours[2], hours[1], hours[0]],
    holidays: holidays.toReversed(),
  });
  const { rows } = await server.owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
    [admin.id],
  );
  const known = await server.deps.db.read(rows[0]!.organisation, (tx) => centerCalendar(tx, center));
  expect(known).toEqual(await read());
  const without = (await write({ ownTimeZone: null, holidays: [] })).json<CenterHours>();
  expect(without).toMatchObject({ timeZone: 'Europe/Warsaw', holidays: [], hours: { length: 3 } });
  expect(without).not.toHaveProperty('ownTimeZone');
});

test.each([
  [{ hours: [{ weekday: 8, opens: 1, closes: 2 }] }, 'hours[0].weekday'],
  [{ hours: [{ weekday: 1, opens: 60, closes: 60 }] }, 'hours[0].closes'],
  [{ hours: [{ weekday: 1, opens: 60, closes: 1441 }] }, 'hours[0].closes'],
  [
    {
      hours: [
        { weekday: 1, opens: 60, closes: 120 },
        { weekday: 1, opens: 119, closes: 180 },
      ],
    },
    'hours[1]',
  ],
  [{ holidays: [{ day: '2027-02-29', name: 'x' }] }, 'holidays[0].day'],
  [{ holidays: [{ day: '2027-02-01', name: ' ' }] }, 'holidays[0].name'],
  [
    {
      holidays: [
        { day: '2027-02-01', name: 'a' },
        { day: '2027-02-01', name: 'b' },
      ],
    },
    'holidays[1].day',
  ],
  [{ ownTimeZone: 'Mars/Olympus' }, 'ownTimeZone'],
  [{ hours: 'always' }, 'hours'],
])('%j is refused at %s, and nothing is done', async (body, field) => {
  const before = await read();
  const answer = await write({ holidays: [{ day: '2030-01-01', name: 'Half done' }], ...body });
  expect([answer.statusCode, fieldOf(answer)]).toEqual([400, field]);
  expect(await read()).toEqual(before);
});

test('the database itself keeps spans of a weekday apart', async () => {
  const twice = `INSERT INTO center_hours (organisation_id, center_id, weekday, opens, closes)
    SELECT organisation_id, id, 6, opens, opens + 61 FROM center, generate_series(0, 60, 60) AS opens WHERE id = $1`;
  await expect(server.owner.query(twice, [center])).rejects.toThrow(/center_hours_apart/);
});

test('only those who run the center change it', async () => {
  const other = await server.register('Contoso');
  const body = { holidays: [] };
  expect((await write(body, await admin.person({ maintenance: 'OPERATOR' }))).statusCode).toBe(403);
  expect((await write(body, await admin.person({ mail: 'ADMINISTRATOR' }))).statusCode).toBe(403);
  expect((await write(body, other)).statusCode).toBe(404);
  expect((await other.call('GET', path)).statusCode).toBe(404);
  expect((await write(body, admin)).statusCode).toBe(200);
});

test('the log says which hours and days came and went, and nothing of those that stayed', async () => {
  const one = await server.register('Fabrikam');
  const copy = await centerOf('copy', one);
  const put = (body: object) => one.call('PUT', `/centers/${copy}/hours`, body);
  const week = (await one.call('GET', `/centers/${copy}/hours`)).json<CenterHours>().hours;
  await put({ holidays: [{ day: '2027-01-01', name: 'New Year' }] });
  const lines = async () =>
    (await one.call('GET', `/audit?kind=center&record=${copy}&person=${one.id}`)).json<
      { part?: string; action: string; changes: unknown[] }[]
    >();
  const before = (await lines()).length;
  await put({ hours: week.slice(1), holidays: [{ day: '2027-01-01', name: 'New Year’s Day' }] });
  expect((await lines()).slice(0, -before)).toMatchObject([
    {
      part: 'center_holiday',
      action: 'changed',
      changes: [{ column: 'name', from: 'New Year', to: 'New Year’s Day' }],
    },
    { part: 'center_hours', action: 'removed' },
  ]);
});
