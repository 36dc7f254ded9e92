import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportPreview, ImportRequest, ImportResult } from '#contract/imports.ts';
import type { Reservation } from '#contract/reservations.ts';
import { parseCsv } from '#contract/csv-read.ts';
import { projectRoot } from '#server/lib/root.ts';
import type { TestUser } from '../../../test/app.ts';
import { HOUR, spaceBooking } from '../../../test/space-booking.ts';
import { dateOrderIn, readClock, readDate, readWeekday, weekly } from './booking-times.ts';

const it = spaceBooking();
const read = (file: string) =>
  readFileSync(resolve(projectRoot, '../shared/data/room-bookings-uniandes', file), 'utf8');
const preview = (by: TestUser, body: ImportRequest) =>
  it.send<ImportPreview>(by, 'POST', '/imports/bookings/preview', body, 200);
const run = (by: TestUser, body: ImportRequest) =>
  it.send<ImportResult>(by, 'POST', '/imports/bookings', body, 200);
/** Past the API, which shows a page at a time. */
async function stored(where: string) {
  const { rows } = await it.server.owner.query<{ count: string }>(
    `SELECT count(*) FROM reservation r JOIN room ON room.id = r.room_id JOIN floor f ON f.id = room.floor_id
     JOIN building b ON b.id = f.building_id WHERE r.organisation_id = $1 AND ${where}`,
    [it.places.organisation],
  );
  return Number(rows[0]!.count);
}

test('the rooms of a university: what overlaps or repeats is told row by row, the rest is stored', async () => {
  await it.places.building({ name: 'Universidad', timeZone: 'America/Bogota' });
  const { name: type } = await it.places.type();
  const rooms = Object.keys(JSON.parse(read('classrooms.json')) as object);
  await it.places.send(
    'POST',
    '/imports/spaces',
    {
      csv: `room\n${rooms.join('\n')}`,
      options: { defaults: { building: 'Universidad', floor: '1', type, reservable: 'yes' } },
    },
    200,
  );
  const csv = read('occupancy.csv');
  const order = {
    csv,
    mapping: { space: 0, weekday: 2, date: 3, start: 4, end: 5 },
    // The first Monday after the last date of the file.
    options: { defaults: { building: 'universidad', weeksFrom: '2018-06-04', weekdayNumbers: 'monday-0' } },
  };
  const tried = await preview(it.manager, order);
  expect(await stored('true')).toBe(0);

  // What the file's own records say, reckoned without the importer.
  const records = parseCsv(csv).slice(1);
  const days = new Map<string, { row: number; start: string; end: string }[]>();
  for (const [n, [room, kind, weekday, date, start, end]] of records.entries()) {
    const day = [room, kind, weekday, date].join(' ');
    days.set(day, [...(days.get(day) ?? []), { row: n + 2, start: start!, end: end! }]);
  }
  const pairs = new Set<string>();
  const repeats: [number, number][] = [];
  for (const slots of days.values()) {
    const met: typeof slots = [];
    for (const slot of slots) {
      const twin = met.find((one) => one.start === slot.start && one.end === slot.end);
      if (twin) repeats.push([slot.row, twin.row]);
      else {
        for (const one of met)
          if (one.start < slot.end && slot.start < one.end) pairs.add(`${one.row} ${slot.row}`);
        met.push(slot);
      }
    }
  }
  expect([pairs.size, repeats.length]).toEqual([4653, 2188]);

  const of = (problem: string) => tried.errors.filter((error) => error.problem === problem);
  expect(of('repeat').map(({ row, rows }) => [row, ...rows!])).toEqual(
    repeats.toSorted((a, b) => a[0] - b[0]),
  );
  const told = of('overlap').flatMap(({ row, rows }) =>
    rows!.map((other) => [row, other].toSorted((a, b) => a - b).join(' ')),
  );
  expect(new Set(told)).toEqual(pairs);
  expect(tried.errors.filter(({ problem }) => problem !== 'repeat' && problem !== 'overlap')).toEqual([]);
  expect(tried.errorCount).toBe(tried.errors.length);
  expect(tried.create).toBe(19_773 - tried.errorCount);

  const done = await run(it.manager, order);
  expect(done).toEqual({
    create: tried.create,
    update: 0,
    skip: 0,
    errors: tried.errors,
    errorCount: tried.errorCount,
  });
  expect(await stored('true')).toBe(done.create);
  // The row of the file as the clocks of Bogotá show it.
  expect(
    await stored(
      `room.name = '.SD_805' AND r.starts = '2018-02-14T18:00-05:00' AND r.ends = '2018-02-14T20:50-05:00'`,
    ),
  ).toBe(1);
  expect(await stored(`room.name = '.SD_805' AND r.starts = '2018-06-04T09:30-05:00'`)).toBe(1);
  // Some of it once more: what is there stays, and what met it is told as before.
  const some = { ...order, csv: csv.split('\n').slice(0, 3001).join('\n') };
  const errorCount = tried.errors.filter(({ row }) => row <= 3001).length;
  expect(await run(it.manager, some)).toMatchObject({ create: 0, skip: 3000 - errorCount, errorCount });
}, 60_000);

test('a timetable stays on the clock, keeps what is booked, and finds its people', async () => {
  const { places, manager, employee, colleague } = it;
  const house = await places.building({ name: 'Berlin', code: 'BER', timeZone: 'Europe/Berlin' });
  const storey = await places.floor({ name: '1', building: { id: house.id } });
  const upstairs = await places.floor({ name: '2', building: { id: house.id } });
  const named = (name: string, more: object = {}) =>
    places.room({ name, floor: { id: storey.id }, capacity: 6, reservable: true, ...more });
  const [room, buffered] = [await named('Aula'), await named('Lab')];
  await named('Twin');
  await named('Twin', { floor: { id: upstairs.id } });
  await named('Store', { reservable: false });
  await it.send(manager, 'POST', '/reservations/rules', {
    room: { id: buffered.id },
    who: 'managers',
    bufferAfter: 15,
  });
  // A Monday in winter time, the third week of which lies in summer time.
  const held = Date.parse('2027-03-22T09:30:00+01:00');
  await it.book(colleague, room.id, held);
  const csv = [
    'Building;Floor;Room;Date;Weekday;Start;End;Organizer;Title;Attendees',
    `ber;;aula;;Monday;09:00;10:00;${employee.email.toUpperCase()};Standup;4`,
    'BER;;Aula;;mon;9:30;11;;;',
    'BER;;Aula;03/30/2027;;8.00 pm;11.30 pm;;;',
    'BER;;Lab;2027-03-30;;0900;1000;;;',
    'BER;;Lab;2027-03-30;;1010;1100;;;',
    'BER;;Twin;2027-03-30;;9;10;;;',
    'BER;2;Twin;2027-03-30;;9;10;;;',
    'BER;;Store;2027-03-30;;9;10;;;',
    'BER;;Cave;2027-03-30;;9;10;;;',
    'Nowhere;;Aula;2027-03-30;;9;10;;;',
    'BER;;Aula;2027-03-31;;9;10;nobody@nowhere.example;;',
    'BER;;Aula;2027-03-31;;9;10;;;7',
    'BER;;Aula;2027-02-30;;9;10;;;',
    'BER;;Aula;2027-03-31;;25:00;10;;;',
    'BER;;Aula;2027-03-31;;10;10;;;',
    'BER;;Aula;;Funday;9;10;;;',
    // What the clocks skip is no time.
    'BER;;Aula;2027-03-28;;02:00;03:00;;;',
    'BER;;Aula;;;2027-04-01 22:00;2027-04-02 06:00;;;',
  ].join('\n');
  const order = { csv, options: { defaults: { weeksFrom: '2027-03-15', weeksUntil: '2027-04-04' } } };
  const bookings = () =>
    it.send<Reservation[]>(
      manager,
      'GET',
      `/reservations?roomId=${room.id}&showOnlyMyReservations=false&startDate=${Date.parse('2027-03-14')}&orderBy=startDate`,
    );
  expect((await preview(manager, order)).mapping).toMatchObject({
    space: 2,
    person: 7,
    title: 8,
    numberOfPeople: 9,
  });
  expect(await bookings()).toHaveLength(1);
  const { create, errors } = await run(manager, order);
  expect(errors!.map(({ row, field, problem }) => [row, field, problem])).toEqual([
    [2, 'start', 'booked'],
    [3, 'start', 'overlap'],
    [3, 'start', 'booked'],
    [6, 'start', 'overlap'],
    [7, 'space', 'unknown'],
    [9, 'space', 'cell'],
    [10, 'space', 'unknown'],
    [11, 'building', 'unknown'],
    [12, 'person', 'unknown'],
    [13, 'numberOfPeople', 'cell'],
    [14, 'date', 'cell'],
    [15, 'start', 'cell'],
    [16, 'end', 'cell'],
    [17, 'weekday', 'cell'],
    [18, 'end', 'cell'],
  ]);
  expect(errors![0]!.message).toBe(
    'Aula is booked from 2027-03-22 09:30 to 10:30 on 1 of 3 dates, first on 2027-03-22',
  );
  expect(errors![1]).toMatchObject({
    rows: [2],
    message: 'overlaps row 2 on 2 of 3 dates, first on 2027-03-15',
  });
  expect(create).toBe(6);
  const made = (await bookings()).filter(({ startDate }) => startDate !== held);
  expect(made.map(({ startDate, user, name }) => [new Date(startDate).toISOString(), user.id, name])).toEqual(
    [
      ['2027-03-15T08:00:00.000Z', employee.id, 'Standup'],
      ['2027-03-29T07:00:00.000Z', employee.id, 'Standup'],
      ['2027-03-30T18:00:00.000Z', manager.id, ''],
      ['2027-04-01T20:00:00.000Z', manager.id, ''],
    ],
  );
  expect(made.at(-1)!.endDate - made.at(-1)!.startDate).toBe(8 * HOUR);
  // Whoever is meant is not written to.
  const { rows: news } = await it.server.owner.query('SELECT FROM booking_news WHERE organisation_id = $1', [
    places.organisation,
  ]);
  expect(news).toEqual([]);

  expect((await it.employee.call('POST', '/imports/bookings', order)).statusCode).toBe(403);
  const refused = async (defaults: Record<string, string>) => {
    const answer = await manager.call('POST', '/imports/bookings', { csv, options: { defaults } });
    return [answer.statusCode, answer.json<{ error: { field: string } }>().error.field];
  };
  expect(await refused({ dateOrder: 'backwards' })).toEqual([400, 'options.defaults.dateOrder']);
  const long = `building,space,weekday,start,end\n${'BER,Aula,1,8,9\n'.repeat(1000)}`;
  const many = await manager.call('POST', '/imports/bookings/preview', {
    csv: long,
    options: { defaults: { weeksFrom: '2027-01-01', weeksUntil: '2028-01-01' } },
  });
  expect([many.statusCode, many.json<{ error: { message: string } }>().error.message]).toEqual([
    400,
    expect.stringContaining('20000'),
  ]);
}, 30_000);

test('dates, times and weekdays are read as people write them', () => {
  expect(dateOrderIn(['', '1/2/27', '2/13/27'])).toBe('month-first');
  expect(dateOrderIn(['1/2/27'])).toBeUndefined();
  expect(() => readDate('date', '1/2/27', undefined)).toThrow('the day or with the month');
  expect(readDate('date', '1.2.27', 'day-first')).toBe('2027-02-01');
  expect(readDate('date', '2/1/2027', 'month-first')).toBe('2027-02-01');
  expect(
    ['9', '930', '09:30', '9.30', '9h30', '12:00 am', '12.15 p.m.', '24:00', '18:30:00'].map((text) =>
      readClock('start', text),
    ),
  ).toEqual([540, 570, 570, 570, 570, 0, 735, 1440, 1110]);
  for (const text of ['24:01', '9:60', '13 pm', '0 am', '9:30Z', 'noon', ''])
    expect(() => readClock('start', text)).toThrow('09:30');
  expect([readWeekday('0', 'monday-0'), readWeekday('0', 'monday-1'), readWeekday('7', 'sunday-1')]).toEqual([
    0, 6, 5,
  ]);
  expect([
    readWeekday('1', 'monday-1'),
    readWeekday('Sun.', 'monday-1'),
    readWeekday('1', 'sunday-1'),
  ]).toEqual([0, 6, 6]);
  expect(weekly(2, '2027-03-17', '2027-03-31')).toEqual(['2027-03-17', '2027-03-24', '2027-03-31']);
  expect(weekly(1, '2027-03-17', undefined)).toEqual(['2027-03-23']);
  expect(weekly(1, '2027-03-17', '2027-03-20')).toEqual([]);
});
