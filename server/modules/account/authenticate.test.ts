import { beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '#server/lib/database.ts';
import { hashPassword, verifyPassword } from '#server/lib/passwords.ts';
import { API, testServer, type TestUser } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register();
beforeEach(() => server.owner.query('DELETE FROM guess'));

const callWith = (headers: Record<string, string>, app = server.app, remoteAddress = '127.0.0.1') =>
  app.inject({ url: `${API}/users/me`, headers, remoteAddress });
const headersOf = (name: string, password: string) => ({
  'x-auth-username': name,
  'x-auth-password': password,
});
/** As bytes of UTF-8 arrive: Node takes them for Latin-1. */
const asSent = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const setPassword = async ({ id }: { id: number }, password: string) =>
  server.owner.query('UPDATE app_user SET password_hash = $2 WHERE id = $1', [
    id,
    await hashPassword(password),
  ]);
const userNameOf = async ({ id }: { id: number }) =>
  (await server.owner.query<{ name: string }>('SELECT user_name AS name FROM app_user WHERE id = $1', [id]))
    .rows[0]!.name;
const signIn = (email: string, password: string, remoteAddress = '127.0.0.1') =>
  server.app.inject({ method: 'POST', url: '/data/login', payload: { email, password }, remoteAddress });

/** A server of its own on the same database, as a second process would be: it shares no memory. */
async function secondServer() {
  vi.resetModules();
  const { buildApp } = await import('#server/app.ts');
  const db = openDatabase(server.deps.db.options);
  const app = await buildApp({ ...server.deps, db });
  app.addHook('onClose', () => db.close());
  return app;
}

test('user name or e-mail, in any case, with the password', async () => {
  for (const name of [admin.email, admin.email.toUpperCase(), admin.email.split('@')[0]!])
    expect((await callWith(headersOf(name, admin.password))).json()).toMatchObject({ id: admin.id });
});

test('none, half, wrong and unknown credentials are 401; wrong and unknown look the same', async () => {
  expect((await callWith({})).statusCode).toBe(401);
  expect((await callWith({ 'x-auth-username': admin.email })).statusCode).toBe(401);
  expect((await callWith({ 'x-auth-password': admin.password })).statusCode).toBe(401);
  const wrong = await callWith(headersOf(admin.email, 'wrong'));
  const unknown = await callWith(headersOf('nobody@example.com', 'wrong'));
  expect(wrong.statusCode).toBe(401);
  expect(unknown.statusCode).toBe(401);
  expect(unknown.body).toBe(wrong.body);
});

test('a password in letters beyond ASCII works as UTF-8 and as Latin-1', async () => {
  const person = await admin.person();
  await setPassword(person, 'żółć – 密码 🔑');
  expect((await signIn(person.email, 'żółć – 密码 🔑')).statusCode).toBe(200);
  expect((await callWith(headersOf(person.email, asSent('żółć – 密码 🔑')))).statusCode).toBe(200);
  await setPassword(person, 'café crème');
  expect((await callWith(headersOf(person.email, asSent('café crème')))).statusCode).toBe(200);
  expect((await callWith(headersOf(person.email, 'café crème'))).statusCode).toBe(200);
});

test('headers win over the cookie', async () => {
  const cookie = (await signIn(admin.email, admin.password)).headers['set-cookie'] as string;
  expect((await callWith({ cookie })).statusCode).toBe(200);
  expect((await callWith({ cookie, ...headersOf(admin.email, 'wrong') })).statusCode).toBe(401);
  const person = await admin.person();
  expect((await callWith({ cookie, ...headersOf(person.email, person.password) })).json()).toMatchObject({
    id: person.id,
  });
});

test('public routes ask nobody', async () => {
  const answer = await server.app.inject({
    url: '/data/demo',
    headers: { ...headersOf('nobody', 'wrong'), cookie: 'atrium_session=x' },
  });
  expect(answer.statusCode).toBe(404);
});

test('a new password, a lost role and a removal count at the next request, in every process', async () => {
  const second = await secondServer();
  const apps = [server.app, second];
  const person = await admin.person({ mail: 'OPERATOR' });
  const cookie = (await signIn(person.email, person.password)).headers['set-cookie'] as string;
  const statuses = async (headers: Record<string, string>) =>
    (await Promise.all(apps.map((app) => callWith(headers, app)))).map(({ statusCode }) => statusCode);
  const roles = async () =>
    (await Promise.all(apps.map((app) => app.inject({ url: '/data/users/me', headers: { cookie } })))).map(
      (answer) => answer.json<{ roles: string[] }>().roles,
    );

  expect(await statuses(headersOf(person.email, person.password))).toEqual([200, 200]);
  await setPassword(person, 'another password');
  expect(await statuses(headersOf(person.email, person.password))).toEqual([401, 401]);
  expect(await statuses(headersOf(person.email, 'another password'))).toEqual([200, 200]);

  expect(await roles()).toEqual([['OPERATOR'], ['OPERATOR']]);
  await server.owner.query('DELETE FROM permission WHERE user_id = $1', [person.id]);
  expect(await roles()).toEqual([[], []]);

  await server.owner.query('UPDATE app_user SET deleted_at = now() WHERE id = $1', [person.id]);
  expect(await statuses(headersOf(person.email, 'another password'))).toEqual([401, 401]);
  expect(await statuses({ cookie })).toEqual([401, 401]);
  await second.close();
});

test('somebody without a password cannot sign in, whatever they send', async () => {
  const person = await admin.person();
  await server.owner.query('UPDATE app_user SET password_hash = NULL WHERE id = $1', [person.id]);
  for (const password of ['', 'null', person.password])
    expect((await callWith(headersOf(person.email, password))).statusCode).toBe(401);
});

/** Milliseconds of processor time, in all threads; unlike the clock it does not mind a busy machine. */
async function spent(work: () => Promise<unknown>) {
  const before = process.cpuUsage();
  await work();
  return process.cpuUsage(before).user / 1000;
}

test('a password is verified once a minute, not at every call, and that leaves no trace of failure', async () => {
  const hash = await hashPassword(admin.password);
  const tenTimes = await spent(() =>
    Promise.all(Array.from({ length: 10 }, () => verifyPassword(hash, admin.password))),
  );
  const thousandCalls = await spent(async () => {
    for (let round = 0; round < 50; round += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => admin.call('GET', '/users/me')));
      for (const { statusCode } of answers) expect(statusCode).toBe(200);
    }
  });
  expect(thousandCalls).toBeLessThan((tenTimes / 10) * 500);
  expect((await server.owner.query('SELECT FROM guess WHERE failures > 0')).rowCount).toBe(0);
});

/** Statuses of `tries` wrong tries, by turns in the form and in headers, on two servers. */
async function guess(name: string, tries: number, apps: (typeof server.app)[], parallel: boolean) {
  const one = async (i: number) => {
    const app = apps[i % apps.length]!;
    const password = `wrong ${i}`;
    const answer =
      i % 3 === 0
        ? await app.inject({ method: 'POST', url: '/data/login', payload: { email: name, password } })
        : await callWith(headersOf(name, password), app);
    if (answer.statusCode === 429) {
      expect(answer.json()).toMatchObject({ error: { code: 'account.too-many-tries' } });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
    return answer.statusCode;
  };
  const all = Array.from({ length: tries }, (_, i) => i);
  if (parallel) return Promise.all(all.map(one));
  const statuses: number[] = [];
  for (const i of all) statuses.push(await one(i));
  return statuses;
}

test.each([
  ['known account, one after the other', true, false],
  ['known account, all at once', true, true],
  ['unknown account, one after the other', false, false],
  ['unknown account, all at once', false, true],
])('form and headers of all processes share ten tries: %s', async (_, known, parallel) => {
  const second = await secondServer();
  const person: TestUser | undefined = known ? await admin.person() : undefined;
  const statuses = await guess(person?.email ?? 'nobody@example.com', 30, [server.app, second], parallel);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  if (person) {
    // From here even the right password has to wait; from elsewhere, and for others, nothing has changed.
    expect((await signIn(person.email, person.password)).statusCode).toBe(429);
    expect((await signIn(await userNameOf(person), person.password)).statusCode).toBe(429);
    expect((await signIn(person.email, person.password, '10.1.2.3')).statusCode).toBe(200);
  }
  expect((await signIn(admin.email, admin.password)).statusCode).toBe(200);
  await second.close();
});

test('whoever is verified goes on while somebody guesses at them', async () => {
  const person = await admin.person();
  expect((await callWith(headersOf(person.email, person.password))).statusCode).toBe(200);
  await guess(person.email, 12, [server.app], false);
  expect((await callWith(headersOf(person.email, person.password))).statusCode).toBe(200);
});

test('ordinary use of an office passes: good sign-ins, and thirty mistypings over a dozen accounts', async () => {
  const person = await admin.person();
  const good = await Promise.all(Array.from({ length: 15 }, () => signIn(person.email, person.password)));
  for (const { statusCode } of good) expect(statusCode).toBe(200);
  for (let i = 0; i < 30; i += 1)
    expect((await signIn(`colleague${i % 12}@example.com`, 'mistyped')).statusCode).toBe(401);
});
