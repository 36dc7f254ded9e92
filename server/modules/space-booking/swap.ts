import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { amended, storeChanges } from './change.ts';
import { manages, spaceFor } from './check.ts';
import { placeHere } from './place-here.ts';
import { GRACE, overlap, widened, type Slot } from './slot.ts';
import type { Space } from './space-repository.ts';
import { checkIn } from './steps.ts';
import { heldBetween, type Held } from './taken.ts';
import { barring } from './walk-in.ts';
import { loadBooking } from './write-repository.ts';

type Moving = Slot & { id: number; allDay: boolean };

/**
 * Where a booking of this time stands when it moves to the space: as it is, or from now on where only what is over is in
 * the way; undefined when it does not fit.
 */
export function swapSlot(
  { law }: Pick<Space, 'law'>,
  { id, since, until, allDay }: Moving,
  held: readonly Held[],
  now: number,
): (Slot & { allDay: boolean }) | undefined {
  const free = (slot: Slot) => !held.some((other) => other.id !== id && overlap(widened(slot, law), other));
  if (free({ since, until })) return { since, until, allDay };
  const rest = { since: Math.max(since, now), until };
  return free(rest) ? { ...rest, allDay: false } : undefined;
}

/**
 * "I'm sitting here": the caller's booking of this time elsewhere moves to the space and is checked in; where it was is
 * free at once. Answers the booking as JSON text; a repeat changes nothing.
 * @throws 400, 403, 404, 409 also when somebody has the space
 */
export async function swap(
  tx: WriteTx,
  caller: Caller,
  { room, reservation }: { room: number; reservation: number },
): Promise<string> {
  await placeHere(tx, room);
  const before = await loadBooking(tx, reservation);
  if (!before) throw invalid('reservation', 'names no booking of yours. Read the page again.');
  if (before.user !== caller.id) throw forbidden('This booking is somebody else’s. You may move your own.');
  if (before.room === room) return checkIn(tx, caller, reservation);
  const now = tx.stamp.getTime();
  if (before.since > now + GRACE)
    throw new AppError(
      409,
      'space-booking.not-now',
      'That booking begins later. Move it when its time has come, or change it under your bookings.',
    );
  const space = await spaceFor(tx, room, caller.id);
  const barred = manages(caller, before.center) ? undefined : barring(space, now);
  if (barred) throw barred;
  const held = await heldBetween(tx, [room], widened(before, space.law));
  const slot = swapSlot(space, before, held, now) ?? before;
  const edit = { room: { id: room } };
  await storeChanges(tx, caller, [amended(tx, caller, before, { edit, space, slot, allDay: slot.allDay })]);
  return checkIn(tx, caller, reservation);
}
