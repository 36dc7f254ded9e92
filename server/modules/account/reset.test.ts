import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { testServer } from '../../../test/app.ts';
import { mailPasswordReset } from './service.ts';

const server = await testServer({ publicUrl: 'https://work.example' });
const admin = await server.register();
const outbox = join(server.deps.config.dataDir, 'outbox');
beforeEach(async () => {
  await rm(outbox, { recursive: true, force: true });
  await server.owner.query('DELETE FROM guess');
});

const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
  server.app.inject({ method: 'POST', url, headers, ...(payload && { payload }) });
const ask = (email: string, headers?: Record<string, string>) =>
  post('/data/resetPassword', { email }, headers);
const confirm = (token: unknown, password: unknown = 'the new password') =>
  post('/data/resetPassword/confirm', { token, password });
const signIn = (email: string, password: string) => post('/data/login', { email, password });
const me = (cookie: string) => server.app.inject({ url: '/data/users/me', headers: { cookie } });

const mails = async () => {
  const names = await readdir(outbox).catch(() => []);
  return Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')));
};
/** Mails are written after the answer. */
const mailed = (n: number) =>
  vi.waitFor(async () => {
    const found = await mails();
    expect(found).toHaveLength(n);
    return found;
  }, 5000);
const tokenIn = (mail: string) =>
  /^https:\/\/work\.example\/reset-password\?token=([\w-]+)\r?$/m.exec(mail)![1]!;
async function freshToken(email: string) {
  await rm(outbox, { recursive: true, force: true });
  await ask(email);
  return tokenIn((await mailed(1))[0]!);
}

test('the mailed link gives a new password once; the old one and all sessions end', async () => {
  const person = await admin.person();
  const cookie = (await signIn(person.email, person.password)).headers['set-cookie'] as string;
  const adminCookie = (await signIn(admin.email, admin.password)).headers['set-cookie'] as string;

  const answer = await ask(person.email.toUpperCase());
  expect(answer.statusCode).toBe(202);
  expect(answer.body).toBe('{}');
  const [mail] = await mailed(1);
  expect(mail).toContain(`To: ${person.email}\r\n`);
  const first = tokenIn(mail!);
  const second = await freshToken(person.email);
  expect((await signIn(person.email, person.password)).statusCode).toBe(200);

  const done = await confirm(first);
  expect(done.statusCode).toBe(204);
  expect(done.body).toBe('');
  expect((await me(cookie)).statusCode).toBe(401);
  expect((await me(adminCookie)).statusCode).toBe(200);
  expect((await signIn(person.email, person.password)).statusCode).toBe(401);
  expect((await signIn(person.email, 'the new password')).statusCode).toBe(200);

  for (const spent of [first, second]) {
    const again = await confirm(spent, 'yet another password');
    expect(again.statusCode).toBe(400);
    expect(again.json()).toMatchObject({ error: { code: 'account.reset-expired' } });
  }
  expect((await signIn(person.email, 'the new password')).statusCode).toBe(200);
});

test('known and unknown addresses get the same answer; unknown ones no mail', async () => {
  const known = await ask(admin.email);
  await mailed(1);
  for (const email of ['nobody@example.com', 'no address', "'; DROP TABLE app_user; --"]) {
    const unknown = await ask(email);
    expect(unknown.statusCode).toBe(known.statusCode);
    expect(unknown.body).toBe(known.body);
  }
  await ask(admin.email);
  await mailed(2); // the next known one comes through, nothing came between
});

test.each([undefined, {}, { email: '' }, { email: null }, { email: ['a@b.c'] }])(
  'asks for an address: %j',
  async (payload) => {
    expect((await post('/data/resetPassword', payload)).statusCode).toBe(400);
  },
);

test('the link leads to the public address, whatever host the request names', async () => {
  await ask(admin.email, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
  const [mail] = await mailed(1);
  expect(mail).not.toContain('evil');
  expect(tokenIn(mail!)).toMatch(/^[\w-]{32}$/);
});

test('only a hash of the token is stored, for an hour', async () => {
  const token = await freshToken(admin.email);
  const { rows } = await server.owner.query<{ hash: Buffer; minutes: number }>(
    `SELECT token_hash AS hash, extract(epoch FROM expires_at - now()) / 60 AS minutes FROM password_reset`,
  );
  for (const { hash } of rows) expect(hash.toString('latin1')).not.toContain(token);
  expect(Math.max(...rows.map(({ minutes }) => Number(minutes)))).toBeGreaterThan(58);
  await server.owner.query(`UPDATE password_reset SET expires_at = now() - interval '1 second'`);
  expect((await confirm(token)).json()).toMatchObject({ error: { code: 'account.reset-expired' } });
});

test('a link is used once, even by ten at the same time', async () => {
  const person = await admin.person();
  const token = await freshToken(person.email);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => confirm(token, `password number ${i}`)),
  );
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 204)).toHaveLength(1);
  expect(statuses.filter((status) => status === 400)).toHaveLength(9);
  expect((await signIn(person.email, `password number ${statuses.indexOf(204)}`)).statusCode).toBe(200);
});

test('a password too short leaves the link good', async () => {
  const person = await admin.person();
  const token = await freshToken(person.email);
  const short = await confirm(token, 'short');
  expect(short.statusCode).toBe(400);
  expect(short.json()).toMatchObject({ error: { field: 'password' } });
  expect((await confirm(token)).statusCode).toBe(204);
});

test.each(['', 'x', 'A'.repeat(32), null, 7, {}])('%j is no token', async (token) => {
  expect((await confirm(token)).statusCode).toBe(400);
});

test('somebody removed gets neither mail nor password', async () => {
  const person = await admin.person();
  const token = await freshToken(person.email);
  await server.owner.query('UPDATE app_user SET deleted_at = now() WHERE id = $1', [person.id]);
  expect((await confirm(token)).statusCode).toBe(400);
  await ask(person.email);
  await ask(admin.email);
  const found = await mailed(2);
  expect(found.filter((mail) => mail.includes(`To: ${person.email}`))).toHaveLength(1);
});

test('five mails an hour, and always the same answer', async () => {
  const person = await admin.person();
  for (let i = 0; i < 8; i += 1) expect((await ask(person.email)).statusCode).toBe(202);
  await mailed(5);
  await ask(admin.email);
  const found = await mailed(6);
  expect(found.filter((mail) => mail.includes(`To: ${person.email}`))).toHaveLength(5);
  expect(await mailPasswordReset(server.deps, 1, person.id)).toBe(false);
});

test('asking and guessing tokens draw on the budget of the address; a good link opens a locked account', async () => {
  const person = await admin.person();
  for (let i = 0; i < 11; i += 1) await signIn(person.email, `wrong ${i}`);
  expect((await signIn(person.email, person.password)).statusCode).toBe(429);
  const token = await freshToken(person.email);
  expect((await confirm(token)).statusCode).toBe(204);
  expect((await signIn(person.email, 'the new password')).statusCode).toBe(200);

  await server.owner.query('DELETE FROM guess');
  const statuses: number[] = [];
  for (let i = 0; i < 105; i += 1) statuses.push((await confirm(`guess ${i}`)).statusCode);
  expect(statuses).toEqual([...Array<number>(100).fill(400), ...Array<number>(5).fill(429)]);
  for (const email of [admin.email, 'nobody@example.com']) {
    const late = await ask(email);
    expect(late.statusCode).toBe(429);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  }
});

test('a mail that cannot be sent is logged, and the answer stays the same', async () => {
  const person = await admin.person();
  await server.owner.query('UPDATE app_user SET email = $2 WHERE id = $1', [person.id, `<${person.email}>`]);
  expect((await ask(`<${person.email}>`)).statusCode).toBe(202);
  await ask(admin.email);
  await mailed(1);
});
