import { expect, test } from 'vitest';
import type { MemberChange } from '#contract/cost-centers.ts';
import { costCenters, errorOf } from '../../../test/cost-centers.ts';

const { server, admin, category, item, get, room } = await costCenters();
// The first category of an organisation, which comes with it.
const [standard] = (await get<{ id: number }[]>('/categories?limit=1')) as [{ id: number }];
const teams = await category();
const put = (of: { id: number }, path: string, body: unknown) =>
  admin.call('PUT', `/categories/items/${of.id}/${path}`, body);
const change = async (of: { id: number }, path: string, body: unknown) => {
  const answer = await put(of, path, body);
  expect(answer.statusCode).toBe(200);
  return answer.json<MemberChange>();
};
const membersOf = async (of: { id: number }, path: string) =>
  (await get<{ id: number }[]>(`/categories/items/${of.id}/${path}`)).map(({ id }) => id);
const refs = (...ids: number[]) => ids.map((id) => ({ id }));

test('people and spaces come and go, and only what changed is answered', async () => {
  const team = await item(teams);
  const other = await item(teams);
  const [anna, ben] = [await admin.person(), await admin.person()];
  expect(await change(team, 'users', { add: refs(anna.id, ben.id, anna.id) })).toEqual({
    added: expect.arrayContaining(refs(anna.id, ben.id)),
    removed: [],
  });
  await change(other, 'users', { add: refs(anna.id) });
  expect(await change(team, 'users', { add: refs(ben.id), remove: refs(anna.id) })).toEqual({
    added: [],
    removed: [anna.id],
  });
  expect(await membersOf(team, 'users')).toEqual([ben.id]);
  expect(await membersOf(other, 'users')).toEqual([anna.id]);
  const [desk, hall] = [await room(), await room()];
  await change(team, 'rooms', { add: refs(desk, hall) });
  expect(await change(team, 'rooms', { remove: refs(desk, 999_999) })).toEqual({
    added: [],
    removed: [desk],
  });
  expect(await membersOf(team, 'rooms')).toEqual([hall]);
});

test('a person has one item of the default category: another is left for it', async () => {
  const [from, to, team] = [await item(standard), await item(standard), await item(teams)];
  const person = await admin.person();
  await change(team, 'users', { add: refs(person.id) });
  await change(from, 'users', { add: refs(person.id) });
  expect(await change(to, 'users', { add: refs(person.id) })).toEqual({
    added: [{ id: person.id, from: from.id }],
    removed: [],
  });
  expect(await membersOf(from, 'users')).toEqual([]);
  expect(await membersOf(team, 'users')).toEqual([person.id]);
  // A space may have several.
  const space = await room();
  await change(from, 'rooms', { add: refs(space) });
  expect(await change(to, 'rooms', { add: refs(space) })).toEqual({ added: refs(space), removed: [] });
  expect(await membersOf(from, 'rooms')).toEqual([space]);
});

test('what is not there, is gone or is elsewhere is refused, and nothing is done', async () => {
  const team = await item(teams);
  const [person, gone] = [await admin.person(), await admin.person()];
  await admin.call('DELETE', `/users/${gone.id}`);
  const stranger = await (await server.register()).person();
  for (const [body, field] of [
    [{ add: refs(person.id, 999_999) }, 'add[1]'],
    [{ add: refs(gone.id) }, 'add[0]'],
    [{ add: refs(person.id, stranger.id) }, 'add[1]'],
    [{ add: refs(person.id), remove: refs(person.id) }, 'add[0]'],
    [{ add: 'everybody' }, 'add'],
  ] as const) {
    const answer = await put(team, 'users', body);
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, field]);
  }
  expect(await membersOf(team, 'users')).toEqual([]);
  expect((await put({ id: 999_999 }, 'users', { add: refs(person.id) })).statusCode).toBe(404);
});
