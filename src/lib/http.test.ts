import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { serverReachable, sessionExpired } from './connection.ts';
import { ApiError, http, offiserv } from './http.ts';

const reply = (body: string | null, init: ResponseInit = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, init)),
  );
const failure = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call should have failed'),
    (error: unknown) => error as ApiError,
  );

afterEach(() => {
  vi.unstubAllGlobals();
  serverReachable.set(true);
  sessionExpired.set(false);
});

test('each API has its base path, and every call says that a script made it', async () => {
  reply('{"id":1}');
  await http('PUT', '/mail/items/1', { body: { a: 1 }, idempotencyKey: 'k1', ifMatch: '17' });
  await offiserv('POST', '/login', { body: {} });
  const [first, second] = vi.mocked(fetch).mock.calls;
  expect(first?.[0]).toBe('/external/api/rest/v2/mail/items/1');
  expect(second?.[0]).toBe('/data/login');
  expect(first?.[1]).toMatchObject({
    method: 'PUT',
    body: '{"a":1}',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'fetch',
      'idempotency-key': 'k1',
      'if-match': '17',
    },
  });
});

test('an answer is parsed with the schema given, and one that does not fit is told apart', async () => {
  reply('{"id":"12"}');
  const numeric = z.object({ id: z.coerce.number() });
  expect(await http('GET', '/x', { reply: numeric })).toEqual({ id: 12 });
  const error = await failure(http('GET', '/x', { reply: z.object({ id: z.number() }) }));
  expect(error.code).toBe('reply-not-understood');
});

test('no content is undefined', async () => {
  reply(null, { status: 204 });
  expect(await offiserv('POST', '/logout')).toBeUndefined();
});

test('a refusal carries code, sentence, field and the time to wait', async () => {
  const error = { code: 'account.email-taken', message: 'Taken.', field: 'email' };
  reply(JSON.stringify({ error }), { status: 409, headers: { 'retry-after': '30' } });
  const refused = await failure(offiserv('POST', '/register', { body: {} }));
  expect(refused).toBeInstanceOf(ApiError);
  expect(refused).toMatchObject({ status: 409, ...error, retryAfter: 30 });
});

test.each([
  ['an HTML page', '<h1>Bad gateway</h1>', 500],
  ['nothing', '', 500],
  ['null', 'null', 500],
  ['words where an object belongs', '{"error":"no"}', 400],
])('a failure with %s as its body still has words for people', async (_what, body, status) => {
  reply(body, { status });
  const refused = await failure(http('GET', '/x'));
  expect(refused).toMatchObject({ status, code: 'unknown' });
  expect(refused.message).toMatch(/try again/i);
});

test('no answer at all is unreachable, until one comes', async () => {
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  expect(await failure(http('GET', '/x'))).toMatchObject({ status: 0, code: 'unreachable' });
  expect(serverReachable.get()).toBe(false);
  reply('{}');
  await http('GET', '/x');
  expect(serverReachable.get()).toBe(true);
});

test('a gateway without its server counts as unreachable too', async () => {
  reply('', { status: 502 });
  await failure(http('GET', '/x'));
  expect(serverReachable.get()).toBe(false);
});

test('a call that was taken back is not taken for a broken network', async () => {
  const stop = new AbortController();
  vi.stubGlobal('fetch', async (_url: string, { signal }: RequestInit) => {
    stop.abort();
    signal?.throwIfAborted();
  });
  const error: unknown = await failure(http('GET', '/x', { signal: stop.signal }));
  expect(error).not.toBeInstanceOf(ApiError);
  expect(serverReachable.get()).toBe(true);
});

test('a lost session is noticed at the API, not at the sign-in itself', async () => {
  reply('{}', { status: 401 });
  await failure(offiserv('POST', '/login', { body: {} }));
  expect(sessionExpired.get()).toBe(false);
  await failure(http('GET', '/users/me'));
  expect(sessionExpired.get()).toBe(true);
});
