import { expect, test } from 'vitest';
import type { Category, CategoryItem } from '#contract/cost-centers.ts';
import type { Room } from '#contract/places.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();
const own = await placesOf(server);
const { send, list, ids } = own;
const category = await send<Category>('POST', '/categories', { name: 'Team' }, 200);
const item = (name: string) =>
  send<CategoryItem>('POST', '/categories/items', { name, code: name, category: { id: category.id } });
const [a, b] = [await item('A'), await item('B')];
const shown = (one: CategoryItem) => ({
  id: one.id,
  name: one.name,
  code: one.code,
  category: { id: category.id, name: 'Team', code: '' },
});

test('a space shows the cost centers it was given, in its own answers and in theirs', async () => {
  const room = await own.room({ costCenters: [{ id: String(b.id), name: 'ignored' }, { id: a.id }] });
  expect(room.costCenters).toEqual([shown(a), shown(b)]);
  expect(await send('GET', `/rooms/${room.id}`)).toEqual(room);
  expect(await list('/rooms')).toContainEqual(room);
  expect(await list(`/categories/items/${a.id}/rooms`)).toEqual([room]);

  const fewer = await send<Room>('PUT', `/rooms/${room.id}`, { costCenters: [{ id: b.id }, { id: b.id }] });
  expect(fewer.costCenters).toEqual([shown(b)]);
  expect(fewer.dateUpdated).toBeGreaterThan(room.dateUpdated);
  expect(await ids(`/categories/items/${a.id}/rooms`)).toEqual([]);
  expect(await send('PUT', `/rooms/${room.id}`, { name: 'Renamed' })).toMatchObject({
    costCenters: [shown(b)],
  });
  for (const none of [[], null]) {
    await send('PUT', `/rooms/${room.id}`, { costCenters: [{ id: a.id }] });
    const bare = await send<Room>('PUT', `/rooms/${room.id}`, { costCenters: none });
    expect(bare.costCenters).toEqual([]);
  }
});

test('an item that is not there, or not ours, is refused by its place in the list, and nothing changes', async () => {
  const room = await own.room({ costCenters: [{ id: a.id }] });
  const theirs = await placesOf(server);
  const foreign = await theirs.send<Category>('POST', '/categories', { name: 'Theirs' }, 200);
  const body = { name: 'X', category: { id: foreign.id } };
  const strange = await theirs.send<CategoryItem>('POST', '/categories/items', body);
  const before = await send('GET', '/rooms/count');
  for (const wrong of [strange.id, 999_999_999]) {
    const costCenters = [{ id: b.id }, { id: wrong }];
    const edit = await own.admin.call('PUT', `/rooms/${room.id}`, { name: 'New', costCenters });
    const { floor, type } = room;
    const add = await own.admin.call('POST', '/rooms', { name: 'New', floor, type, costCenters });
    for (const answer of [edit, add])
      expect([answer.statusCode, answer.json()]).toMatchObject([400, { error: { field: 'costCenters[1]' } }]);
  }
  for (const wrong of [7, {}, [7], [{}], 'A', [{ id: 0 }]])
    expect((await own.admin.call('PUT', `/rooms/${room.id}`, { costCenters: wrong })).statusCode).toBe(400);
  expect(await send('GET', `/rooms/${room.id}`)).toEqual(room);
  expect(await send('GET', '/rooms/count')).toEqual(before);
});
