import { expect, test } from 'vitest';
import type { OffiServUser } from '#contract/account.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();
const places = await placesOf(server);
const { admin, send } = places;
const HOUR = 3_600_000;

const read = (user: TestUser, url: string) =>
  server.app.inject({ url, headers: { 'x-auth-username': user.email, 'x-auth-password': user.password } });
const items = async <T>(user: TestUser, url: string) => {
  const answer = await read(user, url);
  expect([url, answer.statusCode, answer.body]).toEqual([url, 200, expect.any(String)]);
  return answer.json<{ items: T[] }>().items;
};
type Shown = {
  id: string;
  kind?: string;
  title?: string;
  resource?: { name: string };
  state?: string;
  page: string;
};

const customer = await admin.person();
const keeper = await admin.person({ asset: 'OPERATOR', reservation: 'MANAGER', maintenance: 'OPERATOR' });
const boss = await admin.person();
const borrower = await admin.person();
await send('PUT', `/users/${keeper.id}`, { manager: { id: boss.id } });
await send('PUT', `/users/${borrower.id}`, { manager: { id: keeper.id } });
const room = await places.room({ name: 'Garden', reservable: true });
const type = await send<{ id: number }>('POST', '/assets/types', { name: 'Projectors' });
const model = await send<{ id: number }>('POST', '/assets/models', { name: 'Beamer 9', type });
const asset = await send<{ id: number }>('POST', '/assets', { model, room: { id: room.id } });
await send('PUT', '/assets/lendable', { assets: [{ id: asset.id }], lendable: true });
const soon = Math.ceil(Date.now() / HOUR) * HOUR;
const lent = await keeper.call('POST', '/assets/loans', {
  asset: { id: asset.id },
  user: { id: borrower.id },
  dueDate: soon + 200 * HOUR,
});
const booked = await borrower.call('POST', '/reservations', {
  room: { id: room.id },
  user: { id: borrower.id },
  name: 'Talk in private',
  private: true,
  startDate: soon + HOUR,
  endDate: soon + 2 * HOUR,
  allDay: false,
});
expect([lent.statusCode, booked.statusCode]).toEqual([201, 201]);
await places.book(room.id, soon - 50 * HOUR, soon - 49 * HOUR);

/** Every link in what /data/users/me answers, by its dotted name. */
function linksIn(value: object, prefix = ''): [string, string][] {
  return Object.entries(value).flatMap(([name, one]: [string, unknown]): [string, string][] =>
    typeof one === 'string'
      ? one.startsWith('/data/')
        ? [[prefix + name, one]]
        : []
      : one !== null && typeof one === 'object' && !Array.isArray(one)
        ? linksIn(one, `${prefix}${name}.`)
        : [],
  );
}
const documented =
  'managerUri companyUri ticketsUri outgoingTicketsUri incomingTicketsUri singleTicketUri reservationsUri lendingsUri' +
  ' keeperLendingsUri keptResourcesUri keptResourcesReservationsHistoryUri leavesUri leavesForApprovalUri' +
  ' leaveDaysLimitsUri approversChainUri filtersUri uris.reminders.UserReminders';

test.each([
  ['a customer', customer],
  ['a keeper and manager', keeper],
  ['a borrower', borrower],
  ['a site administrator', admin],
])('every link of %s answers, by header and by cookie, and to nobody without', async (_, user) => {
  const signIn = await server.app.inject({
    method: 'POST',
    url: '/data/login',
    payload: { email: user.email, password: user.password },
  });
  const cookies = { [signIn.cookies[0]!.name]: signIn.cookies[0]!.value };
  const me = (await read(user, '/data/users/me')).json<OffiServUser>();
  expect(signIn.json()).toEqual(me);
  const links = linksIn(me);
  const names = documented.split(' ').filter((name) => name !== 'managerUri' || me.managerUri);
  expect(links.map(([name]) => name)).toEqual(expect.arrayContaining(names));
  expect(me).toHaveProperty(['uris.reminders.UserReminders'], me.uris!.reminders.UserReminders);
  for (const [name, url] of links) {
    if (name === 'singleTicketUri') {
      expect(url).toContain('{id}');
      expect((await read(user, url.replace('{id}', 'service-999999'))).statusCode).toBe(404);
      continue;
    }
    const answer = await read(user, url);
    expect([name, answer.statusCode, answer.headers['content-type']]).toEqual([
      name,
      200,
      expect.stringContaining('application/json'),
    ]);
    const byCookie = await server.app.inject({ url, cookies });
    expect([name, byCookie.statusCode, byCookie.json()]).toEqual([name, 200, answer.json()]);
    const nobody = await server.app.inject(url);
    expect([name, nobody.statusCode, nobody.json()]).toEqual([name, 401, { error: expect.anything() }]);
  }
});

test('who has nothing gets empty lists', async () => {
  for (const [name, url] of linksIn((await read(customer, '/data/users/me')).json<object>())) {
    if (!url.includes(`/users/${customer.id}/`) || url.includes('{id}') || name === 'leaveDaysLimitsUri')
      continue;
    expect([name, await items(customer, url)]).toEqual([name, []]);
  }
});

test('bookings, loans and reminders are those of the person', async () => {
  const [booking] = await items<Shown>(borrower, '/data/users/me/reservations');
  expect(booking).toMatchObject({
    title: 'Talk in private',
    resource: { kind: 'space', name: 'Garden' },
    state: 'booked',
  });
  const [loan] = await items<Shown>(borrower, '/data/users/me/lendings');
  expect(loan).toMatchObject({
    resource: { kind: 'asset', name: 'Beamer 9', type: 'Projectors' },
    state: 'out',
    overdue: false,
  });
  const reminders = await items<Shown & { remind: string }>(borrower, '/data/users/me/reminders');
  expect(reminders.map(({ kind }) => kind)).toEqual(['reservation', 'lending']);
  expect(Date.parse(reminders[0]!.remind)).toBe(soon + HOUR - 15 * 60_000);
  expect(await items(keeper, '/data/users/me/lendings')).toEqual([]);
});

test('a keeper has what is out, what can be had, and what has been', async () => {
  const out = await items<Shown>(keeper, '/data/users/me/keeper-lendings');
  expect(out).toMatchObject([{ user: { id: String(borrower.id) }, keeper: { id: String(keeper.id) } }]);
  const kept = await items<Shown & { name: string }>(keeper, '/data/users/me/kept-resources');
  expect(kept.map(({ kind, name }) => [kind, name])).toEqual([
    ['space', 'Garden'],
    ['asset', 'Beamer 9'],
  ]);
  expect(await items(keeper, '/data/users/me/kept-resources/history')).toMatchObject([
    { kind: 'reservation', resource: { name: 'Garden' } },
  ]);
  const assets = await admin.person({ asset: 'OPERATOR' });
  expect((await items<Shown>(assets, '/data/users/me/kept-resources')).map(({ kind }) => kind)).toEqual([
    'asset',
  ]);
});

test('filters are those that the person has saved', async () => {
  const saved = await customer.call('PUT', '/users/me/filters', {
    view: 'moves',
    name: 'Mine',
    filters: { mine: true },
  });
  expect(saved.statusCode).toBeLessThan(300);
  expect(await items(customer, '/data/users/me/filters')).toMatchObject([
    { name: 'Mine', view: 'moves', filters: { mine: true } },
  ]);
});

test('approvers are the managers up to the top, also where a circle is left from older days', async () => {
  const chain = async () =>
    (await items<{ id: string }>(customer, `/data/users/${borrower.id}/approvers`)).map(({ id }) =>
      Number(id),
    );
  expect(await chain()).toEqual([keeper.id, boss.id]);
  expect((await read(boss, `/data/users/${boss.id}/approvers?startAt=1`)).json()).toMatchObject({
    items: [],
  });
  const pastTriggers = (manager: number | null) =>
    server.owner.query(`BEGIN; SET LOCAL session_replication_role = replica;
      UPDATE app_user SET manager_id = ${manager} WHERE id = ${boss.id}; COMMIT`);
  await pastTriggers(borrower.id);
  expect(await chain()).toEqual([keeper.id, boss.id]);
  await pastTriggers(null);
});

test('of others one sees the links that one may follow, and no more', async () => {
  const shown = async (by: TestUser) =>
    linksIn((await read(by, `/data/users/${borrower.id}`)).json<object>()).filter(([, url]) =>
      url.startsWith(`/data/users/${borrower.id}/`),
    );
  for (const [by, count] of [
    [customer, 1],
    [boss, 5],
    [admin, 13],
  ] as const) {
    const links = await shown(by);
    expect([by.id, links.length]).toEqual([by.id, count]);
    for (const [, url] of links)
      if (!url.includes('{id}')) expect([url, (await read(by, url)).statusCode]).toEqual([url, 200]);
  }
  for (const [name, url] of await shown(borrower)) {
    const address = url.replace('{id}', 'service-1');
    expect([name, (await read(customer, address)).statusCode]).toEqual([
      name,
      name === 'approversChainUri' ? 200 : 403,
    ]);
  }
  const [busy] = await items<Shown>(boss, `/data/users/${borrower.id}/reservations`);
  expect(busy!.title).toBe('Busy');
});

test('what cannot be meant is refused, and what is not there is not found', async () => {
  for (const [path, status] of [
    ['me/tickets?startAt=x', 400],
    ['me/tickets?kind=parcel', 400],
    ['me/tickets?state=new', 400],
    ['me/tickets/service-x', 404],
    ['me/tickets/service-0001', 404],
    ['me/nothing', 404],
    ['999999/tickets', 404],
    ['999999/filters', 404],
    ['nobody/tickets', 404],
  ] as const) {
    const answer = await read(customer, `/data/users/${path}`);
    expect([path, answer.statusCode, answer.json()]).toEqual([path, status, { error: expect.anything() }]);
  }
});

test('each of them is in the documentation with an answer of its own', () => {
  type Described = { get?: { responses: Record<string, { content: Record<string, { schema: object }> }> } };
  const { paths } = server.app.swagger() as unknown as { paths: Record<string, Described> };
  const below = Object.entries(paths).filter(([path]) => path.startsWith('/data/users/{id}/'));
  expect(below).toHaveLength(15);
  for (const [path, { get }] of below)
    expect([path, get!.responses['200']!.content['application/json']!.schema]).toEqual([
      path,
      expect.objectContaining({
        properties: expect.objectContaining(
          path.endsWith('{ticket}') ? { kind: expect.anything() } : { items: expect.anything() },
        ),
      }),
    ]);
});
