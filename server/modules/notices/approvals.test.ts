import { expect, test } from 'vitest';
import type { AppNotice, NoticePreferences } from '#contract/notices.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { make, send, type Site } from '../../../test/records.ts';

// Who may approve is told of what waits, once, and of nothing once somebody has decided.

const server = await testServer();
const { owner } = server;
const admin = await server.register();
const { rows: homes } = await owner.query<{ organisation: number }>(
  'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
  [admin.id],
);
const site: Site = { server, admin, organisation: homes[0]!.organisation, word: 'W' };
const asker = await admin.person();
const told = async (by: TestUser) =>
  (await by.call('GET', '/notices?unread=true')).json<AppNotice[]>().map(({ what, recordId, facts }) => ({
    what,
    recordId,
    facts,
  }));
const user = { id: asker.id };
const hour = 3_600_000;
const start = Math.ceil(Date.now() / hour) * hour + 48 * hour;
const room = { id: await make(site, 'room') };
await send(site, 'POST', '/reservations/rules', { room, who: 'everybody', approval: true });
const book = async (nth: number) => {
  const times = { startDate: start + nth * hour, endDate: start + (nth + 1) * hour };
  const answer = await asker.call('POST', '/reservations', {
    room,
    user,
    ...times,
    allDay: false,
    name: 'Choir',
  });
  expect(answer.json()).toMatchObject({ approval: 'awaiting' });
  return answer.json<{ id: number }>().id;
};

test('bookings: administrators where nobody manages, then the managers; decided, they wait for nobody', async () => {
  // Who registers manages every center.
  await owner.query('DELETE FROM permission WHERE user_id = $1', [admin.id]);
  const early = await book(0);
  expect(await told(admin)).toMatchObject([{ what: 'booking-awaiting', recordId: early }]);
  const [one, other] = [
    await admin.person({ reservation: 'MANAGER' }),
    await admin.person({ reservation: 'MANAGER' }),
  ];
  const id = await book(1);
  for (const manager of [one, other])
    expect(await told(manager)).toMatchObject([
      { what: 'booking-awaiting', recordId: id, facts: { title: 'Choir', since: start + hour } },
    ]);
  expect([(await told(admin)).length, await told(asker)]).toEqual([1, []]);
  // Another name is no news.
  expect((await asker.call('PUT', `/reservations/${id}`, { name: 'Band' })).statusCode).toBe(200);
  expect(await told(one)).toHaveLength(1);
  expect((await one.call('PUT', `/reservations/${id}/approve`)).statusCode).toBe(200);
  expect([await told(one), await told(other)]).toEqual([[], []]);
  const plan = { rule: 'FREQ=DAILY;COUNT=3', start: '2027-05-03T09:00', minutes: 30 };
  expect((await asker.call('POST', '/reservations/series', { ...plan, room, user })).statusCode).toBe(201);
  expect(await told(other)).toHaveLength(1);
});

test('requests: told as chosen, in the digest unless it is not wanted, and never by a letter', async () => {
  const manager = await admin.person({ maintenance: 'MANAGER' });
  await make(site, 'serviceRequest');
  expect(await told(manager)).toEqual([]);
  const type = { id: await make(site, 'serviceType') };
  await owner.query('UPDATE service_type SET approval = true WHERE id = $1', [type.id]);
  const wrong = { kinds: [{ kind: 'request-approval', email: 'now' }] };
  expect((await manager.call('PUT', '/notices/preferences', wrong)).json()).toMatchObject({
    error: { field: 'kinds.0.email' },
  });
  const { kinds } = (await manager.call('GET', '/notices/preferences')).json<NoticePreferences>();
  expect(kinds.find(({ kind }) => kind === 'request-approval')).toMatchObject({
    inApp: true,
    email: 'digest',
  });
  const priority = { id: await make(site, 'priority') };
  const wish = { type, room, priority, requester: user, description: 'A shelf', dateRequired: start };
  const asked = await asker.call('POST', '/maintenance/requests', wish);
  expect(asked.json()).toMatchObject({ approval: 'awaiting' });
  const { id } = asked.json<{ id: number }>();
  expect(await told(manager)).toMatchObject([
    { what: 'work-awaiting', recordId: id, facts: { request: id, text: 'A shelf' } },
  ]);
  const digest = `SELECT FROM app_notice WHERE user_id = $1 AND digest_due IS NOT NULL AND read_at IS NULL`;
  expect((await owner.query(digest, [manager.id])).rows).toHaveLength(1);
  expect((await manager.call('PUT', `/maintenance/requests/${id}/decline`, { note: 'No' })).statusCode).toBe(
    200,
  );
  expect((await owner.query(digest, [manager.id])).rows).toEqual([]);
  expect(await told(manager)).toEqual([]);
});
