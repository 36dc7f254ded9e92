import { expect, test } from 'vitest';
import type { Reservation } from '#contract/reservations.ts';
import type { Notice } from '#server/lib/events.ts';
import { HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const it = spaceBooking();
const show = (id: number) => it.send<Reservation>(it.admin, 'GET', `/reservations/${id}`);

test('every change is told to whoever looks on', async () => {
  const heard: Notice[] = [];
  const stop = it.server.deps.events.subscribe(it.places.organisation, (event) => heard.push(event));
  const { id } = await it.book(it.employee, await it.space(), it.nine());
  await it.send(it.employee, 'PUT', `/reservations/${id}`, { name: 'New' });
  for (const step of ['checkIn', 'checkOut', 'checkOut'])
    await it.send(it.employee, 'PUT', `/reservations/${id}/${step}`);
  const ours = () => heard.filter(({ topic }) => topic === 'reservations');
  await expect.poll(() => ours().length).toBe(4); // the repeat said nothing
  expect(ours()).toEqual(
    Array.from({ length: 4 }, () => ({ topic: 'reservations', ids: [id], by: it.employee.id })),
  );
  stop();
});

test('with a person and with a space go the bookings to come, not those that were', async () => {
  const leaver = await it.admin.person();
  const [room, gone] = [await it.space(), await it.space()];
  const past = await it.send(it.admin, 'POST', '/reservations', {
    ...it.body(room, it.nine(-2)),
    user: { id: leaver.id },
  });
  const ahead = await it.book(leaver, room, it.nine());
  const there = await it.book(it.employee, gone, it.nine());
  await it.send(it.admin, 'DELETE', `/users/${leaver.id}`);
  await it.send(it.admin, 'DELETE', `/rooms/${gone}`);
  expect([await show(past.id), await show(ahead.id), await show(there.id)].map(({ state }) => state)).toEqual(
    ['booked', 'cancelled', 'cancelled'],
  );
  await it.book(it.colleague, room, it.nine());
  // Its words can still be put right.
  expect(
    await it.send(it.employee, 'PUT', `/reservations/${there.id}`, { notes: 'Was painted' }),
  ).toMatchObject({ notes: 'Was painted' });
});

test('what goes on can be made longer and shorter, not ended in the past', async () => {
  const { id, startDate } = await it.book(it.employee, await it.space(), Date.now() - 10 * 60_000);
  const until = (endDate: number, status = 200) =>
    it.send<Reservation & Refusal>(it.employee, 'PUT', `/reservations/${id}`, { endDate }, status);
  expect(await until(startDate + 3 * HOUR)).toMatchObject({ startDate, endDate: startDate + 3 * HOUR });
  expect((await until(startDate + 60_000, 400)).error).toMatchObject({ field: 'endDate' });
  expect((await until(startDate, 400)).error).toMatchObject({ field: 'endDate' });
  await until(startDate + HOUR);
});

test('the search of rooms knows what is taken, with the minutes around it', async () => {
  const room = await it.space({ name: 'Only one of its name' });
  await it.send(it.manager, 'POST', '/reservations/rules', { room: { id: room }, bufferAfter: 30 });
  const { endDate } = await it.book(it.employee, room, it.nine());
  const free = (since: number) =>
    it.send<unknown[]>(
      it.employee,
      'GET',
      `/rooms?search=only one of&startDate=${since}&endDate=${since + HOUR}`,
    );
  expect([(await free(endDate)).length, (await free(endDate + HOUR / 2)).length]).toEqual([0, 1]);
});

test('a window of a list is exact, however long it is', async () => {
  const room = await it.space();
  const { id, startDate, endDate } = await it.book(it.employee, room, it.nine(40));
  const found = async (since: number, until: number) =>
    (
      await it.send<Reservation[]>(
        it.colleague,
        'GET',
        `/reservations?showOnlyMyReservations=false&roomId=${room}&startDate=${since}&endDate=${until}`,
      )
    ).map((one) => one.id);
  for (const far of [HOUR, 100 * 24 * HOUR]) {
    expect(await found(endDate - 1, endDate + far)).toEqual([id]);
    expect(await found(endDate, endDate + far)).toEqual([]);
    expect(await found(startDate - far, startDate)).toEqual([]);
    expect(await found(startDate - far, startDate + 1)).toEqual([id]);
  }
});
