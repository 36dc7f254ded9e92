import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AwayPerson, Leave, LeaveEvent, LeaveStatus, LeaveType } from '#contract/leaves.ts';
import { dayOf, leaveDesk } from '../../../test/leaves.ts';

const desk = await leaveDesk();
const { admin, boss, head, deputy, colleague, server } = desk;
const refusal = { error: expect.objectContaining({ code: expect.any(String), message: expect.any(String) }) };

test('any steps by anybody go the documented way, and each is written down once', async () => {
  const employee = await desk.employee();
  const people = { employee, boss, admin, colleague };
  type Who = keyof typeof people;
  const ways: Record<string, { from: LeaveStatus; to: LeaveStatus; who: Who[] }> = {
    approve: { from: 'pending', to: 'approved', who: ['boss', 'admin'] },
    reject: { from: 'pending', to: 'rejected', who: ['boss', 'admin'] },
    withdraw: { from: 'pending', to: 'withdrawn', who: ['employee', 'admin'] },
    cancel: { from: 'approved', to: 'cancelled', who: ['employee', 'boss', 'admin'] },
  };
  const commands = fc.array(
    fc.record({
      who: fc.constantFrom<Who>('employee', 'boss', 'admin', 'colleague'),
      step: fc.constantFrom('approve', 'reject', 'withdraw', 'cancel'),
    }),
    { minLength: 2, maxLength: 6 },
  );
  let weeks = 60;
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      // Each on days of its own: what is approved stays.
      const { id } = await desk.ask(employee, dayOf((weeks += 1)), undefined, {
        type: desk.type('Unpaid leave'),
      });
      let status: LeaveStatus = 'pending';
      let decidedBy: Who | undefined;
      const log = ['asked'];
      for (const { who, step } of all) {
        const answer = await people[who].call('POST', `/leaves/${id}/${step}`, { comment: 'Because' });
        const { from, to, who: may } = ways[step]!;
        const decides = step === 'approve' || step === 'reject';
        const said = [who, step, status, answer.statusCode, answer.body];
        let expected = 200;
        if (who === 'colleague') expected = 404;
        else if (decides && who === 'employee') expected = 403;
        else if (status === to && (!decides || decidedBy === who)) expected = 200;
        else if (status !== from) expected = 409;
        else if (!may.includes(who)) expected = 403;
        else {
          status = to;
          log.push(to);
          if (decides) decidedBy = who;
        }
        expect(said).toEqual([who, step, said[2], expected, expect.anything()]);
        if (expected >= 400) expect(answer.json()).toEqual(refusal);
        else expect(answer.json<Leave>().status).toBe(status);
      }
      const events = await desk.send<LeaveEvent[]>(employee, 'GET', `/leaves/${id}/events`);
      expect(events.map(({ kind }) => kind)).toEqual(log);
    }),
    { numRuns: 25 },
  );
});

test('the database itself refuses other ways, half days twice, and a decision on one’s own', async () => {
  const employee = await desk.employee();
  const { id } = await desk.granted(employee, dayOf(2), dayOf(2, 4));
  const set = (sql: string) => server.owner.query(`UPDATE leave SET ${sql} WHERE id = ${id}`);
  await expect(set(`state = 'pending', approvals_given = 0`)).rejects.toThrow('does not become');
  await expect(set(`ends = ends + 1`)).rejects.toThrow('does not change');
  await expect(set(`decided_by = user_id`)).rejects.toThrow('leave_decided_by_another');
  await expect(
    server.owner.query(
      `INSERT INTO leave (organisation_id, user_id, leave_type_id, starts, ends, days, approvals)
       SELECT organisation_id, user_id, leave_type_id, ends, ends, 1, 1 FROM leave WHERE id = ${id}`,
    ),
  ).rejects.toThrow('leave_once');
});

test('of two requests for one time at once one is taken; a morning and an afternoon do not meet', async () => {
  const employee = await desk.employee();
  const answers = await Promise.all(
    [dayOf(3, 4), dayOf(3, 2)].map((until) => employee.call('POST', '/leaves', desk.bodyOf(dayOf(3), until))),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  const refused = answers.find(({ statusCode }) => statusCode === 409)!;
  expect(refused.json()).toMatchObject({ error: { code: 'leave.overlap', field: 'startDate' } });
  const morning = await desk.ask(employee, dayOf(4), undefined, { endsAtNoon: true });
  const afternoon = await desk.ask(employee, dayOf(4), undefined, { startsAtNoon: true });
  expect([morning.days, afternoon.days]).toEqual([0.5, 0.5]);
});

test('repeated under one key it is asked for once', async () => {
  const employee = await desk.employee();
  const once = () =>
    employee.call('POST', '/leaves', desk.bodyOf(dayOf(5)), { headers: { 'idempotency-key': 'leave-1' } });
  const [first, again] = [await once(), await once()];
  expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body]);
});

test.each([
  ['startDate', { startDate: '2027-02-30' }],
  ['startDate', { startDate: '2027-03-09', endDate: '2027-03-08' }],
  ['endsAtNoon', { startsAtNoon: true, endsAtNoon: true, endDate: '2027-03-08' }],
  ['endDate', { endDate: '2031-03-08' }],
  ['type', { type: { id: 999_999 } }],
  ['delegate', { delegate: { id: 999_999 } }],
  ['delegate', { delegate: { id: colleague.id } }],
])('what is wrong is named: %s', async (field, more) => {
  const body = desk.bodyOf('2027-03-08', '2027-03-10', more);
  const answer = await desk.send<{ error: { field: string } }>(colleague, 'POST', '/leaves', body, 400);
  expect(answer.error.field).toBe(field);
});

test('a weekend is no leave, and who stands in must be there', async () => {
  const employee = await desk.employee();
  const weekend = desk.bodyOf(dayOf(6, 5), dayOf(6, 6));
  expect(await desk.send(employee, 'POST', '/leaves', weekend, 409)).toMatchObject({
    error: { code: 'leave.no-days' },
  });
  const away = await desk.employee();
  await desk.granted(away, dayOf(6), dayOf(6, 2));
  const body = desk.bodyOf(dayOf(6, 2), dayOf(6, 3), { delegate: { id: away.id } });
  expect(await desk.send(employee, 'POST', '/leaves', body, 409)).toMatchObject({
    error: { code: 'leave.delegate-away', field: 'delegate' },
  });
});

test('type and note are for the person, the chain and site administrators; others see dates alone', async () => {
  const employee = await desk.employee();
  const asked = await desk.ask(employee, dayOf(7), dayOf(7, 1), {
    note: 'My knee',
    delegate: { id: deputy.id },
  });
  const mine = async (by: typeof boss) =>
    (await desk.list(by, `userId=${employee.id}`)).map(({ note }) => note);
  expect([await mine(employee), await mine(boss), await mine(admin)]).toEqual([
    ['My knee'],
    ['My knee'],
    ['My knee'],
  ]);
  // The head would be asked only if two had to approve.
  for (const other of [colleague, deputy, head]) {
    expect(await mine(other)).toEqual([]);
    await desk.send(other, 'GET', `/leaves/${asked.id}`, undefined, 404);
  }
  const away = () =>
    desk.send<AwayPerson[]>(colleague, 'GET', `/leaves/away?from=${dayOf(7)}&userId=${employee.id}`);
  expect(await away()).toEqual([]);
  await desk.step(boss, asked, 'approve');
  const [seen] = await away();
  expect(seen).toMatchObject({ startDate: dayOf(7), endDate: dayOf(7, 1), delegate: { id: deputy.id } });
  expect(JSON.stringify(seen)).not.toMatch(/knee|Annual/);
});

test('a manager who is away hands on to who stands in, and nobody decides on their own', async () => {
  const [employee, manager] = [await desk.employee(), await desk.employee(head)];
  await desk.report(employee, manager);
  const asked = await desk.ask(employee, dayOf(8));
  const waiting = async (by: typeof boss) => (await desk.list(by, 'forApproval=true')).map(({ id }) => id);
  expect(asked.approver).toMatchObject({ id: manager.id });
  expect([await waiting(manager), await waiting(deputy)]).toEqual([[asked.id], []]);

  const today = new Date().toISOString().slice(0, 10);
  const next = dayOf(1, 4);
  const absence = await desk.ask(manager, today, next, { delegate: { id: deputy.id } });
  await desk.step(head, absence, 'approve');
  expect(await waiting(deputy)).toEqual([asked.id]);
  const own = await desk.ask(deputy, dayOf(9));
  expect(own.approver).toBeUndefined();
  expect(await waiting(admin)).toContain(own.id);
  await desk.step(deputy, own, 'approve', 403);
  const approved = await desk.step(deputy, asked, 'approve');
  expect(approved).toMatchObject({ status: 'approved', decidedBy: { id: deputy.id } });
  const events = await desk.send<LeaveEvent[]>(employee, 'GET', `/leaves/${asked.id}/events`);
  expect(events.at(-1)).toMatchObject({ kind: 'approved', insteadOf: { id: manager.id } });
});

test('where two have to approve, one after the other does; a change asks both again', async () => {
  const type = await desk.send<LeaveType>(
    admin,
    'POST',
    '/leaves/types',
    { name: 'Sabbatical', approvals: 3 },
    201,
  );
  const employee = await desk.employee();
  const asked = await desk.ask(employee, dayOf(10), dayOf(10, 4), { type: { id: type.id } });
  expect([asked.approvals, asked.approver?.id]).toEqual([2, boss.id]);
  await desk.step(head, asked, 'approve', 403);
  const first = await desk.step(boss, asked, 'approve');
  expect(first).toMatchObject({ status: 'pending', approvalsGiven: 1, approver: { id: head.id } });
  const changed = await desk.send(employee, 'PUT', `/leaves/${asked.id}`, { endDate: dayOf(10, 3) });
  expect(changed).toMatchObject({ days: 4, approvalsGiven: 0, approver: { id: boss.id } });
  await desk.step(boss, asked, 'approve');
  expect(await desk.step(head, asked, 'approve')).toMatchObject({ status: 'approved', approvalsGiven: 2 });
  await desk.send(employee, 'PUT', `/leaves/${asked.id}`, { endDate: dayOf(10, 2) }, 409);
});
