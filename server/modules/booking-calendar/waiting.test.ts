import { expect, test } from 'vitest';
import type { WaitingEntry } from '#contract/booking-calendar.ts';
import type { Notice } from '#server/lib/events.ts';
import type { Mailer, Message } from '#server/lib/mailer.ts';
import { releaseNoShows } from '#server/modules/space-booking/service.ts';
import type { TestUser } from '../../../test/app.ts';
import { HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';
import { sendBookingLetters } from './service.ts';

const at = spaceBooking();

const sent: Message[] = [];
const mailer: Mailer = { send: async (message) => void sent.push(message), close: async () => {} };
let lastText = '';
/** To whom was written about what has become free. */
async function told() {
  await sendBookingLetters({ ...at.server.deps, mailer });
  const freed = sent.splice(0).filter(({ subject }) => subject.startsWith('Free now'));
  lastText = freed.at(-1)?.text ?? lastText;
  return freed.map(({ to }) => to);
}
const wait = (by: TestUser, since: number, hours: number, more: object) =>
  at.send<WaitingEntry>(by, 'POST', '/reservations/waiting', {
    startDate: since,
    endDate: since + hours * HOUR,
    ...more,
  });
const mine = (by: TestUser) => at.send<WaitingEntry[]>(by, 'GET', '/reservations/waiting');
const step = (by: TestUser, id: number, name: string, body?: object) =>
  at.send(by, 'PUT', `/reservations/${id}/${name}`, body);

test('the first in line is told once when a space is given up, and the others stay in line', async () => {
  const room = await at.space();
  const { id } = await at.book(at.employee, room, at.nine(), 2);
  const [first, second] = [await at.admin.person(), at.colleague];
  const entry = await wait(first, at.nine(), 1, { room: { id: room } });
  expect(await wait(first, at.nine(), 1, { room: { id: room } })).toMatchObject({ id: entry.id });
  await wait(second, at.nine(), 2, { room: { id: room } });
  expect(await told()).toEqual([]);

  const heard: Notice[] = [];
  const { rows } = await at.server.owner.query<{ id: number }>(
    'SELECT organisation_id AS id FROM app_user WHERE id = $1',
    [first.id],
  );
  const stop = at.server.deps.events.subscribe(rows[0]!.id, (event) => heard.push(event));
  await step(at.employee, id, 'cancel');
  expect((await Promise.all([told(), told()])).flat()).toEqual([first.email]);
  const times = `from=${at.nine()}&to=${at.nine() + HOUR}`;
  expect(lastText).toMatch(new RegExp(`/bookings/space/${room}\\?date=\\d{4}-\\d\\d-\\d\\d&${times}\\n`));
  await expect
    .poll(() => heard.filter(({ topic, by }) => topic === 'booking-waiting' && by === undefined))
    .toEqual([expect.objectContaining({ ids: [entry.id], users: [first.id] })]);
  stop();
  expect(await mine(first)).toMatchObject([
    { state: 'told', timeZone: 'Europe/Warsaw', told: { room: { id: room }, startDate: at.nine() } },
  ]);
  expect(await mine(second)).toMatchObject([{ state: 'waiting' }]);
  expect(await told()).toEqual([]);

  const again = await at.book(first, room, at.nine(), 2);
  await step(first, again.id, 'cancel');
  expect(await told()).toEqual([second.email]);
});

test('what is moved, released or left early is given up as well; what is not free after all is not', async () => {
  const room = await at.space();
  const line = async (since: number, hours: number, more: object = { room: { id: room } }) => {
    const person = await at.admin.person();
    await wait(person, since, hours, more);
    return person.email;
  };
  const moved = await at.book(at.employee, room, at.nine(3), 2);
  await at.book(at.employee, room, at.nine(3) + 2 * HOUR, 1);
  await line(at.nine(3) + HOUR, 2); // the second booking stays in the way
  const patient = await line(at.nine(3), 1);
  const other = { startDate: moved.startDate + 24 * HOUR, endDate: moved.endDate + 24 * HOUR };
  await at.send(at.employee, 'PUT', `/reservations/${moved.id}`, other);
  expect(await told()).toEqual([patient]);

  const now = Date.now();
  const { id } = await at.book(at.employee, room, now - 5 * 60_000, 3);
  await step(at.employee, id, 'checkIn');
  const walkIn = await line(now, 2);
  await step(at.employee, id, 'checkOut');
  expect(await told()).toEqual([walkIn]);

  const hall = { id: await at.space() };
  await at.send(at.manager, 'POST', '/reservations/rules', { room: hall, releaseMinutes: 1 });
  await at.book(at.employee, hall.id, Date.now() - 3 * 60_000, 1);
  const half = await line(now, 3, { room: hall, minutes: 30 });
  await releaseNoShows(at.server.deps.db);
  expect(await told()).toEqual([half]);
});

test('who may not book there, or needs a larger space, is passed over', async () => {
  const [room, small] = [await at.space(), await at.space({ capacity: 2 })];
  await at.send(at.manager, 'POST', '/reservations/rules', { room: { id: room }, who: 'managers' });
  const kept = await at.book(at.manager, room, at.nine(4));
  const tiny = await at.book(at.employee, small, at.nine(4));
  const building = { id: tiny.room.floor.building.id };
  const [plain, many] = [await at.admin.person(), await at.admin.person()];
  await wait(many, at.nine(4), 1, { building, numberOfPeople: 5 });
  await wait(plain, at.nine(4), 1, { building });
  const boss = await wait(at.manager, at.nine(4), 1, { building, type: { id: tiny.room.type.id } });
  await step(at.manager, kept.id, 'cancel');
  expect(await told()).toEqual([at.manager.email]);
  expect(await mine(at.manager)).toMatchObject([{ id: boss.id, state: 'told' }]);
  await step(at.employee, tiny.id, 'cancel');
  expect(await told()).toEqual([plain.email]);
});

test('a place in line is one’s own, names what is wrong, and ends with its window', async () => {
  const room = { id: await at.space() };
  const entry = await wait(at.colleague, at.nine(5), 1, { room });
  expect((await at.employee.call('DELETE', `/reservations/waiting/${entry.id}`)).statusCode).toBe(404);
  await at.send(at.colleague, 'DELETE', `/reservations/waiting/${entry.id}`);
  expect(await mine(at.colleague)).not.toContainEqual(expect.objectContaining({ id: entry.id }));

  const window = { startDate: at.nine(5), endDate: at.nine(5) + HOUR };
  for (const [body, field] of [
    [window, 'room'],
    [{ ...window, room, endDate: window.startDate }, 'endDate'],
    [{ startDate: 1, endDate: 2, room }, 'endDate'],
    [{ ...window, room, minutes: 61 }, 'minutes'],
    [{ ...window, building: { id: 999_999_999 } }, 'building'],
  ] as const) {
    const { error } = await at.send<Refusal>(at.colleague, 'POST', '/reservations/waiting', body, 400);
    expect([body, error.field]).toEqual([body, field]);
  }
  const late = await wait(at.colleague, at.nine(5), 1, { room });
  await at.server.owner.query(
    `UPDATE booking_waiting SET starts = now() - interval '2 h', ends = now() - interval '1 h' WHERE id = $1`,
    [late.id],
  );
  expect((await mine(at.colleague)).map(({ id }) => id)).not.toContain(late.id);
});
