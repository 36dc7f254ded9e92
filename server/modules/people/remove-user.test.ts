import { expect, test } from 'vitest';
import { testServer, type TestUser } from '../../../test/app.ts';

const server = await testServer();
const remove = (by: TestUser, id: number) => by.call('DELETE', `/users/${id}`);

test('a removed person is gone from every answer, and history still names them', async () => {
  const admin = await server.register();
  const [person, report] = [await admin.person({ mail: 'OPERATOR' }), await admin.person()];
  await admin.call('PUT', `/users/${report.id}`, { manager: { id: person.id } });
  expect((await remove(admin, person.id)).json()).toEqual({ response: 'Successfully removed' });
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PUT', '', { phone: '1' }],
    ['DELETE', '', undefined],
    ['GET', '/permissions', undefined],
    ['PUT', '/permissions', []],
    ['PUT', '/resetPassword', undefined],
  ] as const)
    expect([method, path, (await admin.call(method, `/users/${person.id}${path}`, body)).statusCode]).toEqual(
      [method, path, 404],
    );
  const left = (await admin.call('GET', '/users')).json<{ id: number; manager?: unknown }[]>();
  expect(left.map(({ id }) => id)).toEqual([admin.id, report.id]);
  expect(left[1]).not.toHaveProperty('manager');
  const kept = await server.owner.query('SELECT name FROM app_user WHERE id = $1', [person.id]);
  expect(kept.rowCount).toBe(1);
});

test('they are out at once, with headers and with an open cookie, and their address is free', async () => {
  const admin = await server.register();
  const person = await admin.person({ mail: 'OPERATOR' });
  const { email, password } = person;
  const signIn = () =>
    server.app.inject({ method: 'POST', url: '/data/login', payload: { email, password } });
  const cookie = (await signIn()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expect((await person.call('GET', '/users/me')).statusCode).toBe(200);
  await remove(admin, person.id);
  expect((await person.call('GET', '/users/me')).statusCode).toBe(401);
  expect((await server.app.inject({ url: '/data/users/me', headers: { cookie } })).statusCode).toBe(401);
  expect((await signIn()).statusCode).toBe(401);
  const rights = `SELECT FROM permission WHERE user_id = $1 UNION ALL SELECT FROM session WHERE user_id = $1`;
  expect((await server.owner.query(rights, [person.id])).rowCount).toBe(0);
  const again = await admin.call('POST', '/users', { firstName: 'New', lastName: 'Person', email });
  expect(again.statusCode).toBe(201);
});

test('neither oneself, nor the last site administrator, nor a stranger', async () => {
  const [admin, stranger] = [await server.register(), await server.register()];
  const second = await admin.person();
  expect((await remove(admin, admin.id)).statusCode).toBe(409);
  expect((await remove(admin, stranger.id)).statusCode).toBe(404);
  await server.owner.query('UPDATE app_user SET site_admin = true WHERE id = $1', [second.id]);
  expect((await remove(admin, admin.id)).json()).toMatchObject({ error: { code: 'people.oneself' } });
  const both = await Promise.all([remove(admin, second.id), remove(second, admin.id)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)[0]).toBe(200);
  const { rowCount } = await server.owner.query(
    `SELECT FROM app_user WHERE id = ANY($1) AND deleted_at IS NULL`,
    [[admin.id, second.id]],
  );
  expect(rowCount).toBe(1);
});
