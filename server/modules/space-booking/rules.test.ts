import { expect, test } from 'vitest';
import type { BookingRule } from '#contract/booking-rules.ts';
import type { AvailableSpace } from '#contract/availability.ts';
import type { Reservation } from '#contract/reservations.ts';
import type { RoomType } from '#contract/places.ts';
import type { TestUser } from '../../../test/app.ts';
import { DAY, HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';
import { releaseNoShows } from './release.ts';

const it = spaceBooking();
const MINUTE = 60_000;
const setRule = (room: number, rule: object) =>
  it.send<BookingRule>(it.manager, 'POST', '/reservations/rules', { room: { id: room }, ...rule });
const refusalOf = async (by: TestUser, room: number, since: number, hours = 1) =>
  (
    await it.send<Refusal>(
      by,
      'POST',
      '/reservations',
      { ...it.body(room, since, hours), user: { id: by.id } },
      409,
    )
  ).error.code;
/** What the search says of a space, for the same booking. */
async function searched(by: TestUser, room: number, since: number, hours = 1) {
  const query = `roomId=${room}&startDate=${since}&endDate=${since + hours * HOUR}`;
  const [space] = await it.send<AvailableSpace[]>(by, 'GET', `/reservations/availability?${query}`);
  return space!.reason;
}

test('a rule of a space replaces that of its type as a whole', async () => {
  const type = await it.send<RoomType>(it.admin, 'POST', '/rooms/types', { name: 'Quiet' });
  const room = await it.space({ type: { id: type.id } });
  const body = { roomType: { id: type.id }, longestMinutes: 30, bufferAfter: 15 };
  const ofType = await it.send<BookingRule>(it.manager, 'POST', '/reservations/rules', body);
  expect(ofType).toMatchObject({
    roomType: { name: 'Quiet' },
    who: 'everybody',
    longestMinutes: 30,
    bufferBefore: 0,
    approval: false,
  });
  await it.send(it.manager, 'POST', '/reservations/rules', body, 409);
  expect(await refusalOf(it.employee, room, it.nine())).toBe('space-booking.rule-longest');
  expect(await searched(it.employee, room, it.nine())).toEqual({ code: 'rule-longest', limit: 30 });
  const applying = () =>
    it.send<BookingRule[]>(it.employee, 'GET', `/reservations/rules?appliesToRoomId=${room}`);
  expect(await applying()).toEqual([ofType]);
  const own = await setRule(room, { longestMinutes: 90 });
  expect(await applying()).toEqual([own]);
  expect(await it.book(it.employee, room, it.nine())).toMatchObject({ bufferAfter: 0 });
  expect(
    await it.send(it.manager, 'PUT', `/reservations/rules/${own.id}`, { longestMinutes: null }),
  ).not.toHaveProperty('longestMinutes');
  await it.book(it.employee, room, it.nine() + HOUR, 5);
  await it.send(it.manager, 'DELETE', `/reservations/rules/${own.id}`);
  expect(await refusalOf(it.employee, room, it.nine(9))).toBe('space-booking.rule-longest');
  expect(await it.send(it.employee, 'GET', `/reservations/rules?roomTypeId=${type.id}`)).toEqual([ofType]);
  expect(await it.send(it.employee, 'GET', `/reservations/rules/count?roomTypeId=${type.id}`)).toEqual({
    count: 1,
  });
});

test('who may book: managers, departments, cost centers; managers always', async () => {
  const room = await it.space();
  const rule = await setRule(room, { who: 'managers' });
  const change = (edit: object, status = 200) =>
    it.send<Refusal>(it.manager, 'PUT', `/reservations/rules/${rule.id}`, edit, status);
  expect(await refusalOf(it.employee, room, it.nine())).toBe('space-booking.rule-who');
  expect(await searched(it.employee, room, it.nine())).toEqual({ code: 'rule-who' });
  await it.book(it.manager, room, it.nine());
  await it.send(it.admin, 'PUT', `/users/${it.employee.id}`, { department: 'Legal ' });
  await change({ who: 'groups', departments: ['legal'] });
  await it.book(it.employee, room, it.nine(2));
  expect(await refusalOf(it.colleague, room, it.nine(3))).toBe('space-booking.rule-who');
  const [category] = await it.send<{ id: number }[]>(it.admin, 'GET', '/categories');
  const item = await it.send<{ id: number }>(it.admin, 'POST', '/categories/items', {
    name: 'Board',
    category,
  });
  await it.send(it.admin, 'PUT', `/categories/items/${item.id}/users`, { add: [{ id: it.colleague.id }] });
  await change({ costCenters: [{ id: item.id }], departments: [] });
  await it.book(it.colleague, room, it.nine(3));
  expect(await searched(it.colleague, room, it.nine(5))).toBeUndefined();
  expect(await refusalOf(it.employee, room, it.nine(4))).toBe('space-booking.rule-who');
  expect((await change({ costCenters: [{ id: 999_999 }] }, 400)).error.field).toBe('costCenters');
  await it.send(it.employee, 'PUT', `/reservations/rules/${rule.id}`, { who: 'everybody' }, 403);
});

test('how far ahead, on booking and on moving', async () => {
  const room = await it.space();
  await setRule(room, { daysAhead: 14 });
  expect(await refusalOf(it.employee, room, Date.now() + 14 * DAY + HOUR)).toBe('space-booking.rule-ahead');
  const made = await it.book(it.employee, room, it.nine(10));
  const late = { startDate: made.startDate + 10 * DAY, endDate: made.endDate + 10 * DAY };
  const { error } = await it.send<Refusal>(it.employee, 'PUT', `/reservations/${made.id}`, late, 409);
  expect([error.code, error.field]).toEqual(['space-booking.rule-ahead', 'startDate']);
  await it.send(it.manager, 'PUT', `/reservations/${made.id}`, late);
});

test('minutes around a booking keep others out, from either side', async () => {
  const room = await it.space();
  await setRule(room, { bufferBefore: 10, bufferAfter: 20 });
  const nine = it.nine();
  await it.book(it.employee, room, nine);
  // Twenty minutes after it, and ten before the next.
  const free = nine + HOUR + 30 * MINUTE;
  expect(await refusalOf(it.colleague, room, free - 1)).toBe('space-booking.taken');
  expect(await searched(it.colleague, room, free - 1)).toMatchObject({ code: 'taken' });
  expect(await searched(it.colleague, room, free)).toBeUndefined();
  const said = await it.send<Refusal>(it.employee, 'POST', '/reservations', it.body(room, nine), 409);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
  });
  expect(said.error.message).toContain(clock.format(free));
  const next = await it.book(it.colleague, room, free);
  expect(await refusalOf(it.employee, room, nine - HOUR - 29 * MINUTE)).toBe('space-booking.taken');
  await it.book(it.employee, room, nine - HOUR - 30 * MINUTE);
  const earlier = { startDate: next.startDate - 1, endDate: next.endDate };
  await it.send(it.colleague, 'PUT', `/reservations/${next.id}`, earlier, 409);
});

test('what needs an approval holds the space, waits, and is decided by a manager', async () => {
  const room = await it.space();
  await setRule(room, { approval: true });
  const made = await it.book(it.employee, room, it.nine());
  expect(made).toMatchObject({ approval: 'awaiting', phase: 'awaiting-approval' });
  expect(await refusalOf(it.colleague, room, it.nine())).toBe('space-booking.taken');
  await it.send(it.employee, 'PUT', `/reservations/${made.id}/checkIn`, undefined, 409);
  await it.send(it.employee, 'PUT', `/reservations/${made.id}/approve`, undefined, 403);
  const waiting = `/reservations?awaitingApproval=true&showOnlyMyReservations=false&roomId=${room}`;
  expect(await it.send<Reservation[]>(it.manager, 'GET', waiting)).toEqual([made]);
  for (const _ of [1, 2])
    expect(await it.send(it.manager, 'PUT', `/reservations/${made.id}/approve`)).toMatchObject({
      approval: 'approved',
      phase: 'upcoming',
    });
  const moved = { startDate: made.startDate + HOUR, endDate: made.endDate + HOUR };
  expect(await it.send(it.employee, 'PUT', `/reservations/${made.id}`, moved)).toMatchObject({
    approval: 'awaiting',
  });
  const declined = await it.send(it.manager, 'PUT', `/reservations/${made.id}/decline`, {
    reason: 'Painters',
  });
  expect(declined).toMatchObject({ approval: 'declined', cancelled: true, cancellationReason: 'Painters' });
  expect(await it.book(it.manager, room, it.nine() + HOUR)).not.toHaveProperty('approval');
});

test('check-in opens when the rule says; who does not come loses the space when it says', async () => {
  const room = await it.space();
  await setRule(room, { checkInMinutes: 15, releaseMinutes: 10 });
  const soon = Date.now() + 20 * MINUTE;
  const { id, checkInFrom, releaseAt } = await it.book(it.employee, room, soon);
  expect([checkInFrom, releaseAt]).toEqual([soon - 15 * MINUTE, soon + 10 * MINUTE]);
  const early = await it.send<Refusal>(it.employee, 'PUT', `/reservations/${id}/checkIn`, undefined, 409);
  expect(early.error.code).toBe('space-booking.too-early');
  const [late, here, patient] = [await it.space(), await it.space(), await it.space()] as [
    number,
    number,
    number,
  ];
  for (const space of [late, here]) await setRule(space, { releaseMinutes: 10 });
  await setRule(patient, { releaseMinutes: 30 });
  const since = Date.now() - 12 * MINUTE;
  const missed = await it.book(it.employee, late, since);
  const used = await it.book(it.employee, here, since);
  const waited = await it.book(it.employee, patient, since);
  const unruled = await it.book(it.employee, await it.space(), since);
  await it.send(it.employee, 'PUT', `/reservations/${used.id}/checkIn`);
  expect([await releaseNoShows(it.server.deps.db), await releaseNoShows(it.server.deps.db)]).toEqual([1, 0]);
  const phaseOf = async (of: Reservation) =>
    (await it.send(it.employee, 'GET', `/reservations/${of.id}`)).phase;
  expect([await phaseOf(missed), await phaseOf(used), await phaseOf(waited), await phaseOf(unruled)]).toEqual(
    ['released', 'in-use', 'running', 'running'],
  );
  const gone = await it.send<Refusal>(
    it.employee,
    'PUT',
    `/reservations/${missed.id}/checkIn`,
    undefined,
    409,
  );
  expect(gone.error.code).toBe('space-booking.released');
  await it.book(it.colleague, late, Date.now());
});

test('a series meets the rules date by date', async () => {
  const room = await it.space();
  await setRule(room, { daysAhead: 10, bufferAfter: 30 });
  const start = new Date(it.nine(8)).toISOString().slice(0, 16);
  const body = {
    rule: 'FREQ=DAILY;COUNT=5',
    start,
    minutes: 60,
    user: { id: it.employee.id },
    room: { id: room },
  };
  const shown = await it.send<{ occurrences: { problem?: { code: string } }[] }>(
    it.employee,
    'POST',
    '/reservations/series/preview',
    body,
    200,
  );
  expect(shown.occurrences.map(({ problem }) => problem?.code).filter(Boolean)).toContain(
    'space-booking.rule-ahead',
  );
  const { error } = await it.send<Refusal>(
    it.employee,
    'POST',
    '/reservations/series',
    { ...body, minutes: 1420 },
    400,
  );
  expect(error.field).toBe('minutes');
});

test('rules that are none', async () => {
  const room = await it.space();
  for (const [rule, field] of [
    [{}, 'roomType'],
    [{ room: { id: room }, roomType: { id: 999_999 } }, 'roomType'],
    [{ room: { id: 999_999 } }, 'room'],
    [{ room: { id: room }, longestMinutes: 0 }, 'longestMinutes'],
    [{ room: { id: room }, who: 'nobody' }, 'who'],
  ] as const) {
    const { error } = await it.send<Refusal>(it.manager, 'POST', '/reservations/rules', rule, 400);
    expect(error.field).toBe(field);
  }
  await it.send(it.employee, 'POST', '/reservations/rules', { room: { id: room } }, 403);
});
