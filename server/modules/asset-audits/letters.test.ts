import { expect, test } from 'vitest';
import type { Message } from '#server/lib/mailer.ts';
import { testServer } from '../../../test/app.ts';
import { auditDesk } from '../../../test/asset-audits.ts';
import { sendAuditLetters } from './service.ts';

const server = await testServer();
const desk = await auditDesk(server);
const { auditor, manager, kitchen } = desk;
const DAY = 86_400_000;

test('auditors hear that it has begun, that it is due soon and that it is overdue, once each', async () => {
  const sent: Message[] = [];
  const mailer = { close: async () => {}, send: async (message: Message) => void sent.push(message) };
  const flush = async (now = new Date('2027-03-03T11:00:00Z')) => {
    sent.length = 0;
    await server.owner.query('UPDATE asset_audit_letter SET due = now() WHERE due IS NOT NULL');
    await sendAuditLetters({ ...server.deps, mailer }, undefined, now);
    return sent.map(({ to, subject }) => [to, subject]);
  };
  await desk.add({ room: { id: kitchen.room.id } });
  const { id } = await desk.plan({
    name: 'Spring\r\nBcc: x',
    auditors: [{ id: auditor.id, floors: [kitchen.floor] }, { id: manager.id }],
    dueDate: Date.now() + 10 * DAY,
  });
  expect(await flush()).toEqual([]);
  await desk.step(id, 'open');
  // Not at night, and not to whoever opened it.
  expect(await flush(new Date('2027-03-03T02:00:00Z'))).toEqual([]);
  expect(await flush()).toEqual([[auditor.email, 'An asset audit has begun: Spring Bcc: x']]);
  expect(sent[0]!.text).toMatch(/Your part: [^\n]+, [^\n]+\n/);
  expect(sent[0]!.text).toContain(`/assets/audits/${id}\n`);
  expect(await flush()).toEqual([]);

  const both = [auditor.email, manager.email].toSorted();
  await desk.send(manager, 'PUT', `/assets/audits/${id}`, { dueDate: Date.now() + 2 * DAY });
  await server.owner.query(`UPDATE asset_audit SET opened_at = now() - interval '5 days' WHERE id = $1`, [
    id,
  ]);
  const soon = await flush();
  expect(soon.map(([to]) => to).toSorted()).toEqual(both);
  expect(soon[0]![1]).toBe('An asset audit is due soon: Spring Bcc: x');
  await desk.send(manager, 'PUT', `/assets/audits/${id}`, { dueDate: Date.now() - DAY });
  const late = await flush();
  expect(late.map(([to]) => to).toSorted()).toEqual(both);
  expect(late[0]![1]).toBe('An asset audit is overdue: Spring Bcc: x');
  expect(await flush()).toEqual([]);

  // Opened within the three days one letter says it all; what is over needs none.
  const short = await desk.open({ dueDate: Date.now() + DAY });
  expect(await flush()).toEqual([[auditor.email, 'An asset audit has begun: Spring']]);
  await server.owner.query(`UPDATE asset_audit SET due_at = now() - interval '1 day' WHERE id = $1`, [
    short.id,
  ]);
  await server.owner.query('SELECT queue_audit_letters()');
  await desk.step(short.id, 'reconcile');
  expect(await flush()).toEqual([]);
});
