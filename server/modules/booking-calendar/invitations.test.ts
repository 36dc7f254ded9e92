import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeEach, expect, test } from 'vitest';
import type { Invitation } from '#contract/booking-calendar.ts';
import type { ReservationCreate } from '#contract/reservations.ts';
import type { Mailer, Message } from '#server/lib/mailer.ts';
import { releaseNoShows } from '#server/modules/space-booking/service.ts';
import { HOUR, spaceBooking } from '../../../test/space-booking.ts';
import { sendBookingLetters } from './service.ts';

const at = spaceBooking();
const ann = 'ann@guests.example';
const bob = 'bob@guests.example';

/** A mail server that keeps what it is given, or takes nothing while it is down. */
const sent: Message[] = [];
let down = false;
const mailer: Mailer = {
  send: async (message) => {
    if (down) throw new Error('closed for today');
    sent.push(message);
  },
  close: async () => {},
};
const deliver = () => sendBookingLetters({ ...at.server.deps, mailer });
const hurry = () => at.server.owner.query('UPDATE booking_letter SET due = now() WHERE due IS NOT NULL');
/** What came since the last look: to whom, with which method, and how the calendar entries stand. */
async function letters() {
  await deliver();
  return sent.splice(0).map(({ to, subject, calendar }) => ({
    to,
    subject,
    method: calendar?.method,
    entries: eventsIn(calendar!.text).map((event) => [
      Number(event.getFirstPropertyValue('sequence')),
      event.getFirstPropertyValue('status'),
    ]),
  }));
}
const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
const to = (letter: { to: string }) => letter.to;

beforeEach(async () => {
  down = false;
  await at.server.owner.query('DELETE FROM booking_news; DELETE FROM booking_letter');
  sent.length = 0;
});

async function booked(more: Partial<ReservationCreate> = {}, days = 7) {
  const guests = [
    ann,
    { email: bob, name: 'Bob, "the" Guest' },
    'somebody without an address',
    { email: 'x@y\r\nBcc: z' },
  ];
  return at.book(at.employee, await at.space(), at.nine(days), 1, { name: 'Talk', guests, ...more });
}

test('guests and organiser are told once, with what their calendars need', async () => {
  const booking = await booked({ private: true });
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(sent.map(to).toSorted()).toEqual([ann, bob, at.employee.email].toSorted());
  const letter = sent.find((one) => one.to === bob)!;
  expect(letter.subject).toContain('Invitation: Talk');
  const [event] = eventsIn(letter.calendar!.text);
  const times = ['dtstart', 'dtend'].map(
    (name) => (event!.getFirstPropertyValue(name) as ICAL.Time).toUnixTime() * 1000,
  );
  expect(times).toEqual([booking.startDate, booking.endDate]);
  expect(event!.getFirstPropertyValue('summary')).toBe('Talk');
  expect(event!.getFirstPropertyValue('location')).toContain(booking.room.name);
  expect(event!.getFirstPropertyValue('organizer')).toBe(`mailto:${at.employee.email}`);
  const attendees = event!.getAllProperties('attendee');
  expect(
    attendees.map((one) => [one.getFirstValue(), one.getParameter('cn'), one.getParameter('partstat')]),
  ).toEqual([[`mailto:${bob}`, `Bob, 'the' Guest`, 'NEEDS-ACTION']]);
  await hurry();
  sent.length = 0;
  expect(await letters()).toEqual([]);
});

test('changes keep the id and count on; who is taken off is told so, and nothing is said twice', async () => {
  const booking = await booked();
  await deliver();
  const uid = eventsIn(sent.splice(0)[0]!.calendar!.text)[0]!.getFirstPropertyValue('uid');
  const edit = (body: object) => at.send(at.employee, 'PUT', `/reservations/${booking.id}`, body);

  await edit({ startDate: booking.startDate + HOUR, endDate: booking.endDate + HOUR });
  await edit({ startDate: booking.startDate + 2 * HOUR, endDate: booking.endDate + 2 * HOUR });
  await deliver();
  expect(eventsIn(sent[0]!.calendar!.text)[0]!.getFirstPropertyValue('uid')).toBe(uid);
  expect(
    (await letters()).map(({ subject, method, entries }) => [subject.split(':')[0], method, entries]),
  ).toEqual(Array.from({ length: 3 }, () => ['Changed', 'REQUEST', [[2, 'CONFIRMED']]]));

  await edit({ guests: [bob, 'carol@guests.example'], notes: 'no news' });
  const changed = await letters();
  expect(changed.map((one) => [one.to, one.method, one.entries]).toSorted()).toEqual([
    [ann, 'CANCEL', [[2, 'CANCELLED']]],
    ['carol@guests.example', 'REQUEST', [[2, 'CONFIRMED']]],
  ]);
  await edit({ notes: 'still none', numberOfPeople: 2 });
  expect(await letters()).toEqual([]);

  await at.send(at.employee, 'PUT', `/reservations/${booking.id}/cancel`);
  const last = await letters();
  expect(last.map(to).toSorted()).toEqual([bob, 'carol@guests.example', at.employee.email].toSorted());
  expect(new Set(last.map(({ method, entries }) => JSON.stringify([method, entries])))).toEqual(
    new Set([JSON.stringify(['CANCEL', [[3, 'CANCELLED']]])]),
  );
});

test('what is cancelled or rolled back before it was told is never told', async () => {
  const booking = await booked();
  await at.send(at.employee, 'DELETE', `/reservations/${booking.id}`);
  const clash = at.body(booking.room.id, booking.startDate, 0, { guests: [ann] });
  expect((await at.employee.call('POST', '/reservations', clash)).statusCode).toBe(400);
  expect(await letters()).toEqual([]);
});

test('while the mail server is down letters wait and are seen to wait; what happens meanwhile goes into them', async () => {
  const booking = await booked({ guests: [ann] });
  down = true;
  await deliver();
  const seen = () => at.send<Invitation[]>(at.employee, 'GET', `/reservations/${booking.id}/invitations`);
  expect(await seen()).toMatchObject([
    { part: 'organiser', state: 'waiting', lastError: 'closed for today' },
    { email: ann, part: 'guest', kind: 'request', state: 'waiting' },
  ]);
  expect(await at.send(at.colleague, 'GET', `/reservations/${booking.id}/invitations`)).toEqual([]);
  const retry = `/reservations/${booking.id}/invitations/retry`;
  await at.send(at.colleague, 'PUT', retry, undefined, 403);
  // Given up: only who sends it again has it sent.
  await at.server.owner.query('UPDATE booking_letter SET due = NULL, attempts = 40');
  expect(await letters()).toEqual([]);
  expect(await seen()).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
  expect(await at.send(at.employee, 'PUT', retry)).toMatchObject([
    { state: 'waiting' },
    { state: 'waiting' },
  ]);
  await at.send(at.employee, 'PUT', `/reservations/${booking.id}`, { name: 'Other talk' });
  down = false;
  const subjects = (await letters()).map(({ subject }) => subject.split(',')[0]);
  expect(subjects.toSorted()).toEqual(['Booked: Other talk', 'Invitation: Other talk']);
  expect(await seen()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
});

test('a series is one letter to each, with an entry for each booking', async () => {
  const room = await at.space();
  const plan = {
    rule: 'FREQ=WEEKLY;COUNT=4',
    start: `${new Date(at.nine(14)).toISOString().slice(0, 10)}T09:00`,
    minutes: 60,
    user: { id: at.employee.id },
    room: { id: room },
    guests: [ann],
    name: 'Weekly',
  };
  const made = await at.send<{ reservations: { id: number }[] }>(
    at.employee,
    'POST',
    '/reservations/series',
    plan,
  );
  const first = await letters();
  expect(first.map((one) => [one.to, one.entries.length]).toSorted()).toEqual(
    [
      [ann, 4],
      [at.employee.email, 4],
    ].toSorted(),
  );
  await at.send(at.employee, 'PUT', `/reservations/${made.reservations[1]!.id}/cancel`, {
    scope: 'following',
  });
  expect((await letters()).map(({ method, entries }) => [method, entries.length])).toEqual([
    ['CANCEL', 3],
    ['CANCEL', 3],
  ]);
});

test('guests of what needs an approval are invited when it is given', async () => {
  const room = await at.space();
  await at.send(at.manager, 'POST', '/reservations/rules', { room: { id: room }, approval: true });
  const booking = await at.book(at.employee, room, at.nine(), 1, { guests: [ann] });
  expect((await letters()).map(to)).toEqual([at.employee.email]);
  await at.send(at.manager, 'PUT', `/reservations/${booking.id}/approve`);
  expect((await letters()).map(({ to: whom, entries }) => [whom, entries[0]![1]]).toSorted()).toEqual(
    [
      [ann, 'CONFIRMED'],
      [at.employee.email, 'CONFIRMED'],
    ].toSorted(),
  );
});

test('whose booking is given free because nobody came is told, guests or not', async () => {
  const room = await at.space();
  await at.send(at.manager, 'POST', '/reservations/rules', { room: { id: room }, releaseMinutes: 10 });
  await at.book(at.employee, room, Date.now() - 12 * 60_000);
  expect(await letters()).toEqual([]);
  await releaseNoShows(at.server.deps.db);
  expect((await letters()).map((one) => [one.to, one.subject.split(':')[0], one.method])).toEqual([
    [at.employee.email, 'Given free', 'CANCEL'],
  ]);
});

test('without a mail server the letter lies in the outbox, with the part that mail programs look for', async () => {
  await booked({ guests: [ann], name: 'Für Zoë' });
  await sendBookingLetters(at.server.deps);
  const outbox = join(at.server.deps.config.dataDir, 'outbox');
  const files = await Promise.all(
    (await readdir(outbox)).map((name) => readFile(join(outbox, name), 'utf8')),
  );
  const mail = files.find((text) => text.includes(`To: ${ann}`))!;
  expect(mail).toMatch(/content-type: text\/calendar; charset=utf-8; method=REQUEST/i);
});
