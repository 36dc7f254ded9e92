import { expect, test } from 'vitest';
import type { AvailableSpace, DaySheet } from '#contract/availability.ts';
import { HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const it = spaceBooking();
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const sheet = (query: string, by = it.employee) => it.send<DaySheet>(by, 'GET', `/reservations/day?${query}`);

test('a day shows bookable spaces with what touches it, and only that', async () => {
  const [room, empty, closed] = [await it.space(), await it.space(), await it.space({ reservable: false })];
  const rooms = `roomId=${room},${empty},${closed}`;
  const nine = it.nine();
  const own = await it.book(it.employee, room, nine, 1, { name: 'Mine', numberOfPeople: 3 });
  await it.book(it.colleague, room, nine + HOUR, 1, { name: 'Secret', private: true });
  const gone = await it.book(it.employee, room, nine + 3 * HOUR);
  await it.send(it.employee, 'PUT', `/reservations/${gone.id}/cancel`);
  const night = await it.book(it.employee, room, nine + 12 * HOUR, 9);
  const { spaces, days } = await sheet(`date=${dayOf(nine)}&${rooms}`);
  expect(days).toBe(1);
  expect(
    new Map(spaces.map(({ id, bookings }) => [id, bookings.map(({ name, mine }) => [name, mine])])),
  ).toEqual(
    new Map([
      [
        room,
        [
          ['Mine', true],
          ['Busy', false],
          ['', true],
        ],
      ],
      [empty, []],
    ]),
  );
  const [found] = spaces.filter(({ id }) => id === room);
  expect(found!.bookings[0]).toMatchObject({
    id: own.id,
    startDate: own.startDate,
    user: { id: it.employee.id },
    phase: 'upcoming',
    numberOfPeople: 3,
  });
  expect(found).toMatchObject({
    timeZone: 'Europe/Warsaw',
    capacity: 6,
    floor: { building: { name: 'Europe/Warsaw' } },
  });
  const tomorrow = await sheet(`date=${dayOf(nine + 24 * HOUR)}&${rooms}`);
  expect(tomorrow.spaces.flatMap(({ bookings }) => bookings.map(({ id }) => id))).toEqual([night.id]);
  const seen = await sheet(`date=${dayOf(nine)}&${rooms}`, it.manager);
  expect(seen.spaces.flatMap(({ bookings }) => bookings.map(({ name }) => name))).toContain('Secret');
});

test('a day is that of the building, and a week is seven of them', async () => {
  const room = await it.space({}, 'Europe/Berlin');
  const long = (await sheet(`date=2035-10-28&roomId=${room}`)).spaces[0]!;
  expect((long.dayEnd - long.dayStart) / HOUR).toBe(25);
  expect(long.dayStart).toBe(Date.UTC(2035, 9, 27, 22));
  const week = (await sheet(`date=2035-10-22&days=7&roomId=${room}`)).spaces[0]!;
  expect((week.dayEnd - week.dayStart) / HOUR).toBe(7 * 24 + 1);
  // Where midnight is skipped, the day begins an hour later.
  const beirut = (await sheet(`date=2026-03-29&roomId=${await it.space({}, 'Asia/Beirut')}`)).spaces[0]!;
  expect((beirut.dayEnd - beirut.dayStart) / HOUR).toBe(23);
});

test('a search gives what is free first, and says why the others are not', async () => {
  const size = Math.floor(Math.random() * 1e6);
  const name = (what: string) => ({ name: `Search ${size} ${what}` });
  const [free, small, busy] = [
    await it.space(name('C')),
    await it.space({ ...name('A'), capacity: 2 }),
    await it.space(name('B')),
  ];
  await it.space({ ...name('D'), reservable: false });
  const nine = it.nine();
  await it.book(it.colleague, busy, nine - HOUR, 2);
  await it.book(it.colleague, busy, nine + HOUR, 1);
  const ask = (more: string) =>
    it.send<AvailableSpace[]>(it.employee, 'GET', `/reservations/availability?search=search ${size}&${more}`);
  const window = `startDate=${nine}&endDate=${nine + 2 * HOUR}`;
  expect(
    (await ask(`${window}&numberOfPeople=4`)).map(({ id, free: is, reason }) => [id, is, reason]),
  ).toEqual([
    [free, true, undefined],
    [small, false, { code: 'too-small', limit: 2 }],
    [busy, false, { code: 'taken', until: nine + 2 * HOUR }],
  ]);
  expect((await ask(`${window}&freeOnly=true`)).map(({ id }) => id)).toEqual([small, free]);
  expect((await ask(`${window}&limit=1&startAt=1`)).map(({ id }) => id)).toEqual([free]);
  expect(
    (await ask(`startDate=${nine + 2 * HOUR}&endDate=${nine + 3 * HOUR}`)).every((space) => space.free),
  ).toBe(true);
});

test('what is no day and no time is refused', async () => {
  for (const [path, field] of [
    ['day', 'date'],
    ['day?date=tomorrow', 'date'],
    ['day?date=2027-02-30', 'date'],
    ['day?date=2027-03-01&days=400', 'days'],
    ['availability', 'startDate'],
    ['availability?startDate=5&endDate=5', 'endDate'],
  ] as const) {
    const { error } = await it.send<Refusal>(it.employee, 'GET', `/reservations/${path}`, undefined, 400);
    expect([path, error.field]).toEqual([path, field]);
  }
});
