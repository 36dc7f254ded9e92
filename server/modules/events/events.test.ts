import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { announce, type Notice } from '#server/lib/events.ts';
import { API, testServer, type TestServer, type TestUser } from '../../../test/app.ts';

// Only the heartbeat runs on it; the database keeps its own time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const server = await testServer();
const base = await server.app.listen({ port: 0, host: '127.0.0.1' });
const admin = await server.register();

async function organisationOf({ owner }: TestServer, user: TestUser) {
  const { rows } = await owner.query<{ id: number }>(
    'SELECT organisation_id AS id FROM app_user WHERE id = $1',
    [user.id],
  );
  return rows[0]!.id;
}
const organisation = await organisationOf(server, admin);
const say = (event: Notice) => server.deps.db.write(organisation, (tx) => announce(tx, event));

/** An open stream: what it has said, and whether it has ended. */
async function stream(headers: Record<string, string>, at = base) {
  const abort = new AbortController();
  const answer = await fetch(`${at}${API}/events`, { headers, signal: abort.signal });
  const heard = { answer, text: '', ended: false, leave: () => abort.abort() };
  const events = () =>
    [...heard.text.matchAll(/^data: (.*)$/gm)].map((line) => JSON.parse(line[1]!) as Notice);
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const part of answer.body!) heard.text += decoder.decode(part as Uint8Array);
  })();
  void reading.catch(() => {}).finally(() => (heard.ended = true));
  await vi.waitFor(() => expect(heard.text !== '' || answer.status !== 200).toBe(true));
  return Object.assign(heard, { events });
}
const as = ({ email, password }: TestUser) => ({ 'x-auth-username': email, 'x-auth-password': password });

test('says at once that it is open, then what changed, and nothing but that', async () => {
  const open = await stream(as(admin));
  expect(open.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(open.answer.headers.get('cache-control')).toContain('no-cache');
  expect(open.text).toBe('retry: 3000\n: connected\n\n');
  await say({ topic: 'users', ids: [1, 2], by: 3, users: [4] });
  await vi.waitFor(() => expect(open.events()).toEqual([{ topic: 'users', ids: [1, 2], by: 3 }]));
  expect(open.text.endsWith('\n\n')).toBe(true);
  open.leave();
});

test('nobody without credentials, and no HEAD, opens a stream', async () => {
  expect((await fetch(`${base}${API}/events`)).status).toBe(401);
  expect((await fetch(`${base}${API}/events`, { method: 'HEAD', headers: as(admin) })).status).toBe(404);
});

test('mail events reach mail workers, site administrators and those concerned', async () => {
  const people = {
    clerk: await admin.person({ mail: 'OPERATOR' }),
    addressee: await admin.person({ mail: 'CUSTOMER' }),
    colleague: await admin.person({ copy: 'ADMINISTRATOR' }),
  };
  const [clerk, addressee, colleague, boss, stranger] = await Promise.all([
    stream(as(people.clerk)),
    stream(as(people.addressee)),
    stream(as(people.colleague)),
    stream(as(admin)),
    stream(as(await server.register())),
  ]);
  await say({ topic: 'mail', ids: [1], users: [people.addressee.id] });
  await say({ topic: 'mail', ids: [2] });
  await say({ topic: 'catalogue', ids: [3] });
  const ids = (open: { events(): Notice[] }) => open.events().flatMap((event) => event.ids);
  await vi.waitFor(() =>
    expect([clerk, addressee, colleague, boss].map(ids)).toEqual([[1, 2, 3], [1, 3], [3], [1, 2, 3]]),
  );
  expect(ids(stranger)).toEqual([]);
  for (const open of [clerk, addressee, colleague, boss, stranger]) open.leave();
});

test('a heartbeat keeps it open, and ends it for who has signed out or been removed', async () => {
  const person = await admin.person();
  const signIn = await server.app.inject({
    method: 'POST',
    url: '/data/login',
    payload: { email: person.email, password: person.password },
  });
  const cookie = signIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const [byCookie, byHeaders] = [await stream({ cookie }), await stream(as(person))];
  await vi.advanceTimersByTimeAsync(20_000);
  await vi.waitFor(() => {
    expect(byCookie.text).toContain(': still here');
    expect(byHeaders.text).toContain(': still here');
  });
  const headers = { cookie, 'x-requested-with': 'fetch' };
  await server.app.inject({ method: 'POST', url: '/data/logout', headers });
  await vi.advanceTimersByTimeAsync(20_000);
  await vi.waitFor(() => expect([byCookie.ended, byHeaders.ended]).toEqual([true, false]));
  await admin.call('DELETE', `/users/${person.id}`);
  await vi.advanceTimersByTimeAsync(20_000);
  await vi.waitFor(() => expect(byHeaders.ended).toBe(true));
});

test('a right that was taken away ends with the next heartbeat', async () => {
  const clerk = await admin.person({ mail: 'OPERATOR' });
  const open = await stream(as(clerk));
  await admin.call('PUT', `/users/${clerk.id}/permissions`, []);
  await vi.advanceTimersByTimeAsync(20_000);
  await vi.waitFor(() => expect(open.text).toContain(': still here'));
  await say({ topic: 'mail', ids: [8] });
  await say({ topic: 'catalogue', ids: [9] });
  await vi.waitFor(() => expect(open.events().at(-1)).toEqual({ topic: 'catalogue', ids: [9] }));
  expect(open.events().flatMap((event) => (event.topic === 'mail' ? event.ids : []))).toEqual([]);
  open.leave();
});

test('a person has twenty streams at most; one that is left makes room', async () => {
  const person = await admin.person();
  const open = await Promise.all(Array.from({ length: 20 }, () => stream(as(person))));
  const refused = await fetch(`${base}${API}/events`, { headers: as(person) });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
  await refused.text();
  open[0]!.leave();
  await vi.waitFor(async () => {
    const again = await stream(as(person));
    expect(again.answer.status).toBe(200);
    again.leave();
  });
  for (const each of open) each.leave();
});

test('a server that is closed ends its streams instead of waiting for them', async () => {
  const other = await testServer();
  const at = await other.app.listen({ port: 0, host: '127.0.0.1' });
  const open = await stream(as(await other.register()), at);
  const started = performance.now();
  await other.app.close();
  expect(performance.now() - started).toBeLessThan(30_000);
  await vi.waitFor(() => expect(open.ended).toBe(true));
});
