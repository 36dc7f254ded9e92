import { momentsIn } from '#server/lib/words.ts';
import { stateAfter, type ReservationStep } from '#contract/reservation-state.ts';
import type { CancelBody, cancelRange, Scope } from '#contract/reservations.ts';
import type { z } from 'zod';
import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import { managers, may, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { withStandIns } from '#server/lib/stand-in.ts';
import { checkThere, manages } from './check.ts';
import { bookingFor } from './own.ts';
import { renderReservations } from './read-repository.ts';
import { viewerOf } from './read.ts';
import { startOf } from './series-edit.ts';
import { MINUTE } from './slot.ts';
import { loadSpaces } from './space-repository.ts';
import { tell } from './tell.ts';
import { loadRange, loadSeries, setState, type Stored } from './write-repository.ts';

const refused = (code: string, message: string) => new AppError(409, `space-booking.${code}`, message);
const render = async (tx: WriteTx, caller: Caller, id: number) =>
  (await renderReservations(tx, [id], viewerOf(caller)))[0]!;

const standing: Record<Stored['state'], string> = {
  booked: 'has not been checked in to. Check in first.',
  checked_in: 'has been checked in to already.',
  checked_out: 'has been checked out of. Make a new one.',
  cancelled: 'has been cancelled. Make a new one.',
  released: 'was given free, because nobody checked in. Make a new one.',
};

/** The state that the step leads to; undefined when it has been taken already. @throws 409 */
function next(booking: Stored, step: ReservationStep, caller: Caller, now: number) {
  const after = stateAfter(booking.state, step);
  if (!after) throw refused(booking.state.replace('_', '-'), `This booking ${standing[booking.state]}`);
  if (after === booking.state) return undefined;
  // Who leaves late still leaves.
  if (step !== 'checkOut' && booking.until <= now && !caller.siteAdmin)
    throw refused('over', 'This booking is over.');
  return after;
}

/** Earlier than the rule of the space allows, or without the approval that it needs. @throws 409 */
async function checkArrival(tx: WriteTx, booking: Stored, now: number) {
  if (booking.approval === 'awaiting')
    throw refused(
      'awaiting-approval',
      'This booking waits for an approval. Check in when it has been given.',
    );
  const [space] = await loadSpaces(tx, [booking.room], booking.user);
  const early = space?.law?.checkInMinutes;
  if (!space || early === null || early === undefined) return;
  const opens = booking.since - early * MINUTE;
  if (now >= opens) return;
  const clock = momentsIn(space.zone, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  throw refused('too-early', `You can check in to this booking from ${clock.format(opens)} (${space.zone}).`);
}

/** Says that somebody has come. Answers the booking as JSON text; a repeat changes nothing. @throws 403, 404, 409 */
export async function checkIn(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  const booking = await bookingFor(tx, caller, id);
  const now = tx.stamp.getTime();
  const state = next(booking, 'checkIn', caller, now);
  if (state) {
    await checkArrival(tx, booking, now);
    await setState(tx, caller.id, [id], { state });
    await tell(tx, caller.id, [id]);
  }
  return render(tx, caller, id);
}

/** Says that they have left; the rest of the time is free for others from now on. @throws 403, 404, 409 */
export async function checkOut(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  const booking = await bookingFor(tx, caller, id);
  const state = next(booking, 'checkOut', caller, tx.stamp.getTime());
  if (state) {
    await setState(tx, caller.id, [id], { state });
    await tell(tx, caller.id, [id]);
  }
  return render(tx, caller, id);
}

/** The other bookings of the series that the scope means. */
async function siblings(tx: WriteTx, booking: Stored, scope: Scope = 'this'): Promise<number[]> {
  if (scope === 'this' || booking.series === null) return [];
  const open = await loadSeries(tx, booking.series, startOf(booking, scope));
  return open.flatMap(({ id }) => (id === booking.id ? [] : [id]));
}

/** Cancels a booking, or with a scope of its series what has not ended. Answers it as JSON text. @throws 403, 404, 409 */
export async function cancel(tx: WriteTx, caller: Caller, id: number, body: CancelBody): Promise<string> {
  const booking = await bookingFor(tx, caller, id);
  const others = await siblings(tx, booking, body?.scope);
  const state =
    others.length > 0 && booking.until <= tx.stamp.getTime()
      ? undefined
      : next(booking, 'cancel', caller, tx.stamp.getTime());
  const ids = state ? [id, ...others] : others;
  if (ids.length > 0) {
    await setState(tx, caller.id, ids, { state: 'cancelled', reason: body?.reason ?? null });
    await tell(tx, caller.id, ids);
  }
  return render(tx, caller, id);
}

/**
 * Cancels what begins within the dates: of the caller, or for managers of another person or in a room. Answers the ids.
 * @throws 400, 403
 */
export async function cancelWithin(tx: WriteTx, caller: Caller, body: z.output<typeof cancelRange>) {
  const { startDate, endDate, user, room, reason = null } = body;
  if (endDate <= startDate) throw invalid('endDate', 'must be later than startDate');
  if (user) await checkThere(tx, 'user', 'app_user', [user.id]);
  if (room) await checkThere(tx, 'room', 'room', [room.id]);
  const managing = may(caller, 'reservation', managers);
  const whose = user?.id ?? (room && managing ? undefined : caller.id);
  if (whose !== caller.id && !managing) throw forbidden('You may cancel your own bookings.');
  const found = await loadRange(tx, {
    since: startDate,
    until: endDate,
    ...(whose !== undefined && { user: whose }),
    ...(room && { room: room.id }),
  });
  const ids = found.flatMap((one) => (one.user === caller.id || manages(caller, one.center) ? [one.id] : []));
  if (ids.length > 0) await setState(tx, caller.id, ids, { state: 'cancelled', reason });
  await tell(tx, caller.id, ids);
  return { count: ids.length, ids };
}

/** Says yes or no to a booking that waits for it; no cancels it. A repeat changes nothing. @throws 403, 404, 409 */
export async function decide(
  tx: WriteTx,
  caller: Caller,
  id: number,
  { approved, reason }: { approved: boolean; reason?: string | null | undefined },
): Promise<string> {
  const acting = await withStandIns(tx, caller);
  const booking = await bookingFor(tx, acting, id);
  if (!manages(acting, booking.center))
    throw forbidden('Managers of the reservation center approve bookings.');
  const approval = approved ? 'approved' : 'declined';
  if (booking.approval === approval) return render(tx, caller, id);
  if (booking.approval !== 'awaiting' || booking.state !== 'booked')
    throw refused('not-awaiting', 'This booking does not wait for an approval.');
  const state = approved ? 'booked' : 'cancelled';
  await setState(tx, caller.id, [id], { state, approval, reason: reason ?? null });
  await tell(tx, caller.id, [id]);
  return render(tx, caller, id);
}
