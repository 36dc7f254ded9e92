import type { LeaveSpan } from '#contract/leave-rules.ts';
import type { ReleasedBooking } from '#contract/leaves.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { endBookings, restoreBookings, seatsBetween } from '#server/modules/space-booking/service.ts';
import { noteReleased, noteRestored, releasedOf } from './write-repository.ts';

/** From the first moment of the leave to its last, on whatever clocks: 2027-03-01T12:00 begins a leave at noon. */
const clockOf = ({ startDate, endDate, startsAtNoon, endsAtNoon }: LeaveSpan) => ({
  from: `${startDate}T${startsAtNoon ? '12:00' : '00:00'}`,
  until: endsAtNoon ? `${endDate}T12:00` : `${endDate}T24:00`,
});

const seatsIn = (tx: Tx, user: number, span: LeaveSpan) => seatsBetween(tx, user, clockOf(span));

/** The seats that the approval of such a leave would give free. */
export const bookingsWithin = async (tx: Tx, user: number, span: LeaveSpan): Promise<ReleasedBooking[]> =>
  (await seatsIn(tx, user, span)).map(({ id, room, startDate, endDate }) => ({
    id,
    space: room,
    startDate,
    endDate,
  }));

/**
 * Cancels the person's bookings of seats that lie within the leave, so that others may sit there. Not released: that
 * would count as not having come.
 */
export async function takeEffect(
  tx: WriteTx,
  caller: Caller,
  id: number,
  leave: LeaveSpan & { user: number },
): Promise<void> {
  const seats = await seatsIn(tx, leave.user, leave);
  if (seats.length === 0) return;
  const days = leave.startDate === leave.endDate ? leave.startDate : `${leave.startDate} to ${leave.endDate}`;
  await endBookings(tx, seats, `Away ${days}`, caller);
  await noteReleased(
    tx,
    id,
    seats.map((seat) => seat.id),
  );
}

/** Books again what the leave gave free, as far as that is still possible. */
export async function undoEffect(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  const released = await releasedOf(tx, id);
  if (released.length === 0) return;
  await noteRestored(tx, id, await restoreBookings(tx, released, caller));
}
