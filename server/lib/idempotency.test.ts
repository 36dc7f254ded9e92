import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { testServer, type TestUser } from '../../test/app.ts';

const server = await testServer();
const admin = await server.register();

const person = () => ({ firstName: 'Ann', lastName: 'Lee', email: `${randomUUID()}@example.com` });
const create = (user: TestUser, key: string, body: unknown) =>
  user.call('POST', '/users', body, { headers: { 'idempotency-key': key } });
const people = async () => (await admin.call('GET', '/users/count')).json<{ count: number }>().count;

test('a repeat gets the same answer and does nothing', async () => {
  const [key, body, before] = [randomUUID(), person(), await people()];
  const first = await create(admin, key, body);
  const again = await create(admin, key, Object.fromEntries(Object.entries(body).toReversed()));
  expect([first.statusCode, again.statusCode]).toEqual([201, 201]);
  expect(again.body).toBe(first.body);
  expect(first.headers['idempotency-replayed']).toBeUndefined();
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(await people()).toBe(before + 1);
});

test('twenty repeats at once are one', async () => {
  const [key, body, before] = [randomUUID(), person(), await people()];
  const answers = await Promise.all(Array.from({ length: 20 }, () => create(admin, key, body)));
  expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
  expect(answers.filter((answer) => answer.headers['idempotency-replayed']).length).toBe(19);
  expect(await people()).toBe(before + 1);
});

test('the same key with another body is refused, and is free for other people', async () => {
  const key = randomUUID();
  expect((await create(admin, key, person())).statusCode).toBe(201);
  const other = await create(admin, key, person());
  expect([other.statusCode, other.json<{ error: { code: string } }>().error.code]).toEqual([
    422,
    'idempotency.other-body',
  ]);
  const elsewhere = await server.register();
  expect((await create(elsewhere, key, person())).statusCode).toBe(201);
});

test('a failure is not kept: the corrected request may use the key', async () => {
  const [key, body] = [randomUUID(), person()];
  expect((await create(admin, key, { ...body, room: { id: 999_999 } })).statusCode).toBe(400);
  expect((await create(admin, key, body)).statusCode).toBe(201);
});

test.each(['', 'x'.repeat(201), 'schlüssel'])('the key %j is refused', async (key) => {
  const answer = await create(admin, Buffer.from(key, 'utf8').toString('latin1'), person());
  expect([answer.statusCode, answer.json<{ error: { field: string } }>().error.field]).toEqual([
    400,
    'Idempotency-Key',
  ]);
});
