import { expect, test } from 'vitest';
import type { Leave, LeaveLimit, LeavePreview } from '#contract/leaves.ts';
import { leaveDesk } from '../../../test/leaves.ts';
import type { TestUser } from '../../../test/app.ts';

const desk = await leaveDesk();
const { admin, boss, colleague } = desk;
const annual = desk.type('Annual leave');

const limitOf = async (user: TestUser, year: number, by = user) => {
  const path = `/leaves/limits?userId=${user.id}&typeId=${annual.id}&year=${year}`;
  return (await desk.send<LeaveLimit[]>(by, 'GET', path))[0]!;
};
const set = (user: TestUser, year: number, days: number | null, carried?: number | null) =>
  desk.send<LeaveLimit>(admin, 'PUT', '/leaves/limits', {
    user: { id: user.id },
    type: annual,
    year,
    days,
    ...(carried !== undefined && { carried }),
  });

test('a leave across New Year counts to each year, and what is missing is told in numbers', async () => {
  const employee = await desk.employee();
  await set(employee, 2030, 2, 0);
  await set(employee, 2031, 3, 0);
  // Monday 30 December 2030 to Wednesday 8 January 2031: two days and six.
  const body = desk.bodyOf('2030-12-30', '2031-01-08');
  const refused = await desk.send<{ error: { message: string } }>(employee, 'POST', '/leaves', body, 409);
  expect(refused).toMatchObject({ error: { code: 'leave.limit', field: 'endDate' } });
  expect(refused.error.message).toMatch(/2031: days 3, carried over 0, taken 0, asked for 0.*needs 6/);

  const asked = await desk.ask(employee, '2030-12-30', '2031-01-03', { endsAtNoon: true });
  expect(asked.days).toBe(4.5);
  expect(await limitOf(employee, 2030)).toMatchObject({ days: 2, used: 0, pending: 2, left: 0 });
  expect(await limitOf(employee, 2031)).toMatchObject({ days: 3, pending: 2.5, left: 0.5, own: true });
  await desk.step(boss, asked, 'approve');
  expect(await limitOf(employee, 2031)).toMatchObject({ used: 2.5, pending: 0, left: 0.5 });
  // A year ahead lacks what would have been carried into it, not only the year of the leave.
  await desk.step(employee, asked, 'cancel');
  expect(await limitOf(employee, 2030)).toMatchObject({ used: 0, left: 2 });
});

test('what is left is carried over up to the most, and only early in the year', async () => {
  const employee = await desk.employee();
  await set(employee, 2030, 10);
  await set(employee, 2031, 2);
  expect(await limitOf(employee, 2031)).toMatchObject({ days: 2, carried: 5, left: 7, carriedSet: false });
  // Seven working days before the last day of March are covered by five carried ones and two.
  const early = await desk.ask(employee, '2031-03-03', '2031-03-11');
  expect(early.days).toBe(7);
  await desk.send(employee, 'POST', '/leaves', desk.bodyOf('2031-06-02'), 409);
  await desk.step(employee, early, 'withdraw');
  // In June carried days are gone: three do not fit into two.
  const late = desk.bodyOf('2031-06-02', '2031-06-04');
  expect(await desk.send(employee, 'POST', '/leaves', late, 409)).toMatchObject({
    error: { code: 'leave.limit' },
  });
  await desk.ask(employee, '2031-06-02', '2031-06-03');
});

test('at the approval the limit is looked at again', async () => {
  const employee = await desk.employee();
  const asked = await desk.ask(employee, '2032-03-01', '2032-03-05');
  await set(employee, 2032, 3, 0);
  expect(await desk.step(boss, asked, 'approve', 409)).toMatchObject({ error: { code: 'leave.limit' } });
  await set(employee, 2032, null, null);
  expect(await limitOf(employee, 2032)).toMatchObject({ days: 25, own: false });
  expect((await desk.step(boss, asked, 'approve')).status).toBe('approved');
});

test('a preview tells days, balances and what is in the way, and writes nothing', async () => {
  const employee = await desk.employee();
  await set(employee, 2033, 3, 0);
  const body = desk.bodyOf('2033-03-07', '2033-03-10');
  const seen = await desk.send<LeavePreview>(employee, 'POST', '/leaves/preview', body);
  expect(seen).toMatchObject({
    days: 4,
    conflicts: [{ code: 'leave.limit' }],
    years: [{ year: 2033, days: 4, before: { left: 3 }, after: { pending: 4, left: -1 } }],
    approvals: 1,
    approver: { id: boss.id },
  });
  expect(await desk.list(employee, 'mine=true')).toEqual([]);
});

test('days are known to the person, those above them and site administrators', async () => {
  const employee = await desk.employee();
  for (const by of [boss, desk.head, admin]) expect((await limitOf(employee, 2030, by)).days).toBe(25);
  await desk.send(colleague, 'GET', `/leaves/limits?userId=${employee.id}`, undefined, 403);
  await desk.send(boss, 'PUT', '/leaves/limits', {}, 403);
  const sick = desk.type('Sick leave');
  const asked = await desk.ask(employee, '2030-05-06', '2030-05-07', { type: sick });
  expect(asked).toMatchObject({ status: 'approved', approvals: 0 } satisfies Partial<Leave>);
  const types = (by: TestUser) =>
    desk.send<LeaveLimit[]>(by, 'GET', `/leaves/limits?userId=${employee.id}&year=2030`);
  expect((await types(employee)).find(({ type }) => type.id === sick.id)).toMatchObject({ used: 2 });
  expect((await types(boss)).find(({ type }) => type.id === sick.id)).toBeUndefined();
});
