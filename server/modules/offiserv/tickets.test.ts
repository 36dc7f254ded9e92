import { expect, test } from 'vitest';
import type { Ticket, Tickets } from '#contract/offiserv.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { serviceDesk } from '../../../test/service-requests.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const { admin, manager, operator, asker, ask, post } = desk;
const stranger = await server.register('Theirs');
const DAY = 86_400_000;

const get = (user: TestUser, url: string) =>
  server.app.inject({
    url,
    headers: { 'x-auth-username': user.email, 'x-auth-password': user.password },
  });
const tickets = async (user: TestUser, which: '' | '/incoming' | '/outgoing' = '', query = '') => {
  const answer = await get(user, `/data/users/me/tickets${which}?${query}`);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  return answer.json<Tickets>();
};
const idsOf = ({ items }: Tickets) => items.map(({ id }) => id);
const asked = async (user: TestUser, id: string) =>
  (await tickets(user, '/incoming')).items.find((one) => one.id === id)?.asked;
const done = async (by: TestUser, method: string, path: string, body?: object) => {
  const answer = await by.call(method, path, body);
  expect([path, answer.statusCode, answer.body]).toEqual([
    path,
    expect.toSatisfy((n: number) => n < 300),
    answer.body,
  ]);
  return answer;
};
const assign = (id: number, user: TestUser) =>
  done(manager, 'PUT', `/maintenance/requests/${id}/operators`, { add: [{ id: user.id }] });

test('a service request is outgoing for who asked, and incoming for who is to do it, until it is done', async () => {
  const { id } = await ask({ description: 'The tap drips' });
  const name = `service-${id}`;
  expect(await asked(operator, name)).toBeUndefined();
  await assign(id, operator);
  expect(await asked(operator, name)).toBe('work');
  expect(idsOf(await tickets(operator, '/outgoing'))).not.toContain(name);
  expect(idsOf(await tickets(asker, '/incoming'))).not.toContain(name);

  const single = (await get(asker, `/data/users/me/tickets/${name}`)).json<Ticket>();
  expect(single).toEqual({
    id: name,
    uri: `/data/users/${asker.id}/tickets/${name}`,
    kind: 'service',
    title: 'Repair · Kitchen',
    description: 'The tap drips',
    state: { code: 'new', name: 'New', open: true },
    requester: { id: String(asker.id), uri: `/data/users/${asker.id}`, displayName: expect.any(String) },
    assignees: [
      { id: String(operator.id), uri: `/data/users/${operator.id}`, displayName: expect.any(String) },
    ],
    due: expect.any(String),
    created: expect.any(String),
    updated: expect.any(String),
    resourceUri: `/external/api/rest/v2/maintenance/requests/${id}`,
    page: `/requests/mine?open=${id}`,
  });
  expect(new Date(single.created).toISOString()).toBe(single.created);
  expect((await get(asker, single.resourceUri)).statusCode).toBe(200);

  for (const step of ['accept', 'start', 'complete'])
    await done(operator, 'PUT', `/maintenance/requests/${id}/${step}`);
  expect(await asked(operator, name)).toBeUndefined();
  expect(idsOf(await tickets(asker, '', 'state=closed'))).toEqual([name]);
  expect(idsOf(await tickets(asker, '', 'state=open'))).not.toContain(name);
  // Whoever did it still finds it by its address.
  const worked = (await get(operator, `/data/users/me/tickets/${name}`)).json<Ticket>();
  expect([worked.state.open, worked.asked]).toEqual([false, undefined]);
});

test('one’s own work is one ticket among all', async () => {
  const { id } = await ask({ requester: { id: operator.id } }, operator);
  await assign(id, operator);
  const all = (await tickets(operator)).items.filter((one) => one.id === `service-${id}`);
  expect(all.map((one) => one.asked)).toEqual(['work']);
  expect(idsOf(await tickets(operator, '/outgoing'))).toContain(`service-${id}`);
});

test('approvals wait for whoever may give them, and for nobody else', async () => {
  const type = await desk.type({ approval: true });
  const request = await ask({ type });
  const service = `service-${request.id}`;

  const [mover, boss] = [await admin.person(), await admin.person()];
  await done(admin, 'PUT', `/users/${mover.id}`, { manager: { id: boss.id } });
  const [moves, bookings] = [
    await admin.person({ move: 'MANAGER' }),
    await admin.person({ reservation: 'MANAGER' }),
  ];
  const read = async <T>(path: string) => (await admin.call('GET', path)).json<T>();
  const [statuses, types] = [
    await read<{ id: number; code: string }[]>('/move/statuses'),
    await read<{ id: number; name: string }[]>('/move/requestTypes'),
  ];
  const moved = await post(
    '/move/requests',
    {
      status: { id: statuses.find(({ code }) => code === 'pen')!.id },
      description: 'To the window',
      items: [
        { type: { id: types.find((one) => one.name === 'Employee Move')!.id }, user: { id: mover.id } },
      ],
    },
    asker,
  );
  const move = `move-${moved.id}`;

  await done(admin, 'PUT', `/rooms/${desk.room.id}`, { reservable: true });
  await post('/reservations/rules', { room: { id: desk.room.id }, approval: true });
  const since = (Math.floor(Date.now() / DAY) + 7) * DAY + DAY / 3;
  const booked = await post(
    '/reservations',
    {
      room: { id: desk.room.id },
      user: { id: asker.id },
      name: 'Tasting',
      startDate: since,
      endDate: since + DAY / 24,
      allDay: false,
    },
    asker,
  );
  const booking = `booking-${booked.id}`;

  const ours = (found: Tickets) => idsOf(found).filter((id) => [service, move, booking].includes(id));
  const waiting = async (user: TestUser) => ours(await tickets(user, '/incoming'));
  expect(await waiting(manager)).toEqual([service]);
  expect(await waiting(boss)).toEqual([move]);
  expect(await waiting(moves)).toEqual([move]);
  expect(await waiting(bookings)).toEqual([booking]);
  expect(await waiting(admin)).toEqual([booking, move, service]);
  for (const nobody of [asker, operator, mover, stranger]) expect(await waiting(nobody)).toEqual([]);
  const outgoing = await tickets(asker, '/outgoing');
  expect(ours(outgoing)).toEqual([booking, move, service]);
  for (const { resourceUri } of outgoing.items)
    expect([resourceUri, (await get(asker, resourceUri)).statusCode]).toEqual([resourceUri, 200]);
  expect(ours(await tickets(asker, '/outgoing', 'kind=move,booking&search=window'))).toEqual([move]);
  expect(ours(await tickets(admin, '/incoming', 'kind=booking'))).toEqual([booking]);
  const shown = (await tickets(asker, '', 'search=tasting')).items[0]!;
  expect(shown).toMatchObject({
    title: 'Tasting',
    state: { code: 'awaiting', open: true },
    requester: { id: String(asker.id) },
  });

  await done(manager, 'PUT', `/maintenance/requests/${request.id}/approve`);
  await done(boss, 'POST', `/move/requests/${moved.id}/approve`);
  await done(bookings, 'PUT', `/reservations/${booked.id}/approve`);
  for (const decided of [manager, boss, bookings, admin]) expect(await waiting(decided)).toEqual([]);
  expect((await tickets(asker, '/outgoing', 'kind=booking')).items[0]!.state).toMatchObject({
    code: 'approved',
    open: false,
  });
});

test('leave waits for the manager, and stands behind the links of both', async () => {
  const [person, chief] = [await admin.person(), await admin.person()];
  await done(admin, 'PUT', `/users/${person.id}`, { manager: { id: chief.id } });
  const types = (await person.call('GET', '/leaves/types')).json<{ id: number; name: string }[]>();
  const year = new Date().getFullYear() + 1;
  const { id } = await post(
    '/leaves',
    {
      type: { id: types.find(({ name }) => name === 'Annual leave')!.id },
      startDate: `${year}-06-01`,
      endDate: `${year}-06-10`,
      note: 'By the sea',
    },
    person,
  );
  const ticket = (await tickets(person, '/outgoing', 'kind=leave&search=sea')).items[0];
  expect(ticket).toMatchObject({
    id: `leave-${id}`,
    state: { code: 'pending', open: true },
    assignees: [{ id: String(chief.id) }],
  });
  expect(await asked(chief, `leave-${id}`)).toBe('approval');
  expect(await asked(admin, `leave-${id}`)).toBeUndefined();
  const list = async (user: TestUser, path: string) =>
    (await get(user, `/data/users/me/${path}`)).json<{ items: object[] }>().items;
  const request = {
    id: String(id),
    start: `${year}-06-01`,
    end: `${year}-06-10`,
    user: { id: String(person.id) },
  };
  expect(await list(person, 'leaves')).toMatchObject([request]);
  expect(await list(chief, 'leaves-for-approval')).toMatchObject([
    { ...request, approver: { id: String(chief.id) } },
  ]);
  expect((await get(chief, `/data/users/${person.id}/leaves`)).json()).toMatchObject({ items: [request] });
  const limits = await list(person, `leave-days-limits?year=${year}`);
  expect(limits).toContainEqual(expect.objectContaining({ year, limited: true, days: 25, used: 0 }));

  await done(chief, 'POST', `/leaves/${id}/approve`, {});
  expect(await list(chief, 'leaves-for-approval')).toEqual([]);
  expect(await asked(chief, `leave-${id}`)).toBeUndefined();
});

test('pages follow one another without gap or repeat, and end', async () => {
  const person = await admin.person();
  for (let n = 0; n < 5; n += 1) await ask({ requester: { id: person.id } }, person);
  const whole = idsOf(await tickets(person));
  expect(whole).toHaveLength(5);
  const seen: string[] = [];
  let next: string | undefined = '/data/users/me/tickets?limit=2&kind=service&search=repair';
  let pages = 0;
  while (next) {
    const page: Tickets = (await get(person, next)).json<Tickets>();
    seen.push(...idsOf(page));
    next = page.nextUri;
    pages += 1;
  }
  expect([pages, seen]).toEqual([3, whole]);
});

test('nobody reads a ticket that is not theirs', async () => {
  const { id } = await ask();
  const status = async (user: TestUser, url: string) => (await get(user, url)).statusCode;
  for (const user of [operator, stranger, await admin.person()])
    expect(await status(user, `/data/users/me/tickets/service-${id}`)).toBe(404);
  expect(await status(operator, `/data/users/${asker.id}/tickets`)).toBe(403);
  expect(await status(stranger, `/data/users/${asker.id}/tickets`)).toBe(404);
  expect(await status(admin, `/data/users/${asker.id}/tickets/service-${id}`)).toBe(200);
  expect(idsOf(await tickets(stranger))).toEqual([]);
});
