import { expect, test } from 'vitest';
import type { Reservation } from '#contract/reservations.ts';
import { DAY, HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const it = spaceBooking();
const ids = async (query: string, by = it.employee) =>
  (await it.send<Reservation[]>(by, 'GET', `/reservations${query}`)).map(({ id }) => id);

test('a booking comes back as it was sent, with what the documents print', async () => {
  const room = await it.space();
  const guests = ['ada@example.com', { name: 'Bo', email: null, nested: { a: [1, null] } }];
  const more = { name: 'Planning', notes: 'Bring <b>paper</b>', guests, numberOfPeople: 4 };
  const made = await it.book(it.employee, room, it.nine(), 2, more);
  expect(made).toMatchObject({
    ...more,
    startDate: it.nine(),
    endDate: it.nine() + 2 * HOUR,
    allDay: false,
    user: { id: it.employee.id },
    room: { id: room, floor: { building: { name: 'Europe/Warsaw' } } },
    center: { name: 'Reservation Center' },
    checkedIn: false,
    checkedOut: false,
    cancelled: false,
    phase: 'upcoming',
    timeZone: 'Europe/Warsaw',
  });
  expect(made.guests).toEqual(guests);
  expect(await it.send(it.employee, 'GET', `/reservations/${made.id}`)).toEqual(made);
  expect((await it.book(it.employee, room, it.nine(8), 1, { guests: null })).guests).toBeNull();
});

test('times are half-open: touching is free, a millisecond of overlap is taken', async () => {
  const room = await it.space();
  const nine = it.nine();
  await it.book(it.employee, room, nine);
  await it.book(it.colleague, room, nine + HOUR);
  await it.book(it.colleague, room, nine - HOUR);
  const other = await it.space();
  await it.book(it.employee, other, nine);
  const refusal = await it.send<Refusal>(
    it.employee,
    'POST',
    '/reservations',
    it.body(other, nine + HOUR - 1),
    409,
  );
  expect(refusal.error).toMatchObject({ code: 'space-booking.taken', field: 'startDate' });
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
  });
  expect(refusal.error.message).toContain(`${clock.format(nine + HOUR)} (Europe/Warsaw)`);
});

test('the refusal names the first time that is long enough, past what stands in its way', async () => {
  const room = await it.space();
  const nine = it.nine();
  for (const at of [0, 1.5, 2]) await it.book(it.employee, room, nine + at * HOUR, at === 0 ? 1 : 0.5);
  const { error } = await it.send<Refusal>(it.employee, 'POST', '/reservations', it.body(room, nine), 409);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Warsaw',
    hour: '2-digit',
    minute: '2-digit',
  });
  expect(error.message).toContain(clock.format(nine + 2.5 * HOUR));
});

test('a plain list is the caller’s own, neither cancelled nor past', async () => {
  const room = await it.space();
  const past = await it.send<Reservation>(it.admin, 'POST', '/reservations', it.body(room, it.nine(-3)));
  const ahead = await it.book(it.employee, room, it.nine(3));
  const foreign = await it.book(it.colleague, room, it.nine(4));
  const dropped = await it.book(it.employee, room, it.nine(5));
  await it.send(it.employee, 'PUT', `/reservations/${dropped.id}/cancel`);
  const at = `roomId=${room}`;
  expect(await ids(`?${at}`)).toEqual([ahead.id]);
  expect(await ids(`?${at}&includePastReservations=true`)).toEqual([past.id, ahead.id]);
  expect(await ids(`?${at}&startDate=${it.nine(-30)}`)).toEqual([past.id, ahead.id]);
  expect(await ids(`?${at}&startDate=${it.nine(-30)}&includePastReservations=false`)).toEqual([ahead.id]);
  expect(await ids(`?${at}&includeCancelled=true`)).toEqual([ahead.id, dropped.id]);
  expect(await ids(`?${at}&includeCancelled=true&includeNonCancelled=false`)).toEqual([dropped.id]);
  expect(await ids(`?${at}&includeNonCancelled=false`)).toEqual([]);
  expect(await ids(`?${at}&showOnlyMyReservations=false`)).toEqual([ahead.id, foreign.id]);
  expect(await ids(`?${at}&showOnlyMyReservations=false&orderBy=startDate&orderByType=desc`)).toEqual([
    foreign.id,
    ahead.id,
  ]);
  expect(await ids(`?${at}&showOnlyMyReservations=false&endDate=${it.nine(4)}`)).toEqual([ahead.id]);
  expect(await ids(`?${at}&startDate=${it.nine(3) + HOUR}`)).toEqual([]);
  expect(await ids(`?${at}&startDate=${it.nine(3) + HOUR - 1}`)).toEqual([ahead.id]);
  expect(await ids(`?${at}&showOnlyMyReservations=false&limit=1&startAt=1`)).toEqual([foreign.id]);
  const [{ building }] = (
    await it.send<{ id: number; floor: { building: { id: number } } }[]>(it.admin, 'GET', `/rooms?limit=500`)
  ).flatMap(({ id, floor }) => (id === room ? [floor] : [])) as [{ building: { id: number } }];
  expect(await ids(`?buildingId=${building.id}&${at}`)).toEqual([ahead.id]);
  expect(await ids(`?buildingId=999999&${at}`)).toEqual([]);
  const count = await it.send<{ count: number }>(it.employee, 'GET', `/reservations/count/?${at}&limit=1`);
  expect(count).toEqual({ count: 1 });
  expect(await ids(`?${at}&modifiedOrCreatedAfter=${foreign.dateUpdated}&includeCancelled=true`)).toEqual([
    dropped.id,
  ]);
  expect(await ids(`?${at}&orderBy=__proto__`)).toEqual([ahead.id]);
});

test('the way of a booking, each step twice', async () => {
  const room = await it.space();
  const { id } = await it.book(it.employee, room, it.nine());
  const step = (name: string, status = 200) =>
    it.send<Reservation & Refusal>(it.employee, 'PUT', `/reservations/${id}/${name}`, undefined, status);
  expect((await step('checkOut', 409)).error.code).toBe('space-booking.booked');
  for (const _ of [1, 2]) expect(await step('checkIn')).toMatchObject({ checkedIn: true, checkedOut: false });
  for (const _ of [1, 2]) expect(await step('checkOut')).toMatchObject({ checkedIn: true, checkedOut: true });
  expect((await step('checkIn', 409)).error.code).toBe('space-booking.checked-out');
  expect((await step('cancel', 409)).error.code).toBe('space-booking.checked-out');
  // Left before it began: the whole time is free again.
  const again = await it.book(it.employee, room, it.nine());
  const cancel = (body?: object) =>
    it.send<Reservation>(it.employee, 'PUT', `/reservations/${again.id}/cancel`, body);
  expect(await cancel({ reason: 'Ill' })).toMatchObject({
    cancelled: true,
    cancellationReason: 'Ill',
    phase: 'cancelled',
  });
  expect(await cancel()).toMatchObject({ cancelled: true, cancellationReason: 'Ill' });
  await it.send(it.employee, 'PUT', `/reservations/${again.id}/checkIn`, undefined, 409);
  await it.book(it.colleague, room, it.nine());
});

test('who leaves early leaves the rest to others', async () => {
  const room = await it.space();
  const now = Date.now();
  const { id, endDate } = await it.book(it.employee, room, now - 60_000, 2);
  expect(await it.send(it.employee, 'PUT', `/reservations/${id}/checkIn`)).toMatchObject({ phase: 'in-use' });
  await it.send(
    it.colleague,
    'POST',
    '/reservations',
    { ...it.body(room, now + HOUR), user: { id: it.colleague.id } },
    409,
  );
  const left = await it.send<Reservation>(it.employee, 'PUT', `/reservations/${id}/checkOut`);
  expect(left.endDate).toBeLessThan(now + HOUR);
  expect(left).toMatchObject({ phase: 'over', checkedOutAt: left.endDate });
  await it.book(it.colleague, room, left.endDate, (endDate - left.endDate) / HOUR);
  // What has been used stays taken.
  await it.send(it.admin, 'POST', '/reservations', it.body(room, now - 30_000, 0.001), 409);
});

test('all day is the days of the building, whatever the length of the day', async () => {
  const room = await it.space({}, 'Europe/Berlin');
  const noon = Date.UTC(2035, 2, 25, 12); // the day of 23 hours
  const made = await it.book(it.employee, room, noon, 0, { allDay: true });
  expect([made.startDate, made.endDate]).toEqual([Date.UTC(2035, 2, 24, 23), Date.UTC(2035, 2, 25, 22)]);
  // What was answered can be sent back.
  const { startDate, endDate } = made;
  expect(
    await it.send(it.employee, 'PUT', `/reservations/${made.id}`, { startDate, endDate, allDay: true }),
  ).toMatchObject({ startDate, endDate });
  await it.send(it.employee, 'POST', '/reservations', it.body(room, endDate - HOUR), 409);
  await it.book(it.employee, room, endDate);
  const week = await it.book(it.employee, await it.space(), it.nine(), 49, { allDay: true });
  expect((week.endDate - week.startDate) / DAY).toBeCloseTo(3, 0);
});

test('an edit changes what is said and keeps the rest; its own time is no conflict', async () => {
  const room = await it.space();
  const made = await it.book(it.employee, room, it.nine(), 2, { name: 'Old', guests: ['a'], notes: 'n' });
  const put = (edit: object, status = 200, by = it.employee) =>
    it.send<Reservation & Refusal>(by, 'PUT', `/reservations/${made.id}`, edit, status);
  const later = await put({ id: made.id, startDate: made.startDate + HOUR, endDate: made.endDate + HOUR });
  expect(later).toMatchObject({ name: 'Old', guests: ['a'], notes: 'n', startDate: made.startDate + HOUR });
  expect(await put({ name: 'New', notes: null })).toMatchObject({
    name: 'New',
    notes: '',
    startDate: later.startDate,
  });
  await it.book(it.colleague, room, made.startDate);
  expect((await put({ startDate: made.startDate }, 409)).error.code).toBe('space-booking.taken');
  const elsewhere = await it.space();
  expect(await put({ room: { id: elsewhere } })).toMatchObject({ room: { id: elsewhere } });
  await it.book(it.colleague, room, later.startDate);
  expect((await put({ id: 1 }, 400)).error.field).toBe('id');
  await put({ name: 'Mine' }, 403, it.colleague);
  expect(await put({ name: 'Ours', user: { id: it.colleague.id } }, 200, it.manager)).toMatchObject({
    user: { id: it.colleague.id },
  });
});

test('the later of two edits is told whose change it met', async () => {
  const { id, dateUpdated } = await it.book(it.employee, await it.space(), it.nine());
  const edit = (name: string) =>
    it.employee.call('PUT', `/reservations/${id}`, { name }, { headers: { 'if-match': `"${dateUpdated}"` } });
  expect((await edit('A')).statusCode).toBe(200);
  const stale = await edit('B');
  expect([stale.statusCode, stale.json<Refusal>().error.code]).toEqual([
    409,
    'space-booking.changed-meanwhile',
  ]);
});

test('removing takes it out of every list and frees the space', async () => {
  const room = await it.space();
  const { id } = await it.book(it.employee, room, it.nine());
  await it.send(it.colleague, 'DELETE', `/reservations/${id}`, undefined, 403);
  await it.send(it.employee, 'DELETE', `/reservations/${id}`);
  await it.send(it.employee, 'DELETE', `/reservations/${id}`, undefined, 404);
  for (const name of ['cancel', 'checkIn', 'checkOut'])
    await it.send(it.employee, 'PUT', `/reservations/${id}/${name}`, undefined, 404);
  await it.send(it.employee, 'GET', `/reservations/${id}`, undefined, 404);
  await it.book(it.colleague, room, it.nine());
});

test('a private booking shows others that it is there, not what it is', async () => {
  const room = await it.space();
  const secret = { name: 'Lay-offs', notes: 'List', guests: ['lawyer@example.com'], private: true };
  const { id } = await it.book(it.employee, room, it.nine(), 1, secret);
  const seenBy = (by: typeof it.admin) => it.send<Reservation>(by, 'GET', `/reservations/${id}`);
  expect(await seenBy(it.colleague)).toMatchObject({ name: 'Busy', notes: '', guests: [] });
  for (const by of [it.employee, it.manager, it.admin]) expect(await seenBy(by)).toMatchObject(secret);
  const found = (by: typeof it.admin) =>
    ids(`?search=LAY-OFFS&showOnlyMyReservations=false&roomId=${room}`, by);
  expect([await found(it.colleague), await found(it.employee)]).toEqual([[], [id]]);
});

test('cancelling within dates takes what begins in them, of one person', async () => {
  const room = await it.space();
  const [first, second, third] = [
    await it.book(it.employee, room, it.nine(20)),
    await it.book(it.employee, room, it.nine(21)),
    await it.book(it.employee, room, it.nine(22)),
  ];
  const other = await it.book(it.colleague, room, it.nine(21) + HOUR);
  const dates = { startDate: it.nine(21), endDate: it.nine(22) };
  expect(await it.send(it.employee, 'PUT', '/reservations/cancel', { ...dates, reason: 'Leave' })).toEqual({
    count: 1,
    ids: [second!.id],
  });
  expect(await ids(`?roomId=${room}&showOnlyMyReservations=false`)).toEqual([first!.id, third!.id, other.id]);
  await it.send(it.employee, 'PUT', '/reservations/cancel', { ...dates, user: { id: it.colleague.id } }, 403);
  const swept = await it.send<{ ids: number[] }>(it.manager, 'PUT', '/reservations/cancel', {
    ...dates,
    endDate: it.nine(30),
    room: { id: room },
  });
  expect(swept.ids).toEqual([third!.id, other.id]);
});
