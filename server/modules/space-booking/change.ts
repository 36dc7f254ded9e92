import type { ReservationEdit } from '#contract/reservations.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { breach, checkEndAhead, checkNotPast, checkPeople, checkSpace, manages } from './check.ts';
import type { Slot } from './slot.ts';
import { lockRooms, type Space } from './space-repository.ts';
import { conflictsOf, TAKEN } from './taken.ts';
import { tell } from './tell.ts';
import { updateBooking, type Stored } from './write-repository.ts';

/** What an edit makes of a booking, and of that what has to be looked at. */
export type Change = { before: Stored; after: Stored; space: Space; moved: boolean };

/** The booking as the edit wants it. @param slot where it stands then @throws 400, 409 */
export function amended(
  tx: WriteTx,
  caller: Caller,
  before: Stored,
  { edit, space, slot, allDay }: { edit: ReservationEdit; space: Space; slot: Slot; allDay: boolean },
): Change {
  const now = tx.stamp.getTime();
  const moved = space.id !== before.room || slot.since !== before.since || slot.until !== before.until;
  const after: Stored = {
    ...before,
    ...slot,
    allDay,
    room: space.id,
    user: edit.user?.id ?? before.user,
    name: edit.name === undefined ? before.name : (edit.name ?? ''),
    notes: edit.notes === undefined ? before.notes : (edit.notes ?? ''),
    guests: edit.guests === undefined ? before.guests : edit.guests,
    people: edit.numberOfPeople === undefined ? before.people : (edit.numberOfPeople ?? 1),
    private: edit.private ?? before.private,
  };
  if (moved || after.people !== before.people) checkPeople(space, after.people);
  if (!moved && after.user === before.user) return { before, after, space, moved };

  checkMovable(before, caller, now);
  checkSpace(space);
  if (slot.since === before.since) checkEndAhead(slot, caller, now);
  else checkNotPast(slot, allDay, caller, now);
  const managed = manages(caller, before.center);
  const broken = managed ? undefined : breach(space, slot, now);
  if (broken) throw broken;
  const { law } = space;
  after.approval = law?.approval ? (managed ? (before.approval ?? null) : 'awaiting') : null;
  after.bufferBefore = law?.bufferBefore ?? 0;
  after.bufferAfter = law?.bufferAfter ?? 0;
  return { before, after, space, moved: true };
}

/** What is said of a booking that is in none of the states in which it can be moved. */
const fixed: Partial<Record<Stored['state'], string>> = {
  cancelled: 'This booking has been cancelled and cannot be moved. Make a new one.',
  released: 'This booking has been given free and cannot be moved. Make a new one.',
  checked_out: 'This booking has ended and cannot be moved. Make a new one.',
};

/** @throws 409 for what is cancelled, released, left or over */
function checkMovable({ state, until }: Stored, caller: Caller, now: number): void {
  if (state !== 'booked' && state !== 'checked_in')
    throw new AppError(
      409,
      'space-booking.closed',
      fixed[state] ?? 'This booking cannot be moved. Make a new one.',
    );
  if (until <= now && !caller.siteAdmin)
    throw new AppError(
      409,
      'space-booking.over',
      'This booking is over and cannot be moved. Make a new one.',
    );
}

/** Stores the changes, the rooms' rows locked first, in an order in which they do not meet each other. @throws 409 */
export async function storeChanges(tx: WriteTx, caller: Caller, changes: Change[]): Promise<void> {
  const moving = changes.filter(({ moved }) => moved);
  if (moving.length > 0) {
    await lockRooms(tx, [...new Set(moving.flatMap(({ before, after }) => [before.room, after.room]))]);
    const own = moving.map(({ before }) => before.id);
    const wishes = moving.map(({ space, after }) => ({ space, slot: after }));
    const conflict = (await conflictsOf(tx, wishes, own)).find((found) => found !== undefined);
    if (conflict) throw new AppError(409, conflict.code, conflict.message, { field: 'startDate' });
  }
  // Of what moves later the last goes first, of what moves earlier the first: none meets one yet to go.
  const later = moving.some(({ before, after }) => after.since > before.since);
  const order = changes.toSorted((a, b) => (a.before.since - b.before.since) * (later ? -1 : 1));
  try {
    for (const { after } of order) await updateBooking(tx, caller.id, after);
  } catch (error) {
    if ((error as { code?: string }).code !== '23P01') throw error;
    throw new AppError(409, TAKEN, 'The space is taken at that time. Choose another time or space.', {
      field: 'startDate',
    });
  }
  await tell(
    tx,
    caller.id,
    changes.map(({ after }) => after.id),
  );
}
