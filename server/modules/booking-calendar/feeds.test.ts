import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { CalendarFeed, CalendarFeedMade } from '#contract/booking-calendar.ts';
import { projectRoot } from '#server/lib/root.ts';
import { spaceBooking } from '../../../test/space-booking.ts';
import { calendarOf } from './calendar.ts';
import type { CalendarEvent } from './event-repository.ts';

const at = spaceBooking();

const open = (url: string, headers: Record<string, string> = {}) =>
  at.server.app.inject({ url: new URL(url).pathname, headers });
const summaries = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => event.getFirstPropertyValue('summary'));
const make = (by: typeof at.employee, body: object = {}) =>
  at.send<CalendarFeedMade>(by, 'POST', '/reservations/feeds', body);

test('a person has one link, which shows their bookings until it is renewed or taken away', async () => {
  const room = await at.space();
  const booking = await at.book(at.employee, room, at.nine(), 1, {
    name: 'Mine, private',
    private: true,
    notes: 'N',
  });
  await at.book(at.colleague, room, at.nine(8), 1, { name: 'Not mine' });
  await at.book(at.employee, room, at.nine(2), 1, { allDay: true, name: 'Whole day' });
  const { id, url } = await make(at.employee);
  expect((await at.employee.call('POST', '/reservations/feeds', {})).statusCode).toBe(409);
  const answer = await open(url);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'cache-control': 'private, no-cache',
  });
  expect(summaries(answer.body)).toEqual(['Whole day', 'Mine, private']);
  expect(answer.body).toContain('DTSTART;VALUE=DATE:');

  const etag = String(answer.headers.etag);
  const modified = String(answer.headers['last-modified']);
  expect((await open(url, { 'if-none-match': etag })).statusCode).toBe(304);
  expect((await open(url, { 'if-modified-since': modified })).statusCode).toBe(304);
  await at.send(at.employee, 'PUT', `/reservations/${booking.id}/cancel`);
  const later = await open(url, { 'if-none-match': etag, 'if-modified-since': modified });
  expect([later.statusCode, summaries(later.body)]).toEqual([200, ['Whole day']]);

  expect((await at.colleague.call('PUT', `/reservations/feeds/${id}/renew`)).statusCode).toBe(404);
  const renewed = await at.send<CalendarFeedMade>(at.employee, 'PUT', `/reservations/feeds/${id}/renew`);
  expect([(await open(url)).statusCode, (await open(renewed.url)).statusCode]).toEqual([404, 200]);
  expect(await at.send<CalendarFeed[]>(at.employee, 'GET', '/reservations/feeds')).toEqual([
    { id, dateCreated: renewed.dateCreated, dateUpdated: renewed.dateUpdated },
  ]);
  await at.send(at.employee, 'DELETE', `/reservations/feeds/${id}`);
  expect((await open(renewed.url)).statusCode).toBe(404);
});

test('managers make the links of spaces, which tell nothing that is private', async () => {
  const room = await at.space();
  await at.book(at.employee, room, at.nine(), 1, {
    name: 'Secret plans',
    private: true,
    notes: 'hush',
    guests: ['g@x.example'],
  });
  await at.book(at.colleague, room, at.nine(8), 1, { name: 'Open house', notes: 'inner matter' });
  expect((await at.employee.call('POST', '/reservations/feeds', { room: { id: room } })).statusCode).toBe(
    403,
  );
  const { url } = await make(at.manager, { room: { id: room } });
  const { body } = await open(url);
  expect(summaries(body)).toEqual(['Busy', 'Open house']);
  expect(body).not.toMatch(/Secret|hush|inner|g@x|Person/);
  expect(await at.send(at.employee, 'GET', '/reservations/feeds')).toEqual([]);
});

test('who has left has no calendar any more, and the link is stored nowhere', async () => {
  const person = await at.admin.person();
  const { url } = await make(person);
  const token = /([\w-]{27})\.ics$/.exec(url)![1]!;
  const { rows } = await at.server.owner.query<{ text: string }>(
    `SELECT string_agg(row, ' ') AS text FROM (SELECT f::text AS row FROM calendar_feed f
       UNION ALL SELECT k::text FROM idempotency_key k UNION ALL SELECT a::text FROM audit_log a) t`,
  );
  expect(rows[0]!.text).not.toContain(token);
  await at.send(at.admin, 'DELETE', `/users/${person.id}`);
  expect((await open(url)).statusCode).toBe(404);
});

test('whatever a booking is called, the calendar is one that programs can read', async () => {
  const path = resolve(projectRoot, '../shared/data/bad-input/naughty-strings/blns.json');
  const naughty = JSON.parse(await readFile(path, 'utf8')) as string[];
  expect(naughty.length).toBeGreaterThan(300);
  const event: CalendarEvent = {
    id: 1,
    name: '',
    notes: '',
    guests: [],
    private: false,
    allDay: false,
    since: 1_800_000_000_000,
    until: 1_800_003_600_000,
    state: 'booked',
    approval: null,
    removed: false,
    reason: null,
    sequence: 0,
    updated: 1_790_000_000_000,
    zone: 'Europe/Warsaw',
    room: 'R',
    floor: 'F',
    building: 'B',
    organiser: { id: 1, name: '', email: 'o@x.example', gone: false },
    createdBy: null,
    updatedBy: null,
  };
  const strings = [
    ...naughty,
    'a\r\nEND:VCALENDAR',
    'x;y,z\\n"q"',
    '\ud800',
    '🏢'.repeat(60),
    'é'.repeat(99),
  ];
  for (const text of strings) {
    const attendee = { email: 'a@x.example', name: text, accepted: false };
    const entry = {
      event: { ...event, room: text },
      title: text,
      description: text,
      stamp: 1,
      organiser: event.organiser,
      attendee,
    };
    const calendar = calendarOf([entry], { domain: 'd.example', site: 'http://localhost', name: text });
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of calendar.split('\r\n'))
      expect([line, Buffer.byteLength(line) <= 75]).toEqual([line, true]);
    const read = new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent')!;
    // Controls and halves of signs are gone, and an empty text is none.
    const kept = text
      .slice(0, 500)
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/[^\P{Cc}\n\t]/gu, '');
    expect(read.getFirstPropertyValue('summary')).toBe(kept);
    expect(read.getAllProperties('attendee')).toHaveLength(1);
    expect(read.getAllProperties('organizer')).toHaveLength(1);
    expect(read.getFirstProperty('attendee')!.getFirstValue()).toBe('mailto:a@x.example');
  }
});
