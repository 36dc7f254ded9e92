import { expect, test } from 'vitest';
import type { SpaceNow } from '#contract/space-code.ts';
import { HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const booking = spaceBooking();
const MINUTE = 60_000;
/** A space far enough from midnight, whatever the time is. */
const zone = new Date().getUTCHours() < 12 ? 'Etc/GMT-2' : 'Etc/GMT+10';
const space = (fields: object = {}) => booking.space(fields, zone);
const now = (by: { call: typeof booking.employee.call }, room: number) =>
  booking.send<SpaceNow>(by as typeof booking.employee, 'GET', `/rooms/${room}/now`);
const minute = () => Math.floor(Date.now() / MINUTE) * MINUTE;

test('an empty space can be walked in to, once however often it is tapped, and left again', async () => {
  const { employee, colleague, send } = booking;
  const room = await space();
  await booking.book(colleague, room, minute() + 2 * HOUR);
  const before = await now(employee, room);
  expect(before).toMatchObject({ bookings: [{ mine: false }], walkIn: { end: 'booking' }, nearby: [] });
  expect(before.walkIn!.until).toBe(minute() + 2 * HOUR);

  const body = { endDate: minute() + HOUR };
  const once = { headers: { 'idempotency-key': 'tap' } };
  const first = await employee.call('POST', `/rooms/${room}/walkIn`, body, once);
  const second = await employee.call('POST', `/rooms/${room}/walkIn`, body, once);
  expect([first.statusCode, second.statusCode, second.body]).toEqual([201, 201, first.body]);
  const { id } = first.json<{ id: number }>();
  const after = await now(employee, room);
  expect(after.bookings).toHaveLength(2);
  expect(after.bookings[0]).toMatchObject({ id, mine: true, state: 'checked_in', phase: 'in-use' });
  expect(after.nearby).toEqual([]);
  await send(employee, 'PUT', `/reservations/${id}/checkOut`);
  expect((await now(employee, room)).bookings.map((one) => one.id)).not.toContain(id);
});

test('of a taken space others learn who and until when, or Busy, and what is free nearby', async () => {
  const { employee, colleague } = booking;
  const type = { id: (await booking.places.type()).id };
  const [room, free] = [await space({ type }), await space({ type })];
  const taken = await booking.book(colleague, room, minute() - 5 * MINUTE, 1, {
    private: true,
    name: 'Salary',
  });
  const seen = await now(employee, room);
  expect(seen.bookings[0]).toMatchObject({
    name: 'Busy',
    user: { id: colleague.id },
    endDate: taken.endDate,
  });
  expect(seen.barred).toMatchObject({ code: 'taken' });
  const near = seen.nearby.map(({ id }) => id);
  expect(near).toContain(free);
  expect(near).not.toContain(room);
  expect(seen).not.toHaveProperty('walkIn');
  const refused = await employee.call('POST', `/rooms/${room}/walkIn`, { endDate: minute() + HOUR });
  expect([refused.statusCode, refused.json<Refusal>().error.code]).toEqual([409, 'space-booking.taken']);
  expect((await now(colleague, room)).nearby).toEqual([]);
});

test('a booking elsewhere moves here and is checked in, and where it was is free at once', async () => {
  const { employee, colleague, send } = booking;
  const [there, here] = [await space(), await space()];
  const mine = await booking.book(employee, there, minute() - 10 * MINUTE, 3, { name: 'Work' });
  // Over here, but in the way of the whole.
  const gone = await booking.book(colleague, here, minute() - 14 * MINUTE);
  await send(colleague, 'PUT', `/reservations/${gone.id}/checkIn`);
  await send(colleague, 'PUT', `/reservations/${gone.id}/checkOut`);
  expect((await now(employee, here)).elsewhere).toMatchObject({
    id: mine.id,
    room: { id: there },
    fits: true,
  });

  const body = { reservation: { id: mine.id } };
  const stolen = await colleague.call('POST', `/rooms/${here}/swap`, body);
  expect(stolen.statusCode).toBe(403);
  const moved = await send(employee, 'POST', `/rooms/${here}/swap`, body, 200);
  expect(moved).toMatchObject({
    id: mine.id,
    room: { id: here },
    state: 'checked_in',
    endDate: mine.endDate,
  });
  expect(moved.startDate).toBeGreaterThanOrEqual(gone.startDate);
  expect(await send(employee, 'POST', `/rooms/${here}/swap`, body, 200)).toEqual(moved);
  expect((await now(colleague, there)).walkIn).toBeDefined();

  const theirs = await space();
  await booking.book(colleague, theirs, minute() - 5 * MINUTE);
  expect((await now(employee, theirs)).elsewhere).toMatchObject({ fits: false });
  const refused = await employee.call('POST', `/rooms/${theirs}/swap`, body);
  expect([refused.statusCode, refused.json<Refusal>().error.code]).toEqual([409, 'space-booking.taken']);
  expect(await send(employee, 'GET', `/reservations/${mine.id}`)).toEqual(moved);

  const later = await booking.book(employee, there, minute() + 5 * HOUR);
  const early = await employee.call('POST', `/rooms/${here}/swap`, { reservation: { id: later.id } });
  expect([early.statusCode, early.json<Refusal>().error.code]).toEqual([409, 'space-booking.not-now']);
});

test('rules bind who walks in: how long, who, and approval', async () => {
  const { employee, manager, admin, send } = booking;
  const ruled = async (rule: object) => {
    const room = await space();
    await send(admin, 'POST', '/reservations/rules', { room: { id: room }, ...rule });
    return room;
  };
  const short = await ruled({ longestMinutes: 45 });
  const seen = await now(employee, short);
  expect(seen.walkIn).toEqual({ end: 'rule', until: seen.now + 45 * MINUTE });
  const approved = await ruled({ approval: true });
  expect((await now(employee, approved)).barred).toMatchObject({ code: 'rule-approval' });
  const asked = await employee.call('POST', `/rooms/${approved}/walkIn`, { endDate: minute() + HOUR });
  expect(asked.statusCode).toBe(409);
  expect((await now(employee, approved)).bookings).toEqual([]);
  expect((await now(manager, approved)).walkIn).toBeDefined();
  expect((await now(employee, await ruled({ who: 'managers' }))).barred).toMatchObject({ code: 'rule-who' });
});

test('a space that is not for booking, one that is gone and one that never was are told in a sentence', async () => {
  const { employee, admin, send } = booking;
  const store = await space({ reservable: false });
  expect((await now(employee, store)).barred).toMatchObject({ code: 'not-reservable' });
  const refused = await employee.call('POST', `/rooms/${store}/walkIn`, { endDate: minute() + HOUR });
  expect(refused.statusCode).toBe(400);
  await send(admin, 'DELETE', `/rooms/${store}`);
  const gone = await employee.call('GET', `/rooms/${store}/now`);
  expect([gone.statusCode, gone.json<Refusal>().error.code]).toEqual([404, 'space-booking.space-gone']);
  const never = await employee.call('GET', '/rooms/987654321/now');
  expect([never.statusCode, never.json<Refusal>().error.message]).toEqual([
    404,
    'There is no such space in your organisation.',
  ]);
});
