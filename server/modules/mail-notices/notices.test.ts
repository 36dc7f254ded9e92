import { expect, test } from 'vitest';
import type { Notice } from '#contract/mail-notices.ts';
import type { TestUser } from '../../../test/app.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';
import { queueReminders } from './service.ts';

const desk = mailDesk();
const DAY = 86_400_000;

const noticesTo = async (person: TestUser, kind?: string) => {
  const all = (await desk.clerk.call('GET', '/mail/notices?limit=500')).json<Notice[]>();
  return all.filter((notice) => notice.to.id === person.id && (!kind || notice.kind === kind));
};
const prefer = async (person: TestUser, body: object) => {
  const answer = await person.call('PUT', '/mail/preferences', body);
  expect(answer.statusCode).toBe(200);
};
const scanFor = (person: TestUser, more: object = {}) =>
  desk.scan({ trackingNumber: freshNumber(), toUser: { id: person.id }, ...more });
const age = (id: number, days: number) =>
  desk.server.owner.query(
    `WITH s AS (UPDATE mail_status SET date_created = now() - make_interval(days => $2) WHERE mail_item_id = $1)
     UPDATE mail_item SET date_created = now() - make_interval(days => $2) WHERE id = $1`,
    [id, days],
  );

test('parcels of one van are one message, due in two minutes unless the person is left in peace then', async () => {
  const person = await desk.admin.person();
  const before = Date.now();
  const [first, second] = await desk.scanAll([
    { trackingNumber: freshNumber(), toUser: { id: person.id } },
    { trackingNumber: freshNumber(), deliverTo: { id: person.id } },
  ]);
  const third = await scanFor(person);
  const found = await noticesTo(person);
  expect(found).toMatchObject([
    { kind: 'arrival', state: 'waiting', attempts: 0, itemIds: [first!.id, second!.id, third.id] },
  ]);
  expect(found[0]!.due).toBeGreaterThanOrEqual(before + 120_000);
});

test('what is said twice is told once: a duplicate, a way back, a second assignment', async () => {
  const person = await desk.admin.person();
  const number = freshNumber();
  const { id } = await desk.scan({ trackingNumber: number, recipientName: 'Somebody unknown' });
  expect(await noticesTo(person)).toEqual([]);
  const assign = () => desk.clerk.call('PUT', '/mail/items/assign', [{ id, toUser: { id: person.id } }]);
  expect((await assign()).statusCode).toBe(200);
  await desk.server.owner.query(
    `UPDATE mail_notice SET state = 'sent', sent_at = now() WHERE to_user_id = $1`,
    [person.id],
  );
  await assign();
  await desk.scan({ trackingNumber: number });
  await desk.step(id, 'checkout');
  await desk.scan({ trackingNumber: number });
  expect(await noticesTo(person)).toMatchObject([{ kind: 'arrival', itemIds: [id] }]);
});

test('what arrives from another center, and what is found to be for somebody else, is told anew', async () => {
  const person = await desk.admin.person();
  const other = await desk.admin.person();
  const item = await scanFor(person);
  await desk.server.owner.query(
    `UPDATE mail_notice SET state = 'sent', sent_at = now() WHERE to_user_id = $1`,
    [person.id],
  );
  await desk.admin.call('PUT', `/mail/items/${item.id}/transfer`, { center: { id: desk.farCenter } });
  const scan = { trackingNumber: item.trackingNumber, center: { id: desk.farCenter } };
  expect((await desk.admin.call('POST', '/mail/items/checkin', scan)).statusCode).toBe(200);
  expect(await noticesTo(person)).toMatchObject([
    { state: 'sent' },
    { state: 'waiting', itemIds: [item.id] },
  ]);
  await desk.admin.call('PUT', `/mail/items/${item.id}`, { toUser: { id: other.id } });
  expect(await noticesTo(other)).toMatchObject([{ kind: 'arrival', itemIds: [item.id] }]);
});

test('whoever wants no messages gets none; the delegate is told either way, if they want messages', async () => {
  const [person, delegate, silent] = [
    await desk.admin.person(),
    await desk.admin.person(),
    await desk.admin.person(),
  ];
  await prefer(person, { arrival: false, delegate: { id: delegate.id } });
  const { id } = await scanFor(person);
  expect(await noticesTo(person)).toEqual([]);
  expect(await noticesTo(delegate)).toMatchObject([{ kind: 'delegate', itemIds: [id] }]);

  await prefer(silent, { arrival: false });
  await prefer(person, { arrival: true, delegate: { id: silent.id } });
  await scanFor(person);
  expect(await noticesTo(silent)).toEqual([]);
  expect(await noticesTo(person)).toHaveLength(1);
});

test('outbound mail is no arrival', async () => {
  const person = await desk.admin.person();
  await scanFor(person, { itemType: 'OUTBOUND' });
  expect(await noticesTo(person)).toEqual([]);
});

test('when somebody else collects, both are told; when the person does, nobody', async () => {
  const [person, collector] = [await desk.admin.person(), await desk.admin.person()];
  const own = await scanFor(person);
  await desk.step(own.id, 'deliver', { collectedBy: { id: person.id } });
  const other = await scanFor(person);
  await desk.step(other.id, 'deliver', { collectedBy: { id: collector.id } });
  const named = await scanFor(person);
  await desk.step(named.id, 'deliver', { collectedByName: 'A visitor' });
  expect(await noticesTo(person, 'delivered')).toMatchObject([{ itemIds: [other.id, named.id] }]);
  expect(await noticesTo(collector)).toMatchObject([{ kind: 'delivered', itemIds: [other.id] }]);
});

test('reminders come after the days a person chose, about all that waits, and again after as many', async () => {
  const person = await desk.admin.person();
  await prefer(person, { remindAfterDays: 5 });
  const [late, fresh, held, gone] = [
    await scanFor(person),
    await scanFor(person),
    await scanFor(person),
    await scanFor(person),
  ];
  for (const { id } of [late, held, gone]) await age(id, 6);
  await age(fresh.id, 4);
  await person.call('PUT', `/mail/items/${held.id}/hold`, { until: Date.now() + 9 * DAY });
  await desk.step(gone.id, 'deliver');

  const remind = (days: number) => queueReminders(desk.server.deps.db, new Date(Date.now() + days * DAY));
  await remind(0);
  await remind(0);
  expect(await noticesTo(person, 'reminder')).toMatchObject([{ itemIds: [late.id] }]);
  await desk.server.owner.query(
    `UPDATE mail_notice SET state = 'sent', sent_at = now() WHERE to_user_id = $1 AND kind = 'reminder'`,
    [person.id],
  );
  await remind(4.9);
  expect((await noticesTo(person, 'reminder')).map(({ itemIds }) => itemIds)).toEqual([
    [late.id],
    [late.id, fresh.id],
  ]);
});

test('no reminders for whoever wants none, or has left', async () => {
  const [silent, leaver] = [await desk.admin.person(), await desk.admin.person()];
  await prefer(silent, { reminders: false });
  for (const person of [silent, leaver]) await age((await scanFor(person)).id, 30);
  await desk.server.owner.query('UPDATE app_user SET deleted_at = now() WHERE id = $1', [leaver.id]);
  await queueReminders(desk.server.deps.db);
  expect(await noticesTo(silent, 'reminder')).toEqual([]);
  expect(await noticesTo(leaver, 'reminder')).toEqual([]);
});

test('the desk finds messages by parcel, state and name, and counts them', async () => {
  const person = await desk.admin.person();
  const { id } = await scanFor(person);
  const find = async (query: string) =>
    (await desk.clerk.call('GET', `/mail/notices?${query}`)).json<Notice[]>();
  expect(await find(`itemId=${id}`)).toMatchObject([{ itemIds: [id], items: [{ id }] }]);
  expect(await find(`itemId=${id}&state=sent,failed`)).toEqual([]);
  expect(await find(`itemId=${id}&state=waiting&search=${encodeURIComponent(person.email)}`)).toHaveLength(1);
  expect(await find(`itemId=${id}&search=nobody%25`)).toEqual([]);
  expect((await desk.clerk.call('GET', `/mail/notices/count?itemId=${id}`)).json()).toEqual({ count: 1 });
  expect((await desk.clerk.call('GET', '/mail/notices?state=lost')).statusCode).toBe(400);
});

test('another organisation sees none of it', async () => {
  await scanFor(desk.employee);
  const stranger = await desk.server.register();
  expect((await stranger.call('GET', '/mail/notices')).json()).toEqual([]);
  const [notice] = (await desk.clerk.call('GET', '/mail/notices')).json<Notice[]>();
  expect((await stranger.call('POST', `/mail/notices/${notice!.id}/retry`)).statusCode).toBe(404);
  const refused = await stranger.call('PUT', '/mail/preferences', { delegate: { id: desk.employee.id } });
  expect(refused.json()).toMatchObject({ error: { field: 'delegate' } });
});
