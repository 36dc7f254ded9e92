import { expect, test } from 'vitest';
import type { Occurrence } from '#contract/reservation-series.ts';
import type { Reservation } from '#contract/reservations.ts';
import { instantOf, localTimeOf } from '#server/lib/zone-time.ts';
import { DAY, HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const it = spaceBooking();
type Made = { series: { id: number }; reservations: Reservation[]; skipped: Occurrence[] } & Refusal;
type Shown = { occurrences: Occurrence[]; count: number; conflicts: number };

/** A day next January, on the clock: so that both changes of a year lie ahead. */
const year = new Date().getUTCFullYear() + 1;
const day = (n: number, time = '09:00') =>
  `${new Date(Date.UTC(year, 0, 4 + n)).toISOString().slice(0, 10)}T${time}`;
const plan = (room: number, more: object = {}) => ({
  rule: 'FREQ=DAILY;COUNT=5',
  start: day(0),
  minutes: 60,
  user: { id: it.employee.id },
  room: { id: room },
  name: 'Stand-up',
  ...more,
});
const make = (body: object, status = 201, by = it.employee) =>
  it.send<Made>(by, 'POST', '/reservations/series', body, status);
const localOf = (made: Reservation[], zone = 'Europe/Warsaw') =>
  made.map(({ startDate }) => localTimeOf(startDate, zone).slice(0, 16));
const stored = (room: number) =>
  it.send<Reservation[]>(
    it.employee,
    'GET',
    `/reservations?roomId=${room}&showOnlyMyReservations=false&orderBy=startDate&limit=500`,
  );

test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])(
  'a weekly nine stays nine in %s, an hour stays an hour',
  async (zone) => {
    const room = await it.space({}, zone);
    const { reservations } = await make(plan(room, { rule: 'FREQ=WEEKLY;COUNT=52' }));
    expect(reservations).toHaveLength(52);
    expect(new Set(localOf(reservations, zone).map((time) => time.slice(11)))).toEqual(new Set(['09:00']));
    expect(new Set(reservations.map(({ startDate, endDate }) => endDate - startDate))).toEqual(
      new Set([HOUR]),
    );
  },
);

test('a preview shows what is in the way and stores nothing; the series is refused, or leaves it out', async () => {
  const room = await it.space();
  const taken = instantOf(day(2), 'Europe/Warsaw') + HOUR / 2;
  await it.book(it.colleague, room, taken);
  const shown = await it.send<Shown>(it.employee, 'POST', '/reservations/series/preview', plan(room), 200);
  expect([shown.count, shown.conflicts]).toEqual([5, 1]);
  expect(shown.occurrences.map(({ free }) => free)).toEqual([true, true, false, true, true]);
  expect(shown.occurrences[2]).toMatchObject({
    start: `${day(2)}:00`,
    problem: { code: 'space-booking.taken', until: taken + HOUR },
  });
  const { error } = await make(plan(room, { onConflict: 'refuse' }), 409);
  expect([error.code, error.field]).toEqual(['space-booking.taken', 'alternatives']);
  expect(await stored(room)).toHaveLength(1);

  const made = await make(plan(room, { onConflict: 'skip' }));
  expect(localOf(made.reservations)).toEqual([0, 1, 3, 4].map((n) => day(n)));
  expect(made.skipped.map(({ start }) => start)).toEqual([`${day(2)}:00`]);
  expect(new Set(made.reservations.map(({ series }) => series?.id))).toEqual(new Set([made.series.id]));
  await make(plan(room, { onConflict: 'skip' }), 409);
});

test('single dates are left out, moved, or take place elsewhere', async () => {
  const room = await it.space();
  const other = await it.space();
  const { reservations } = await make(
    plan(room, {
      exdates: [day(1)],
      rdates: [day(9, '14:00')],
      alternatives: [
        { start: day(0), skip: true },
        { start: day(2), newStart: day(2, '16:00') },
        { start: day(3), room: { id: other } },
      ],
    }),
  );
  expect(localOf(reservations)).toEqual([day(2, '16:00'), day(3), day(4), day(9, '14:00')]);
  expect(reservations.map((one) => one.room.id)).toEqual([room, other, room, room]);
  const { error } = await make(plan(room, { alternatives: [{ start: day(7), skip: true }] }), 400);
  expect(error.field).toBe('alternatives');
});

test('all day recurs by days of the calendar', async () => {
  const room = await it.space({}, 'Europe/Berlin');
  const { reservations } = await make(
    plan(room, { minutes: undefined, allDay: true, days: 2, rule: 'FREQ=WEEKLY;COUNT=40' }),
  );
  const lengths = new Set(reservations.map(({ startDate, endDate }) => (endDate - startDate) / HOUR));
  expect([...lengths].toSorted((a, b) => a - b)).toEqual([47, 48, 49].filter((hours) => lengths.has(hours)));
  expect(new Set(localOf(reservations, 'Europe/Berlin').map((time) => time.slice(11)))).toEqual(
    new Set(['00:00']),
  );
});

test('what cannot be a series is refused with a sentence', async () => {
  const room = await it.space();
  const cases: [object, string, RegExp][] = [
    [{ rule: 'FREQ=DAILY;COUNT=100000' }, 'rule', /more than 500/],
    [{ rule: 'FREQ=YEARLY' }, 'rule', /two years/],
    [{ rule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30' }, 'rule', /never happens/],
    [{ rule: 'FREQ=HOURLY;COUNT=3' }, 'rule', /days, weeks/],
    [{ rule: 'every Monday' }, 'rule', /FREQ/],
    [{ rule: '' }, 'rule', /FREQ/],
    [{ start: `${year}-02-30T09:00` }, 'start', /not/],
    [{ start: 'soon' }, 'start', /2027-03-01T09:00/],
    [{ minutes: undefined }, 'minutes', /given/],
    [{ minutes: 1500 }, 'minutes', /shorter/],
    [{ numberOfPeople: 500 }, 'numberOfPeople', /larger/],
    [{ room: { id: 999_999 } }, 'room', /another/],
    [{ exdates: [`${year}-13-01T09:00`] }, 'exdates[0]', /date/],
  ];
  for (const [more, field, sentence] of cases) {
    const { error } = await make(plan(room, more), 400);
    expect([JSON.stringify(more), error.field]).toEqual([JSON.stringify(more), field]);
    expect(error.message).toMatch(sentence);
  }
  await make(plan(room, { start: '2020-01-01T09:00' }), 409);
  await make(plan(room), 403, it.colleague);
  expect(await stored(room)).toEqual([]);
});

test('this, this and following, all: edits move by the clock, and only what is meant', async () => {
  const room = await it.space();
  const { reservations } = await make(plan(room, { rule: 'FREQ=DAILY;COUNT=6' }));
  const third = reservations[2]!;
  const edit = (id: number, body: object, status = 200) =>
    it.send<Reservation & Refusal>(it.employee, 'PUT', `/reservations/${id}`, body, status);
  await edit(third.id, { startDate: third.startDate + HOUR, endDate: third.endDate + HOUR });
  expect(localOf(await stored(room))).toEqual(
    [0, 1, 2, 3, 4, 5].map((n) => day(n, n === 2 ? '10:00' : '09:00')),
  );
  const fourth = reservations[3]!;
  // A day later: each takes the place of the next, and none is in the other's way.
  await edit(fourth.id, {
    startDate: fourth.startDate + DAY,
    endDate: fourth.endDate + DAY,
    name: 'Late',
    scope: 'following',
  });
  expect(localOf(await stored(room))).toEqual([day(0), day(1), day(2, '10:00'), day(4), day(5), day(6)]);
  await edit(fourth.id, { startDate: fourth.startDate, endDate: fourth.endDate + 2 * HOUR, scope: 'all' });
  const now = await stored(room);
  expect(localOf(now)).toEqual([day(0), day(1), day(2, '10:00'), day(3), day(4), day(5)]);
  expect(now.map(({ name }) => name)).toEqual(['Stand-up', 'Stand-up', 'Stand-up', 'Late', 'Late', 'Late']);
  expect(now.map(({ startDate, endDate }) => (endDate - startDate) / HOUR)).toEqual([1, 1, 1, 3, 3, 3]);
  expect(now[0]!.series!.id).not.toBe(now[5]!.series!.id);
});

test('an edit of a series that meets another booking changes nothing', async () => {
  const room = await it.space();
  const { reservations } = await make(plan(room));
  await it.book(it.colleague, room, reservations[4]!.startDate + 2 * HOUR);
  const before = await stored(room);
  const [first] = reservations;
  const body = {
    startDate: first!.startDate + 2 * HOUR,
    endDate: first!.endDate + 2 * HOUR,
    name: 'Moved',
    scope: 'all',
  };
  const refusal = await it.send<Refusal>(it.employee, 'PUT', `/reservations/${first!.id}`, body, 409);
  expect(refusal.error.code).toBe('space-booking.taken');
  expect(await stored(room)).toEqual(before);
});

test('cancelling one, it and those after it, all', async () => {
  const room = await it.space();
  const { reservations } = await make(plan(room, { rule: 'FREQ=DAILY;COUNT=6' }));
  const cancel = (n: number, scope?: string) =>
    it.send<Reservation>(it.employee, 'PUT', `/reservations/${reservations[n]!.id}/cancel`, {
      scope,
      reason: 'Over',
    });
  expect(await cancel(1)).toMatchObject({ cancelled: true, cancellationReason: 'Over' });
  expect(localOf(await stored(room))).toEqual([0, 2, 3, 4, 5].map((n) => day(n)));
  await cancel(4, 'following');
  expect(localOf(await stored(room))).toEqual([0, 2, 3].map((n) => day(n)));
  await cancel(2, 'all');
  expect(await stored(room)).toEqual([]);
});
