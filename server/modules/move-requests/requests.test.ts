import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';
import { make } from '../../../test/records.ts';

type Row = { id: number };
type Catalogued = Row & { code: string; typeCode: string; name: string; fields: { code: string }[] };
type Move = Row & {
  approved: boolean;
  approvedBy?: Row;
  description: string;
  date?: number;
  comments: (Row & { content: string })[];
  items: (Row & Record<string, unknown>)[];
  status: { id: number; code: string };
  dateUpdated: number;
  allowed: string[];
};

const server = await testServer();
const admin = await server.register();
const { rows } = await server.owner.query<{ organisation: number }>(
  'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
  [admin.id],
);
const site = { server, admin, organisation: rows[0]!.organisation, word: 'Lodz' };
const get = async <T>(path: string) => (await admin.call('GET', path)).json<T>();
const statuses = await get<Catalogued[]>('/move/statuses');
const types = await get<Catalogued[]>('/move/requestTypes');
const tasks = await get<Catalogued[]>('/move/tasks');
const status = (code: string) => ({ id: statuses.find((one) => one.code === code)!.id });
const type = (name: string) => ({ id: types.find((one) => one.name === name)!.id });
const furniture = tasks.find(({ name }) => name === 'Furniture')!.id;
const plain = await admin.person();
await admin.call('PUT', `/users/${plain.id}`, { firstName: 'Han', lastName: 'Solo' });
const file = async (body: object, by = admin) =>
  by.call('POST', '/move/requests', { status: status('pen'), description: 'A move', ...body });
const filed = async (body: object, by = admin) => {
  const answer = await file(body, by);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
  return answer.json<Move>();
};
const room = await make(site, 'room');
await admin.call('PUT', `/rooms/${room}`, { capacity: 1 });

test('the catalogues are those of the samples, with counts', async () => {
  expect(statuses.map(({ code }) => code).toSorted()).toEqual(['0', 'apr', 'don', 'pen', 'sub']);
  expect(types.map(({ name }) => name)).toContain('Move Office Equipment');
  expect(tasks.find(({ id }) => id === furniture)!.fields.map(({ code }) => code)).toContain('whiteBoard');
  for (const [path, list] of [
    ['statuses', statuses],
    ['requestTypes', types],
    ['tasks', tasks],
  ] as const)
    expect(await get(`/move/${path}/count`)).toEqual({ count: list.length });
  expect(await get<Catalogued[]>('/move/tasks?search=FURN')).toHaveLength(1);
});

test('the sample of the documents is filed, shown, listed, changed, archived and removed', async () => {
  const tasksValueMap = {
    [furniture]: { other: 'Need a Bigger TV', whiteBoard: 'Yes', deskChair: true, n: null },
  };
  const user = { id: plain.id, lastName: 'Admin', specialNeeds: false, name: 'Han Solo' };
  const body = {
    date: 1504112404863,
    approved: true,
    comments: [{ content: 'your comment here!' }],
    description: 'your description here!',
    approvedBy: { id: admin.id },
    items: [{ toRoom: { id: room }, type: type('Employee Move'), user, tasksValueMap }],
    status: { id: String(status('sub').id) },
  };
  const made = await filed(body);
  expect(made).toMatchObject({
    date: 1504112404863,
    approved: true,
    approvedBy: { id: admin.id, userType: { fields: expect.anything() } },
    description: 'your description here!',
    comments: [{ content: 'your comment here!' }],
    status: { code: 'sub' },
  });
  expect(made.items[0]).toMatchObject({
    name: 'Han Solo',
    user: { id: plain.id },
    type: { typeCode: 'move', fields: expect.anything() },
    toRoom: {
      id: room,
      floor: { building: { id: expect.any(Number) } },
      type: { occupiable: expect.any(Boolean) },
    },
    toRoomAvailable: true,
  });
  expect(made.items[0]!.tasksValueMap).toEqual(tasksValueMap);

  await admin.call('PUT', `/users/${admin.id}`, { room: { id: room } });
  const shown = await get<Move>(`/move/requests/${made.id}`);
  expect(shown.items[0]!.toRoomAvailable).toBe(false);
  for (const path of [
    `statusId=${status('sub').id}`,
    'statusCode=sub',
    'search=YOUR%20desc',
    'search=han%20solo',
  ])
    expect((await get<Move[]>(`/move/requests/?${path}`)).map(({ id }) => id)).toEqual([made.id]);
  for (const none of [
    'statusId=999999',
    'statusCode=pen',
    'search=%25',
    `modifiedOrCreatedAfter=${shown.dateUpdated}`,
  ])
    expect(await get(`/move/requests?${none}`)).toEqual([]);
  expect(await get('/move/requests/count?statusCode=sub')).toEqual({ count: 1 });

  const changed = (
    await admin.call('PUT', `/move/requests/${made.id}`, { id: made.id, description: 'Other' })
  ).json<Move>();
  expect(changed).toMatchObject({
    ...body,
    approvedBy: { id: admin.id },
    description: 'Other',
    status: { code: 'sub' },
    items: [{}],
    comments: [{}],
  });
  expect(changed.items[0]!.tasksValueMap).toEqual(tasksValueMap);

  for (const _ of [1, 2]) {
    const archived = await admin.call('POST', `/move/requests/${made.id}/archive`);
    expect([archived.statusCode, archived.json()]).toEqual([200, {}]);
  }
  expect(await get('/move/requests')).toEqual([]);
  expect(await get<Move[]>('/move/requests?archived=true')).toHaveLength(1);
  expect((await get<Move>(`/move/requests/${made.id}`)).id).toBe(made.id);
  const gone = await admin.call('DELETE', `/move/requests/${made.id}`);
  expect(gone.json()).toEqual({ response: 'Successfully removed' });
  expect((await admin.call('DELETE', `/move/requests/${made.id}`)).statusCode).toBe(404);
  expect((await admin.call('POST', `/move/requests/${made.id}/archive`)).statusCode).toBe(404);
});

test('what is not said is pending, not approved and empty; approving without a name records the caller', async () => {
  const made = await filed({});
  expect(made).toMatchObject({ approved: false, comments: [], items: [], status: { code: 'pen' } });
  expect(made).not.toHaveProperty('date');
  const under = await filed({ status: status('sub') });
  expect(under).toMatchObject({ approved: false, status: { code: 'sub' } });
  const approved = (
    await admin.call('PUT', `/move/requests/${made.id}`, { id: made.id, approved: true })
  ).json<Move>();
  expect(approved).toMatchObject({ approved: true, approvedBy: { id: admin.id }, status: { code: 'apr' } });
});

test('items keep their order, are matched by id, keep what is not sent, and go when they are not in the list', async () => {
  const person = (id: number) => ({ type: type('Employee Move'), user: { id } });
  const equipment = { type: type('Move Office Equipment'), name: 'Printer', user: { id: plain.id } };
  const newcomer = {
    type: type('New Person'),
    user: { firstName: 'Leia', lastName: 'Organa', email: 'leia@example.com', costCenter: { id: 5 } },
  };
  const made = await filed({ items: [equipment, newcomer, person(plain.id), person(plain.id)], date: 1000 });
  expect(made.items.map(({ name }) => name)).toEqual(['Printer', 'Leia Organa', 'Han Solo', 'Han Solo']);
  expect(made.items[0]).not.toHaveProperty('user');
  expect(made.items[1]!.fieldValues).toEqual({
    firstName: 'Leia',
    lastName: 'Organa',
    email: 'leia@example.com',
    costCenter: '5',
  });
  const [first, second, third] = made.items;
  const items = [
    { id: third!.id, tasksValueMap: { [furniture]: { notes: 'x' } } },
    person(admin.id),
    { id: second!.id },
    { id: String(first!.id) },
  ];
  const edited = (await admin.call('PUT', `/move/requests/${made.id}`, { items })).json<Move>();
  expect(edited.items.map(({ id }) => id)).toEqual([third!.id, expect.any(Number), second!.id, first!.id]);
  expect(edited.items[2]!.fieldValues).toEqual(made.items[1]!.fieldValues);
  expect(edited.items[0]).toMatchObject({
    user: { id: plain.id },
    tasksValueMap: { [furniture]: { notes: 'x' } },
  });
  expect(edited).toMatchObject({ tasks: { total: 1, done: 0 }, date: 1000 });
});

test('bad input is refused by its name, and nothing is stored', async () => {
  const move = { type: type('Employee Move'), user: { id: plain.id } };
  const before = await get('/move/requests/count');
  const bad: [object, string][] = [
    [{ status: undefined }, 'status'],
    [{ status: {} }, 'status'],
    [{ status: { id: 999_999 } }, 'status'],
    [{ description: '' }, 'description'],
    [{ description: null }, 'description'],
    [{ date: 'soon' }, 'date'],
    [{ items: 'x' }, 'items'],
    [{ items: [5] }, 'items[0]'],
    [{ comments: {} }, 'comments'],
    [{ comments: [{}] }, 'comments[0].content'],
    [{ approved: 'perhaps' }, 'approved'],
    [{ approvedBy: { id: 999_999 } }, 'approvedBy'],
    [{ items: [move, { ...move, user: null }] }, 'items[1].user'],
    [{ items: [{ type: type('Exiting Employee') }] }, 'items[0].user'],
    [{ items: [{ ...move, user: { firstName: 'A' } }] }, 'items[0].user'],
    [{ items: [{ ...move, user: { id: 'x' } }] }, 'items[0].user'],
    [{ items: [{ ...move, user: { id: 999_999 } }] }, 'items[0].user'],
    [{ items: [{ ...move, toRoom: { id: -1 } }] }, 'items[0].toRoom'],
    [{ items: [{ ...move, toRoom: { id: 999_999 } }] }, 'items[0].toRoom'],
    [{ items: [{ ...move, type: { id: 1e15 } }] }, 'items[0].type'],
    [{ items: [{ user: move.user }] }, 'items[0].type'],
    [{ items: [{ type: type('Move Office Equipment') }] }, 'items[0].asset'],
    [{ items: [{ type: type('Move Office Equipment'), asset: { id: 999_999 } }] }, 'items[0].asset'],
    [{ items: [{ type: type('New Person') }] }, 'items[0].user'],
    [{ items: [{ ...move, tasksValueMap: [] }] }, 'items[0].tasksValueMap'],
    [{ items: [{ ...move, tasksValueMap: { 1: { a: {} } } }] }, 'items[0].tasksValueMap'],
  ];
  for (const [body, field] of bad) {
    const answer = await file(body);
    expect([field, answer.statusCode, answer.body]).toEqual([field, 400, expect.stringContaining(field)]);
  }
  expect(await get('/move/requests/count')).toEqual(before);
  const made = await filed({ items: [move] });
  for (const [body, field] of [
    [{ id: made.id + 1 }, 'id'],
    [{ description: ' ' }, 'description'],
    [{ status: {} }, 'status'],
    [{ items: [{ id: 999_999 }] }, 'items[0].id'],
    [{ items: [{ id: made.items[0]!.id }, { id: made.items[0]!.id }] }, 'items[1].id'],
  ] as const)
    expect(await admin.call('PUT', `/move/requests/${made.id}`, body)).toMatchObject({
      statusCode: 400,
      body: expect.stringContaining(field),
    });
  expect(await get(`/move/requests/${made.id}`)).toEqual(made);
  for (const id of ['0', '-1', '1.5', 'x', '99999999'])
    expect((await admin.call('GET', `/move/requests/${id}`)).statusCode).toBe(404);
});
