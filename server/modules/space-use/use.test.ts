import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenSpan } from '#contract/center-hours.ts';
import type { RoomType } from '#contract/places.ts';
import type { Reservation } from '#contract/reservations.ts';
import type { SpaceUse } from '#contract/space-use.ts';
import type { Center } from '#contract/users.ts';
import { HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const it = spaceBooking();
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const stats = (query: string) => it.send<SpaceUse>(it.manager, 'GET', `/stats/reservations?${query}`);

const newType = (name: string) => it.places.send<RoomType>('POST', '/rooms/types', { name });

/** What the clocks of a zone show, by the word of Intl. */
const clockOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (ms: number) => {
    const [day, time] = format.format(ms).split(' ') as [string, string];
    const [hour, minute] = time.split(':').map(Number) as [number, number];
    return { day, hour, minute, weekday: ((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7) + 1 };
  };
};
type Plan = { from: string; until: string; zone: string; hours: readonly OpenSpan[]; holidays: string[] };
type Counted = Pick<
  SpaceUse,
  | 'bookedMs'
  | 'openMs'
  | 'bookedOpenMs'
  | 'bookings'
  | 'cancelled'
  | 'noShows'
  | 'released'
  | 'over'
  | 'cells'
>;

/** The figures, minute by minute, of bookings that begin and end on whole minutes. */
function plainly(listed: readonly Reservation[], spaces: number, plan: Plan): Counted {
  const clock = clockOf(plan.zone);
  const minutes: { at: number; open: boolean; cell: number }[] = [];
  const end = Date.parse(plan.until) + 48 * HOUR;
  for (let at = Date.parse(plan.from) - 24 * HOUR; at < end; at += MINUTE) {
    const { day, weekday, hour, minute } = clock(at);
    if (day < plan.from || day > plan.until) continue;
    const shown = hour * 60 + minute;
    const open =
      !plan.holidays.includes(day) &&
      plan.hours.some((span) => span.weekday === weekday && span.opens <= shown && shown < span.closes);
    minutes.push({ at, open, cell: (weekday - 1) * 24 + hour });
  }
  const first = minutes[0]!.at;
  const after = minutes.at(-1)!.at + MINUTE;
  const cells = Array.from({ length: 168 }, (_, at) => ({
    weekday: Math.floor(at / 24) + 1,
    hour: at % 24,
    bookedMs: 0,
    spaceMs: 0,
  }));
  let [bookedMs, openMs, bookedOpenMs] = [0, 0, 0];
  for (const { at, open, cell } of minutes) {
    const used = listed.filter(
      ({ state, startDate, endDate }) =>
        !['cancelled', 'released'].includes(state) && startDate <= at && at < endDate,
    ).length;
    cells[cell]!.bookedMs += used * MINUTE;
    cells[cell]!.spaceMs += spaces * MINUTE;
    bookedMs += used * MINUTE;
    if (!open) continue;
    openMs += spaces * MINUTE;
    bookedOpenMs += used * MINUTE;
  }
  const begun = listed.filter(({ startDate }) => startDate >= first && startDate < after);
  const of = (...states: string[]) => begun.filter(({ state }) => states.includes(state)).length;
  return {
    bookedMs,
    openMs,
    bookedOpenMs,
    bookings: begun.length - of('cancelled'),
    cancelled: of('cancelled'),
    // All of them are long over.
    over: begun.length - of('cancelled'),
    noShows: of('booked', 'released'),
    released: of('released'),
    cells,
  };
}

test('figures are those of the listed bookings, reckoned minute by minute over a change of the clocks', async () => {
  const [center] = (await it.places.list<Center>('/centers')).filter(
    ({ module }) => module === 'reservation',
  );
  const hours: OpenSpan[] = [
    { weekday: 1, opens: 487, closes: 1020 },
    { weekday: 6, opens: 540, closes: 700 },
    // Sunday, the day of the change, all night.
    { weekday: 7, opens: 0, closes: 185 },
  ];
  const holidays = ['2025-10-27'];
  await it.send(it.admin, 'PUT', `/centers/${center!.id}/hours`, {
    hours,
    holidays: holidays.map((day) => ({ day, name: 'Closed' })),
  });
  const places = [
    { zone: 'Europe/Berlin', days: ['2025-10-25', '2025-10-27'] },
    { zone: 'Europe/Berlin', days: ['2025-03-29', '2025-03-31'] },
    { zone: 'Australia/Lord_Howe', days: ['2025-10-04', '2025-10-06'] },
  ] as const;
  const types = new Map<string, { type: number; rooms: number[] }>();
  for (const { zone } of places) {
    if (types.has(zone)) continue;
    const { id } = await newType(`Kind ${zone}`);
    types.set(zone, {
      type: id,
      rooms: [await it.space({ type: { id } }, zone), await it.space({ type: { id } }, zone)],
    });
  }
  const one = fc.record({
    room: fc.nat(1),
    gap: fc.integer({ min: 0, max: 700 }),
    minutes: fc.integer({ min: 1, max: 2000 }),
    state: fc.constantFrom('booked', 'checked_in', 'checked_out', 'cancelled', 'released'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.array(one, { maxLength: 15 }),
      async ({ zone, days: [from, until] }, wishes) => {
        const { type, rooms } = types.get(zone)!;
        await it.server.owner.query('DELETE FROM reservation');
        const free = rooms.map(() => Date.parse(from) - 30 * HOUR);
        for (const { room, gap, minutes, state } of wishes) {
          const since = free[room]! + gap * MINUTE;
          free[room] = since + minutes * MINUTE;
          await it.places.book(rooms[room]!, since, free[room], state);
        }
        const listed = await it.send<Reservation[]>(
          it.manager,
          'GET',
          '/reservations?includeCancelled=true&includePastReservations=true&showOnlyMyReservations=false&limit=500',
        );
        expect(listed).toHaveLength(wishes.length);
        const found = await stats(`from=${from}&until=${until}&type=${type}`);
        expect(found).toMatchObject(
          plainly(listed, rooms.length, { from, until, zone, hours, holidays }) as object,
        );
        const sum = (what: 'bookedMs' | 'openMs' | 'bookedOpenMs' | 'bookings' | 'noShows') =>
          found.spaces.reduce((all, space) => all + space[what], 0);
        expect(found.spaceCount).toBe(rooms.length);
        for (const what of ['bookedMs', 'openMs', 'bookedOpenMs', 'bookings', 'noShows'] as const)
          expect([what, sum(what)]).toEqual([what, found[what]]);
      },
    ),
    { numRuns: 15 },
  );
}, 30_000);

test('what was left early, and how many people were for how many places', async () => {
  const { id: type } = await newType('Sized');
  const [busy, idle, sizeless] = [
    await it.space({ type: { id: type }, capacity: 10 }),
    await it.space({ type: { id: type }, name: 'Idle', capacity: 4 }),
    await it.space({ type: { id: type }, capacity: null }),
  ];
  const now = Math.floor(Date.now() / QUARTER) * QUARTER;
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(now);
  const early = await it.book(it.employee, busy, now, 2, { numberOfPeople: 3 });
  await it.send(it.employee, 'PUT', `/reservations/${early.id}/checkIn`);
  await it.send(it.employee, 'PUT', `/reservations/${early.id}/checkOut`);
  await it.book(it.employee, sizeless, now, 1, { numberOfPeople: 50 });
  const found = await stats(`from=${today}&until=${today}&type=${type}`);
  expect(found).toMatchObject({
    bookings: 2,
    leftEarly: 1,
    noShows: 0,
    sized: { bookings: 1, people: 3, places: 10 },
    spaceCount: 3,
  });
  const least = await stats(`from=${today}&until=${today}&type=${type}&order=least&limit=1`);
  expect(least.spaces.map(({ id }) => id)).toEqual([idle]);
  expect(least.spaceCount).toBe(3);
  const csv = await it.manager.call(
    'GET',
    `/stats/reservations.csv?from=${today}&until=${today}&type=${type}`,
  );
  const lines = csv.body.trim().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('use in percent');
});

test('without hours of a center, office hours count; the page is told which', async () => {
  await it.server.owner.query('DELETE FROM center_hours');
  const { id: type } = await newType('Alone');
  await it.space({ type: { id: type } });
  const week = await stats(`from=2025-06-02&until=2025-06-08&type=${type}`);
  expect(week).not.toHaveProperty('center');
  expect(week.openMs).toBe(50 * HOUR);
  const none = await stats(`from=2025-06-02&until=2025-06-08&floorId=999999`);
  expect(none).toMatchObject({ spaceCount: 0, openMs: 0, bookings: 0, spaces: [] });
  expect(none.cells).toHaveLength(168);
  const usual = await stats('');
  expect((Date.parse(usual.until) - Date.parse(usual.from)) / HOUR).toBe(27 * 24);
});

test('what is no period is refused by name', async () => {
  for (const [query, field] of [
    ['from=2025-02-30', 'from'],
    ['from=0000-01-01', 'from'],
    ['until=soon', 'until'],
    ['from=2025-06-02&until=2025-06-01', 'from'],
    ['from=2023-06-02&until=2025-06-01', 'from'],
    ['order=best', 'order'],
    ['limit=0', 'limit'],
  ] as const) {
    const { error } = await it.send<Refusal>(
      it.manager,
      'GET',
      `/stats/reservations?${query}`,
      undefined,
      400,
    );
    expect([query, error.field]).toEqual([query, field]);
  }
});
