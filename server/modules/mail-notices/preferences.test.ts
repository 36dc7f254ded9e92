import { expect, test } from 'vitest';
import type { MailPreferences, Notice } from '#contract/mail-notices.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const usual: MailPreferences = {
  arrival: true,
  reminders: true,
  remindAfterDays: 3,
  quietWeekdays: [6, 7],
  from: '07:00',
  until: '20:00',
};

test('what holds without a choice is what is stored with the first one', async () => {
  const person = await desk.admin.person();
  expect((await person.call('GET', '/mail/preferences')).json()).toEqual(usual);
  expect((await person.call('PUT', '/mail/preferences', {})).json()).toEqual(usual);
  await desk.server.owner.query('DELETE FROM mail_preference WHERE user_id = $1', [person.id]);
  await desk.server.owner.query(
    'INSERT INTO mail_preference (organisation_id, user_id) SELECT organisation_id, id FROM app_user WHERE id = $1',
    [person.id],
  );
  expect((await person.call('GET', '/mail/preferences')).json()).toEqual(usual);
});

test('a choice changes what it names and leaves the rest', async () => {
  const person = await desk.admin.person();
  const put = async (body: object) =>
    (await person.call('PUT', '/mail/preferences', body)).json<MailPreferences>();
  expect(await put({ quietWeekdays: [7, 1, 7], from: '09:30' })).toEqual({
    ...usual,
    quietWeekdays: [1, 7],
    from: '09:30',
  });
  expect(await put({ delegate: { id: desk.clerk.id }, arrival: 'false' })).toMatchObject({
    quietWeekdays: [1, 7],
    arrival: false,
    delegate: { id: desk.clerk.id },
  });
  expect(await put({ remindAfterDays: 10 })).toMatchObject({ delegate: { id: desk.clerk.id } });
  expect(await put({ delegate: null })).not.toHaveProperty('delegate');
});

test.each([
  ['quietWeekdays', { quietWeekdays: [1, 2, 3, 4, 5, 6, 7] }],
  ['quietWeekdays[0]', { quietWeekdays: [0] }],
  ['from', { from: '20:00' }],
  ['from', { from: '7:00' }],
  ['until', { until: '24:00' }],
  ['from', { until: '06:00' }],
  ['remindAfterDays', { remindAfterDays: 0 }],
  ['delegate', { delegate: { id: 999_999 } }],
])('refuses a wrong %s', async (field, body) => {
  const person = await desk.admin.person();
  const answer = await person.call('PUT', '/mail/preferences', body);
  expect([answer.statusCode, answer.json()]).toEqual([400, { error: expect.objectContaining({ field }) }]);
  expect((await person.call('GET', '/mail/preferences')).json()).toEqual(usual);
});

test('nobody is their own delegate, and nobody who has left is one', async () => {
  const [person, leaver] = [await desk.admin.person(), await desk.admin.person()];
  const name = async (id: number) =>
    (await person.call('PUT', '/mail/preferences', { delegate: { id } })).statusCode;
  expect(await name(person.id)).toBe(400);
  expect(await name(leaver.id)).toBe(200);
  await desk.admin.call('DELETE', `/users/${leaver.id}`);
  expect(await name(leaver.id)).toBe(400);
  expect((await person.call('GET', '/mail/preferences')).json()).not.toHaveProperty('delegate');
});

test('what waits goes by the new times', async () => {
  const person = await desk.admin.person();
  // Tomorrow is the only day on which messages may be sent.
  const tomorrow = new Date(Date.now() + 86_400_000);
  const weekday = ((tomorrow.getUTCDay() + 6) % 7) + 1;
  const zone = (name: string) =>
    desk.server.owner.query('UPDATE app_user SET time_zone = $2 WHERE id = $1', [person.id, name]);
  await zone('UTC');
  const all = [1, 2, 3, 4, 5, 6, 7];
  const times = { quietWeekdays: all.filter((day) => day !== weekday), from: '08:15', until: '08:20' };
  await person.call('PUT', '/mail/preferences', times);
  const { id } = await desk.scan({ trackingNumber: freshNumber(), toUser: { id: person.id } });
  const due = async () =>
    (await desk.clerk.call('GET', `/mail/notices?itemId=${id}`)).json<Notice[]>()[0]!.due;
  const morning = Date.parse(`${tomorrow.toISOString().slice(0, 10)}T08:15:00Z`);
  expect(await due()).toBe(morning);

  await person.call('PUT', '/mail/preferences', { quietWeekdays: [], from: '00:00', until: '23:59' });
  expect(await due()).toBeLessThanOrEqual(Date.now());
});

test('the zone is the person’s, else that of their building, else the organisation’s', async () => {
  const person = await desk.admin.person();
  const building = await desk.insert('building', { name: 'House', time_zone: 'Asia/Tokyo' });
  const floor = await desk.insert('floor', { name: '1', building_id: building });
  const type = await desk.insert('room_type', { name: 'Office' });
  const room = await desk.insert('room', { name: 'R', floor_id: floor, room_type_id: type });
  const allButOne = { quietWeekdays: [], from: '03:00', until: '03:01' };
  await person.call('PUT', '/mail/preferences', allButOne);
  const hour = async () => {
    const { id } = await desk.scan({ trackingNumber: freshNumber(), toUser: { id: person.id } });
    const [notice] = (await desk.clerk.call('GET', `/mail/notices?itemId=${id}`)).json<Notice[]>();
    await desk.server.owner.query('DELETE FROM mail_notice WHERE id = $1', [notice!.id]);
    return (timeZone: string) =>
      new Date(notice!.due).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  };
  expect(['03:00', '03:01']).toContain((await hour())('Europe/Warsaw'));
  await desk.server.owner.query('UPDATE app_user SET room_id = $2 WHERE id = $1', [person.id, room]);
  expect(['03:00', '03:01']).toContain((await hour())('Asia/Tokyo'));
  await desk.server.owner.query(`UPDATE app_user SET time_zone = 'America/Lima' WHERE id = $1`, [person.id]);
  expect(['03:00', '03:01']).toContain((await hour())('America/Lima'));
});
