import { expect, test } from 'vitest';
import { MAX_SAVED, type SavedFilter } from '#contract/saved-filters.ts';
import { testServer, type TestUser } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register();
const PATH = '/users/me/filters';

const save = (person: TestUser, name: string, filters: object, view = 'assets') =>
  person.call('PUT', PATH, { view, name, filters });
const listed = async (person: TestUser, query = '') =>
  (await person.call('GET', PATH + query)).json<SavedFilter[]>();

test('filters are saved by name, replaced under any case of it, listed by view and deleted', async () => {
  const person = await admin.person();
  const first = (await save(person, 'Old laptops', { typeId: 3, search: 'é' })).json<SavedFilter>();
  const again = await save(person, ' old LAPTOPS ', { typeId: 4, in: ['a', 'b'], active: true });
  expect(again.json()).toMatchObject({
    id: first.id,
    name: 'old LAPTOPS',
    filters: { typeId: 4, in: ['a', 'b'], active: true },
    dateCreated: first.dateCreated,
  });
  await save(person, 'Élan', {});
  await save(person, 'Old laptops', { state: 'open' }, 'moves');
  expect((await listed(person, '?view=assets')).map(({ name }) => name)).toEqual(['Élan', 'old LAPTOPS']);
  expect((await listed(person)).map(({ view }) => view)).toEqual(['assets', 'assets', 'moves']);

  expect((await person.call('DELETE', `${PATH}/${first.id}`)).statusCode).toBe(200);
  expect((await person.call('DELETE', `${PATH}/${first.id}`)).statusCode).toBe(404);
  expect((await listed(person)).map(({ name }) => name)).toEqual(['Élan', 'Old laptops']);
});

test('nobody sees or deletes another’s, not even an administrator', async () => {
  const person = await admin.person();
  const { id } = (await save(person, 'Mine', { a: 1 })).json<SavedFilter>();
  expect(await listed(admin)).toEqual([]);
  expect((await admin.call('DELETE', `${PATH}/${id}`)).statusCode).toBe(404);
  await save(admin, 'Mine', { a: 2 });
  expect(await listed(person)).toMatchObject([{ id, filters: { a: 1 } }]);
});

test.each([
  ['name', { name: ' ' }],
  ['name', { name: 'x'.repeat(81) }],
  ['view', { view: '' }],
  ['filters', { filters: { search: 'x'.repeat(4000) } }],
  ['filters.deep', { filters: { deep: { er: 1 } } }],
  ['filters', { filters: [] }],
])('a wrong %s is refused by name: %j', async (field, change) => {
  const answer = await admin.call('PUT', PATH, { view: 'assets', name: 'A', filters: {}, ...change });
  expect([answer.statusCode, answer.json<{ error: { field: string } }>().error.field]).toEqual([400, field]);
});

test('there is an end to how many a person keeps; what is there can still be replaced', async () => {
  const person = await admin.person();
  await server.owner.query(
    `INSERT INTO saved_filter (organisation_id, user_id, view, name, filters)
     SELECT organisation_id, id, 'assets', n::text, '{}' FROM app_user, generate_series(1, $2::int) n WHERE id = $1`,
    [person.id, MAX_SAVED],
  );
  expect((await save(person, '7', { a: 1 })).statusCode).toBe(200);
  const refused = await save(person, 'One more', {});
  expect([refused.statusCode, refused.json<{ error: { code: string } }>().error.code]).toEqual([
    409,
    'filters.too-many',
  ]);
  expect(await listed(person)).toHaveLength(MAX_SAVED);
});
