import { expect, test } from 'vitest';
import type { ServiceRequest } from '#contract/service-requests.ts';
import type { Message } from '#server/lib/mailer.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { serviceDesk } from '../../../test/service-requests.ts';
import { reckonStaleCenters, sendServiceLetters } from './service.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const { admin, manager, operator, asker, center } = desk;
const path = (id: number, more: string) => `/maintenance/requests/${id}${more}`;
const show = async (id: number) => (await admin.call('GET', path(id, ''))).json<ServiceRequest>();
const step = (id: number, name: string, as: TestUser = operator, body?: object) =>
  as.call('PUT', path(id, `/${name}`), body);
const hours = (body: object) => manager.call('PUT', `/centers/${center}/hours`, body);

/** What goes out now: nobody waits for the morning here. */
async function letters(fails = false): Promise<Message[]> {
  const sent: Message[] = [];
  const mailer = {
    close: async () => {},
    send: async (message: Message) => {
      if (fails) throw new Error('421 not now');
      sent.push(message);
    },
  };
  await server.owner.query('UPDATE service_letter SET due = now() WHERE due IS NOT NULL');
  await sendServiceLetters({ ...server.deps, mailer });
  return sent;
}

test('the requester hears once of everything that others did, and never of what is internal', async () => {
  await letters();
  const { id } = await desk.ask({ description: 'Mine' });
  expect(await letters()).toEqual([]);
  await step(id, 'accept');
  await operator.call('POST', path(id, '/addComment'), { comment: 'On my way\r\nBcc: x@example.com' });
  await operator.call('POST', path(id, '/addComment'), { comment: 'What a mess', internal: true });
  await asker.call('POST', path(id, '/addComment'), { comment: 'Thank you' });
  expect(await letters(true)).toEqual([]);
  const sent = await letters();
  expect(sent.map(({ to }) => to).toSorted()).toEqual([asker.email, operator.email].toSorted());
  const mine = sent.find(({ to }) => to === asker.email)!;
  expect(mine.text).toMatch(
    /Somebody will do it \(.*\)\n.*A comment was written \(.*\)\n {4}On my way Bcc: x/,
  );
  expect(mine.text).not.toMatch(/mess|Thank you/);
  expect(mine.text).toMatch(new RegExp(`^ {2}https?://\\S+/requests\\?open=${id}$`, 'm'));
  const theirs = sent.find(({ to }) => to === operator.email)!.text;
  expect(theirs).toContain('Thank you');
  expect(theirs).toMatch(new RegExp(`^ {2}https?://\\S+/requests/queue\\?open=${id}$`, 'm'));
  expect(await letters()).toEqual([]);
  await step(id, 'start');
  await manager.call('DELETE', path(id, ''));
  expect((await letters()).map(({ to }) => to).toSorted()).toEqual([asker.email, operator.email].toSorted());
});

test('an operator hears of being given something', async () => {
  const { id } = await desk.ask();
  const body = { requests: [{ id }], operators: [{ id: operator.id }, { id: manager.id }] };
  await manager.call('PUT', '/maintenance/requests/assign', body);
  const told = (await letters()).filter(({ to }) => to !== asker.email);
  expect(told.map(({ to, text }) => [to, text.includes('It was given to you')])).toEqual([
    [operator.email, true],
  ]);
});

test('a promise goes by the log: hold, another urgency, another type', async () => {
  // Open day and night, so that minutes are minutes.
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 0, closes: 1440 }));
  expect((await hours({ hours: always, holidays: [] })).statusCode).toBe(200);
  const promises = [{ priority: { id: desk.urgent.id }, minutes: 30 }];
  const [type, other] = [await desk.type({ SLAMinutes: 600, promises }), await desk.type({ SLAMinutes: 60 })];
  const far = Date.now() + 10 * 86_400_000;
  const { id, dueAt, dateCreated } = await desk.ask({ type, dateRequired: far });
  expect(dueAt).toBe(dateCreated + 600 * 60_000);
  const edit = async (body: object) => (await manager.call('PUT', path(id, ''), body)).json<ServiceRequest>();
  expect((await edit({ priority: { id: desk.urgent.id } })).dueAt).toBe(dateCreated + 30 * 60_000);
  expect((await edit({ type: other })).dueAt).toBe(dateCreated + 60 * 60_000);
  await step(id, 'accept');
  await step(id, 'start');
  expect(await show(id)).toMatchObject({ dueAt: dateCreated + 60 * 60_000, pastDue: false });
  await step(id, 'hold');
  await step(id, 'resume');
  const { rows } = await server.owner.query<{ kind: string; at: Date }>(
    `SELECT kind, at FROM service_request_event WHERE service_request_id = $1 AND kind IN ('held', 'resumed')`,
    [id],
  );
  const paused = rows[1]!.at.getTime() - rows[0]!.at.getTime();
  expect((await show(id)).dueAt).toBe(dateCreated + 60 * 60_000 + paused);
  // What the type promises from now on is no matter of what has been promised.
  await manager.call('PUT', `/service/types/${other.id}`, { SLAMinutes: 1 });
  await step(id, 'start', manager);
  expect((await show(id)).dueAt).toBe(dateCreated + 60 * 60_000 + paused);
});

test('other hours of the center are other promises', async () => {
  const type = await desk.type({ SLAMinutes: 60 });
  const { id, dueAt } = await desk.ask({ type });
  const closed = await desk.ask({ type });
  await manager.call('DELETE', path(closed.id, ''));
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
  await hours({ holidays: [-1, 0, 1, 2].map((ahead) => ({ day: day(ahead), name: 'Strike' })) });
  await reckonStaleCenters(server.deps.db);
  expect((await show(id)).dueAt).toBeGreaterThan(dueAt! + 86_400_000);
  const clock = (await asker.call('GET', path(id, '/clock'))).json<{ due: number }>();
  expect(clock.due).toBe((await show(id)).dueAt);
  await hours({ holidays: [] });
  await reckonStaleCenters(server.deps.db);
  expect((await show(id)).dueAt).toBe(dueAt);
  expect((await server.owner.query('SELECT FROM service_stale_center')).rowCount).toBe(0);
});

test('the log of a request can be added to and not be changed', async () => {
  const { id } = await desk.ask();
  const { rows } = await server.owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM service_request WHERE id = $1',
    [id],
  );
  for (const sql of [
    `UPDATE service_request_event SET at = now() WHERE service_request_id = ${id}`,
    `DELETE FROM service_request_event WHERE service_request_id = ${id}`,
    'UPDATE service_count SET requests = 0',
  ])
    await expect(server.deps.db.write(rows[0]!.organisation, (tx) => tx.query(sql))).rejects.toThrow(
      /denied/,
    );
});
