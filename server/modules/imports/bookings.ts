import { MAX_IMPORT_BOOKINGS } from '#contract/imports.ts';
import { invalid } from '#server/lib/app-error.ts';
import { centersOf, managers, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import {
  bookingOf,
  insertBookings,
  loadSpaces,
  widened,
  wordsOf,
  type Booking,
  type Space,
} from '#server/modules/space-booking/service.ts';
import { judge, type HeldThere, type Want } from './booking-clash.ts';
import { findNamed } from './booking-names.ts';
import { clashTeller } from './booking-report.ts';
import { readBookings, type BookingRow } from './booking-rows.ts';
import { clocksOf, daysLater } from './booking-times.ts';
import { problems, type Planned, type Problems } from './plan.ts';
import type { SheetRow } from './sheet.ts';

type Wanted = Want & { source: BookingRow; space: Space };
export type BookingPlan = Omit<Planned, 'inserts'> & { inserts: Booking[]; rows: number[] };

/** In so many a statement: far from the time that a statement may take. */
const AT_ONCE = 5000;

/** The center that the bookings belong to: the first that the caller manages. @throws 400 */
async function centerOf(tx: Tx, caller: Caller): Promise<number> {
  const [center] = await tx.query<{ id: number }>(
    `SELECT id FROM center WHERE organisation_id = current_organisation() AND module = 'reservation'
       AND ($1::bigint[] IS NULL OR id = ANY($1)) ORDER BY id LIMIT 1`,
    [centersOf(caller, 'reservation', managers) ?? null],
  );
  if (!center) throw invalid('csv', 'needs a reservation center, which your organisation has not');
  return center.id;
}

/** The times of all rows, each in a space that may be booked. @throws 400 when there are too many */
async function wantsOf(tx: Tx, rows: BookingRow[], caller: Caller, found: Problems): Promise<Wanted[]> {
  const meant = await findNamed(tx, rows);
  const rooms = new Set(meant.flatMap((one) => ('room' in one ? [one.room] : [])));
  const spaces = new Map((await loadSpaces(tx, [...rooms], caller.id)).map((space) => [space.id, space]));
  const zones = new Map<string, ReturnType<typeof clocksOf>>();
  const wants: Wanted[] = [];
  for (const [n, source] of rows.entries()) {
    const { row, words, when } = source;
    const names = meant[n]!;
    if (!('room' in names)) {
      found.add(row, names.field, names.message, { problem: 'unknown' });
      continue;
    }
    const space = spaces.get(names.room)!;
    if (!space.reservable) {
      found.add(row, 'space', `is ${space.name}, which cannot be booked`);
      continue;
    }
    if (space.capacity !== null && (words.numberOfPeople ?? 1) > space.capacity) {
      found.add(row, 'numberOfPeople', `is more than the ${space.capacity} that ${space.name} has room for`);
      continue;
    }
    const at = zones.get(space.zone) ?? clocksOf(space.zone);
    zones.set(space.zone, at);
    if (wants.length + when.days.length > MAX_IMPORT_BOOKINGS)
      throw invalid(
        'csv',
        `makes more than ${MAX_IMPORT_BOOKINGS} bookings; import fewer weeks or fewer rows at a time`,
      );
    for (const day of when.days) {
      const slot = { since: at(day, when.from), until: at(daysLater(day, when.lastDay), when.to) };
      // Between two times that the clocks skip or show twice there may be nothing.
      if (slot.until <= slot.since)
        found.add(row, 'end', `is not after the start on ${day}, when the clocks change`);
      else
        wants.push({
          row,
          room: space.id,
          person: names.person ?? caller.id,
          slot,
          wide: widened(slot, space.law),
          source,
          space,
        });
    }
  }
  return wants;
}

/** What holds each of the wanted times already, by its place. */
async function heldFor(tx: Tx, wants: readonly Wanted[]): Promise<Map<number, HeldThere>> {
  const rows = await tx.query<HeldThere & { nth: number }>(
    `SELECT nth, id, user_id AS user, epoch_ms(lower(during)) AS since, epoch_ms(upper(during)) AS until
     FROM held_at($1::bigint[], ARRAY(SELECT to_timestamp(t / 1000.0) FROM unnest($2::bigint[]) t),
       ARRAY(SELECT to_timestamp(t / 1000.0) FROM unnest($3::bigint[]) t), $4::integer[], $5::integer[])`,
    [
      wants.map(({ room }) => room),
      wants.map(({ slot }) => slot.since),
      wants.map(({ slot }) => slot.until),
      wants.map(({ space }) => space.law?.bufferBefore ?? 0),
      wants.map(({ space }) => space.law?.bufferAfter ?? 0),
    ],
  );
  return new Map(rows.map(({ nth, ...held }) => [nth - 1, held]));
}

const bookingFor = ({ source: { words }, space, person, slot }: Wanted, center: number): Booking =>
  bookingOf(space, slot, {
    ...wordsOf({
      name: words.title ?? null,
      notes: words.notes ?? null,
      numberOfPeople: words.numberOfPeople ?? null,
    }),
    user: person,
    center,
    allDay: false,
    series: null,
    managed: true,
  });

/**
 * Bookings of a file or a timetable; each week of a row is one. Who imports is a manager: rules about who, how long and
 * how far ahead do not hold, minutes kept free and the capacity do, and the past is allowed.
 * @throws 400 when there are too many
 */
export async function planBookings(tx: Tx, rows: SheetRow[], caller: Caller): Promise<BookingPlan> {
  const found = problems();
  const center = await centerOf(tx, caller);
  const wants = await wantsOf(tx, readBookings(rows, found), caller, found);
  const verdicts = judge(wants, await heldFor(tx, wants));
  const plan: BookingPlan = { inserts: [], rows: [], updates: [], skip: 0, errors: found.errors };
  const clashes = clashTeller(found);
  for (const [n, want] of wants.entries()) {
    const verdict = verdicts[n]!;
    if (verdict.what === 'there') plan.skip += 1;
    else if (verdict.what === 'store') {
      plan.inserts.push(bookingFor(want, center));
      plan.rows.push(want.row);
    } else clashes.note(want, want.space, want.source.when.days.length, verdict);
  }
  clashes.tell();
  return plan;
}

/** Stores what is free still; what is not is added to the plan's errors. Nobody is written to. */
export async function carryOutBookings(tx: WriteTx, caller: Caller, plan: BookingPlan): Promise<number[]> {
  await tx.query(`SET LOCAL app.news_off = 'on'`);
  const stored: { id: number; room: number; since: number }[] = [];
  for (let at = 0; at < plan.inserts.length; at += AT_ONCE)
    stored.push(...(await insertBookings(tx, caller.id, plan.inserts.slice(at, at + AT_ONCE))));
  if (stored.length < plan.inserts.length) {
    const there = new Set(stored.map(({ room, since }) => `${room} ${since}`));
    const found = problems();
    plan.inserts = plan.inserts.filter(({ room, since }, n) => {
      const kept = there.has(`${room} ${since}`);
      if (!kept)
        found.add(plan.rows[n]!, 'start', 'has just been booked by somebody else', { problem: 'booked' });
      return kept;
    });
    plan.errors.push(...found.errors);
  }
  return stored.map(({ id }) => id);
}
