import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register();

type Headers = Record<string, string>;
const post = (url: string, payload?: object | string, headers: Headers = {}) =>
  server.app.inject({ method: 'POST', url, headers, ...(payload !== undefined && { payload }) });
const login = (email: unknown, password: unknown, headers?: Headers) =>
  post('/data/login', { email, password } as object, headers);
const good = () => login(admin.email, admin.password);
const me = (cookie: string | undefined) =>
  server.app.inject({ url: '/data/users/me', headers: cookie === undefined ? {} : { cookie } });

async function freshCookie() {
  const [cookie] = (await good()).cookies;
  return `atrium_session=${cookie!.value}`;
}

test('a sign-in answers the user and a cookie of its own that scripts cannot read', async () => {
  const first = await good();
  const second = await good();
  expect(first.statusCode).toBe(200);
  expect(first.json()).toMatchObject({ id: String(admin.id), email: admin.email, firstname: 'Ada' });
  const [cookie] = first.cookies;
  expect(first.cookies).toHaveLength(1);
  expect(cookie).toMatchObject({ name: 'atrium_session', path: '/', httpOnly: true, sameSite: 'Lax' });
  expect(cookie!.value).toMatch(/^[\w-]{43}$/);
  expect(cookie).not.toHaveProperty('secure');
  expect(cookie).not.toHaveProperty('domain');
  expect(second.cookies[0]!.value).not.toBe(cookie!.value);
  const { rows } = await server.owner.query<{ token: string }>(
    `SELECT encode(token_hash, 'escape') AS token FROM session`,
  );
  for (const { token } of rows) expect(token).not.toContain(cookie!.value);
});

test('behind HTTPS the cookie travels by HTTPS only', async () => {
  const secure = await testServer({ publicUrl: 'https://work.example' });
  const { email, password } = await secure.register();
  const answer = await secure.app.inject({
    method: 'POST',
    url: '/data/login',
    payload: { email, password },
  });
  expect(answer.cookies[0]).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
});

test.each([
  ['JSON without a label', JSON.stringify({ email: admin.email, password: admin.password }), {}],
  [
    'JSON that curl labels a form',
    JSON.stringify({ email: admin.email, password: admin.password }),
    { 'content-type': 'application/x-www-form-urlencoded' },
  ],
  [
    'JSON as text',
    JSON.stringify({ email: admin.email, password: admin.password }),
    { 'content-type': 'text/plain' },
  ],
  [
    'a form without a label',
    new URLSearchParams({ email: admin.email, password: admin.password }).toString(),
    {},
  ],
  [
    'a form',
    new URLSearchParams({ email: admin.email, password: admin.password }).toString(),
    { 'content-type': 'application/x-www-form-urlencoded' },
  ],
])('reads %s', async (_, payload, headers) => {
  expect((await post('/data/login', payload, headers)).statusCode).toBe(200);
});

test('the e-mail in any case and the user name sign in too', async () => {
  expect((await login(admin.email.toUpperCase(), admin.password)).statusCode).toBe(200);
  expect((await login(admin.email.split('@')[0], admin.password)).statusCode).toBe(200);
});

test('unknown account and wrong password get the same answer and no cookie', async () => {
  const wrong = await login(admin.email, 'not the password');
  const unknown = await login('nobody@example.com', admin.password);
  expect(wrong.statusCode).toBe(401);
  expect(wrong.json()).toMatchObject({ error: { code: 'account.wrong-credentials' } });
  expect(unknown.statusCode).toBe(401);
  expect(unknown.body).toBe(wrong.body);
  const names = (headers: object) => Object.keys(headers).toSorted();
  expect(names(unknown.headers)).toEqual(names(wrong.headers));
  expect([...wrong.cookies, ...unknown.cookies]).toEqual([]);
});

test.each([
  [{ password: 'x' }, 'email'],
  [{ email: 'a@b.c' }, 'password'],
  [{ email: '', password: 'x' }, 'email'],
  [{ email: 7, password: 'x' }, 'email'],
  [{ email: 'a@b.c', password: null }, 'password'],
  [{ email: { $ne: '' }, password: 'x' }, 'email'],
  [{ email: ['a@b.c'], password: 'x' }, 'email'],
  [{ email: 'a\0b', password: 'x' }, 'email'],
  [[], undefined],
  ['["text"]', undefined],
  ['{', undefined],
  [undefined, undefined],
])('refuses %j as credentials', async (payload, field) => {
  const answer = await post('/data/login', payload as object);
  expect(answer.statusCode).toBe(400);
  expect(answer.json<{ error: { field?: string } }>().error.field).toBe(field);
  expect(answer.cookies).toEqual([]);
});

test.each([
  ['no cookie', undefined],
  ['an empty cookie', 'atrium_session='],
  ['a made-up cookie', `atrium_session=${'A'.repeat(43)}`],
  ['a cookie that is no text', 'atrium_session=%00%ff%zz'],
  ['another cookie', 'session=1'],
])('%s is nobody', async (_, cookie) => {
  const answer = await me(cookie);
  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toEqual({ error: { code: 'account.sign-in', message: 'Sign in first.' } });
});

test('a cookie counts whole, on both sides of the service, until it runs out', async () => {
  const cookie = await freshCookie();
  expect((await me(cookie)).json()).toMatchObject({ id: String(admin.id) });
  const other = await server.app.inject({ url: '/external/api/rest/v2/users/me', headers: { cookie } });
  expect(other.json()).toMatchObject({ id: admin.id });
  expect((await me(cookie.slice(0, -1))).statusCode).toBe(401);
  expect((await me(`${cookie}A`)).statusCode).toBe(401);

  await server.owner.query(`UPDATE session SET expires_at = now() - interval '1 second'`);
  expect((await me(cookie)).statusCode).toBe(401);
  await good();
  expect((await server.owner.query('SELECT FROM session')).rowCount).toBe(1);
});

test('signing out ends that session alone, and can be repeated', async () => {
  const [mine, other] = [await freshCookie(), await freshCookie()];
  const out = (headers: Headers) =>
    post('/data/logout', undefined, { 'x-requested-with': 'fetch', ...headers });
  const answer = await out({ cookie: mine });
  expect(answer.statusCode).toBe(204);
  expect(answer.cookies[0]).toMatchObject({
    name: 'atrium_session',
    value: '',
    maxAge: 0,
    path: '/',
    httpOnly: true,
  });
  expect((await me(mine)).statusCode).toBe(401);
  expect((await me(other)).statusCode).toBe(200);
  expect((await out({ cookie: mine })).statusCode).toBe(204);
  expect((await post('/data/logout')).statusCode).toBe(204);
});

test('signing in again ends the session that the browser held', async () => {
  const old = await freshCookie();
  await login(admin.email, admin.password, { cookie: old });
  expect((await me(old)).statusCode).toBe(401);
});

test('a change by cookie comes from our own pages only', async () => {
  const cookie = await freshCookie();
  const change = (headers: Headers) =>
    post('/data/logout', undefined, { cookie, host: 'localhost:3000', ...headers });
  const fetched = { 'x-requested-with': 'fetch' };
  for (const refused of [
    {},
    { origin: 'null', ...fetched },
    { origin: 'https://evil.example', ...fetched },
    { origin: 'http://localhost:3000.evil.example', ...fetched },
    { origin: 'http://localhost:30000', ...fetched },
  ]) {
    expect((await change(refused)).statusCode).toBe(403);
    expect((await me(cookie)).statusCode).toBe(200);
  }
  expect((await change({ origin: 'http://localhost:3000' })).statusCode).toBe(204);
  expect((await me(cookie)).statusCode).toBe(401);
});

test('a route behind the guard keeps to the same rule, headers are exempt', async () => {
  const cookie = await freshCookie();
  const change = (headers: Headers) =>
    server.app.inject({
      method: 'PUT',
      url: `/external/api/rest/v2/users/${admin.id}`,
      headers,
      payload: { jobTitle: 'Porter' },
    });
  const foreign = { origin: 'https://evil.example', 'x-requested-with': 'fetch' };
  expect((await change({ cookie, ...foreign })).statusCode).toBe(403);
  expect((await change({ cookie })).statusCode).toBe(403);
  expect((await change({ cookie, 'x-requested-with': 'fetch' })).statusCode).toBe(200);
  const headers = { 'x-auth-username': admin.email, 'x-auth-password': admin.password };
  expect((await change({ ...headers, ...foreign })).statusCode).toBe(200);
  expect((await change({ cookie: 'atrium_session=old', ...foreign })).statusCode).toBe(401);
});

test('a foreign page cannot sign anybody in or up, or ask for a reset', async () => {
  const origin = 'https://evil.example';
  expect((await login(admin.email, admin.password, { origin })).statusCode).toBe(403);
  expect((await post('/data/register', {}, { origin })).statusCode).toBe(403);
  expect((await post('/data/resetPassword', { email: admin.email }, { origin })).statusCode).toBe(403);
  expect((await login(admin.email, admin.password, { origin: 'http://localhost:3000' })).statusCode).toBe(
    200,
  );
});
