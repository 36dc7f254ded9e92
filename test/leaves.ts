import { expect } from 'vitest';
import type { Leave, LeaveType } from '#contract/leaves.ts';
import { testServer, type TestUser } from './app.ts';
import { placesOf } from './places.ts';

const DAY = 86_400_000;
/** A Monday so many weeks ahead, and days after it; no holiday is kept in a test's organisation. */
export function dayOf(weeks: number, day = 0): string {
  const today = Math.floor(Date.now() / DAY);
  const monday = today - ((today + 3) % 7) + weeks * 7;
  return new Date((monday + day) * DAY).toISOString().slice(0, 10);
}

/** An organisation with an employee, their manager, that one's manager, a deputy and somebody else. */
export async function leaveDesk() {
  const server = await testServer();
  const places = await placesOf(server);
  const { admin } = places;
  const send = async <T = Leave>(
    by: TestUser,
    method: string,
    path: string,
    body?: unknown,
    status = 200,
  ): Promise<T> => {
    const answer = await by.call(method, path, body);
    expect([method, path, answer.statusCode, answer.body]).toEqual([method, path, status, answer.body]);
    return answer.json<T>();
  };
  const [boss, head, deputy, colleague] = [
    await admin.person(),
    await admin.person(),
    await admin.person(),
    await admin.person(),
  ];
  const report = (user: TestUser, manager: TestUser) =>
    send(admin, 'PUT', `/users/${user.id}`, { manager: { id: manager.id } });
  /** Somebody new who reports to the manager. */
  const employee = async (manager = boss) => {
    const person = await admin.person();
    await report(person, manager);
    return person;
  };
  await report(boss, head);
  const types = await send<LeaveType[]>(admin, 'GET', '/leaves/types');
  const type = (name: string) => ({ id: types.find((one) => one.name === name)!.id });
  const bodyOf = (startDate: string, endDate = startDate, more: object = {}) => ({
    type: type('Annual leave'),
    startDate,
    endDate,
    ...more,
  });
  const ask = (by: TestUser, startDate: string, endDate?: string, more?: object) =>
    send(by, 'POST', '/leaves', bodyOf(startDate, endDate, more), 201);
  const step = (by: TestUser, { id }: { id: number }, name: string, status = 200, comment = 'Because') =>
    send(by, 'POST', `/leaves/${id}/${name}`, { comment }, status);
  /** Approved by the manager. */
  const granted = async (by: TestUser, startDate: string, endDate?: string, more?: object) =>
    step(boss, await ask(by, startDate, endDate, more), 'approve');
  const list = (by: TestUser, query: string) => send<Leave[]>(by, 'GET', `/leaves?${query}`);
  return {
    server,
    places,
    admin,
    boss,
    head,
    deputy,
    colleague,
    employee,
    types,
    type,
    send,
    report,
    bodyOf,
    ask,
    step,
    granted,
    list,
  };
}
