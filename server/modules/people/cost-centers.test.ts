import { expect, test } from 'vitest';
import type { CategoryItem } from '#contract/cost-centers.ts';
import type { User } from '#contract/users.ts';
import { setRoomCostCenters } from '#server/modules/cost-centers/service.ts';
import { costCenters, errorOf } from '../../../test/cost-centers.ts';

const { server, admin, organisation, category, item, get, room } = await costCenters();
const standard = (await get<{ id: number }[]>('/categories'))[0]!;
const [teams, movies] = [await category({ name: 'Teams' }), await category({ name: 'Movies' })];
const [sales, support] = [await item(standard, { name: 'Sales' }), await item(standard, { name: 'Support' })];
const [red, blue] = [await item(teams, { name: 'Red "team" }' }), await item(teams, { name: 'Blue' })];
const film = await item(movies, { name: 'Film' });

type Shown = User & Record<string, unknown>;
const put = (id: number, body: object) => admin.call('PUT', `/users/${id}`, body);
const show = (id: number) => get<Shown>(`/users/${id}`);
const ids = (list: { id: number }[] | undefined) => list?.map(({ id }) => id);
const ref = ({ id }: { id: number }) => ({ id });
const numbered = (user: Shown) =>
  Object.fromEntries(Object.entries(user).filter(([name]) => /^costCenter\d+$/.test(name)));

test('a person is written and shown with cost centers as the documents say', async () => {
  const { id } = await admin.person();
  expect(await show(id)).toMatchObject({ costCenter: {} });
  const answer = await put(id, {
    jobTitle: 'Developer',
    costCenter: { id: String(sales.id), name: 'x' },
    costCenters: [ref(red), ref(film), ref(red)],
  });
  expect(answer.statusCode).toBe(200);
  const user = answer.json<Shown>();
  expect(user).toMatchObject({
    jobTitle: 'Developer',
    costCenter: { id: sales.id, name: 'Sales', code: '', category: { id: standard.id } },
    costCenters: [
      { id: red.id, category: { id: teams.id, name: 'Teams' } },
      { id: film.id, category: { id: movies.id } },
    ],
  });
  expect(numbered(user)).toEqual({ costCenter1: 'Sales', costCenter2: red.name, costCenter3: 'Film' });
  expect(await show(id)).toEqual(user);
  expect((await get<Shown[]>(`/users?search=${encodeURIComponent(user.email)}`))[0]).toEqual(user);

  const other = (await put(id, { costCenters: [ref(blue), ref(red)] })).json<Shown>();
  expect(ids(other.costCenters as { id: number }[])).toEqual([red.id, blue.id]);
  expect(Object.values(numbered(other))).toEqual(expect.arrayContaining(['Sales', red.name, 'Blue']));
  expect(other.dateUpdated).toBeGreaterThan(user.dateUpdated);
  expect(numbered((await put(id, { costCenter: ref(support) })).json<Shown>())).toMatchObject({
    costCenter1: 'Support',
    costCenter2: red.name,
  });
  const cleared = (await put(id, { costCenters: [] })).json<Shown>();
  expect(cleared).not.toHaveProperty('costCenters');
  expect(numbered(cleared)).toEqual({ costCenter1: 'Support' });
  const none = (await put(id, { costCenter: null })).json<Shown>();
  expect([none.costCenter, numbered(none)]).toEqual([{}, {}]);
});

test('a person may be made with cost centers', async () => {
  const body = { firstName: 'A', lastName: 'B', email: 'with-centers@example.com' };
  const bad = await admin.call('POST', '/users', { ...body, costCenters: [ref(red), { id: 999_999_999 }] });
  expect([bad.statusCode, errorOf(bad).field]).toEqual([400, 'costCenters[1]']);
  const made = await admin.call('POST', '/users', {
    ...body,
    costCenter: ref(sales),
    costCenters: [ref(red)],
  });
  expect(made.statusCode).toBe(201);
  expect(numbered(made.json<Shown>())).toEqual({ costCenter1: 'Sales', costCenter2: red.name });
});

test('what cannot be a cost center is refused, naming it, and nothing is changed', async () => {
  const { id } = await admin.person();
  const stranger = await server.register();
  const [theirCategory] = (await stranger.call('GET', '/categories')).json<{ id: number }[]>();
  const theirs = (
    await stranger.call('POST', '/categories/items', { name: 'x', category: { id: theirCategory!.id } })
  ).json<CategoryItem>();
  const before = await show(id);
  for (const [field, value] of [
    ['costCenter', ref(red)],
    ['costCenter', ref(theirs)],
    ['costCenter', { id: 999_999_999 }],
    ['costCenter', 'x'],
    ['costCenter', { id: -1 }],
    ['costCenters[0]', [ref(sales)]],
    ['costCenters[1]', [ref(red), ref(theirs)]],
    ['costCenters', 'x'],
    ['costCenters[0].id', [{ id: 1.5 }]],
    ['costCenters[0].id', [{}]],
  ] as const) {
    const answer = await put(id, { phone: 'not stored', [field.split('[')[0]!]: value });
    expect([field, value, answer.statusCode]).toEqual([field, value, 400]);
    expect(errorOf(answer).field).toContain(field);
  }
  expect(await show(id)).toEqual(before);
  const person = await admin.person();
  expect((await person.call('PUT', `/users/${person.id}`, { costCenter: ref(sales) })).statusCode).toBe(403);
});

test('the people of an item and of any are listed like people', async () => {
  const kind = await category();
  const [one, two] = [await item(kind), await item(kind)];
  const people = [await admin.person(), await admin.person(), await admin.person()];
  const [a, b, c] = people.map(({ id }) => id) as [number, number, number];
  await put(a, { costCenters: [ref(one)], jobTitle: 'Z' });
  await put(b, { costCenters: [ref(one), ref(two)], jobTitle: 'A' });
  await put(c, { costCenters: [ref(two)] });
  const list = async (path: string) => ids(await get<User[]>(`/categories/items/${path}`));
  expect(await list(`${one.id}/users`)).toEqual([a, b]);
  expect(await list(`${one.id}/users?orderBy=jobTitle&limit=1`)).toEqual([b]);
  expect(await list(`${one.id}/users/?search=${people[0]!.email}`)).toEqual([a]);
  expect(await get(`/categories/items/${two.id}/users/count`)).toEqual({ count: 2 });
  const any = await list('users?limit=500');
  expect(any).toEqual(expect.arrayContaining([a, b, c]));
  expect(any).not.toContain(admin.id);
  expect(await get('/categories/items/users/count')).toEqual({ count: any!.length });
  await admin.call('DELETE', `/users/${c}`);
  expect(await list(`${two.id}/users`)).toEqual([b]);
  const first = (await get<User[]>('/users?orderBy=costCenter.name&limit=1'))[0]!;
  expect(first.costCenter).toMatchObject({ name: 'Sales' });
});

test('the spaces of an item and of any are listed', async () => {
  const one = await item(teams);
  const [x, y] = [await room('3.14'), await room('3.15')];
  const write = (id: number, costCenterList: { id: number }[] | null) =>
    server.deps.db.write(organisation, (tx) => setRoomCostCenters(tx, id, costCenterList));
  await write(x, [ref(one), ref(sales), ref(one)]);
  await write(y, [ref(sales)]);
  const list = (path: string) =>
    get<{ id: number; name: string; costCenters: { id: number }[] }[]>(`/categories/items/${path}`);
  expect(await list(`${one.id}/rooms`)).toEqual([
    expect.objectContaining({
      id: x,
      name: '3.14',
      reservable: false,
      floor: expect.objectContaining({ name: '3', building: expect.objectContaining({ name: 'Tower' }) }),
      costCenters: [
        expect.objectContaining({ id: sales.id }),
        expect.objectContaining({ id: one.id, category: { id: teams.id, name: 'Teams', code: '' } }),
      ],
    }),
  ]);
  expect(ids(await list(`${sales.id}/rooms?orderBy=name&orderByType=desc`))).toEqual([y, x]);
  expect(await get(`/categories/items/${sales.id}/rooms/count?search=.15`)).toEqual({ count: 1 });
  expect(ids(await list('rooms'))).toEqual([x, y]);
  expect(await get('/categories/items/rooms/count')).toEqual({ count: 2 });
  await expect(write(x, [{ id: 999_999_999 }])).rejects.toMatchObject({ field: 'costCenters[0]' });
  await write(x, null);
  expect(ids(await list('rooms'))).toEqual([y]);
});
