import type { ReservationState } from '#contract/reservations.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { tell } from './tell.ts';
import { setState } from './write-repository.ts';

/** A booking that has yet to begin or goes on; times in epoch milliseconds. */
export type OpenBooking = {
  id: number;
  user: number;
  state: Extract<ReservationState, 'booked' | 'checked_in'>;
  room: { id: number; name: string };
  startDate: number;
  endDate: number;
};

/** What these people have booked beyond the moment. */
export const bookingsBeyond = (tx: Tx, users: readonly number[], moment: Date): Promise<OpenBooking[]> =>
  tx.query<OpenBooking>(
    `SELECT r.id, r.user_id AS "user", r.state, json_build_object('id', room.id, 'name', room.name) AS room,
       epoch_ms(r.starts) AS "startDate", epoch_ms(r.ends) AS "endDate"
     FROM reservation r JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
     WHERE r.organisation_id = current_organisation() AND r.user_id = ANY($1::bigint[]) AND r.deleted_at IS NULL
       AND r.state IN ('booked', 'checked_in') AND r.ends > $2
     ORDER BY r.starts, r.id`,
    [users, moment],
  );

/** Cancels what has yet to begin and ends what goes on, because whoever booked it leaves. @param by none: the clock */
export async function endBookings(
  tx: WriteTx,
  bookings: readonly OpenBooking[],
  reason: string,
  by?: { id: number },
): Promise<void> {
  for (const [state, after] of [
    ['booked', 'cancelled'],
    ['checked_in', 'checked_out'],
  ] as const) {
    const ids = bookings.flatMap((one) => (one.state === state ? [one.id] : []));
    if (ids.length > 0)
      await setState(tx, by?.id ?? null, ids, { state: after, ...(after === 'cancelled' && { reason }) });
  }
  await tell(
    tx,
    by?.id,
    bookings.map(({ id }) => id),
  );
}

/** How many bookings wait for an approval, by center. */
export const awaitingBookings = (tx: Tx, centers: readonly number[]) =>
  tx.query<{ center: number; waiting: number }>(
    `SELECT center_id AS center, count(*) AS waiting FROM reservation
     WHERE organisation_id = current_organisation() AND center_id = ANY($1::bigint[]) AND approval = 'awaiting'
       AND state = 'booked' AND deleted_at IS NULL GROUP BY 1`,
    [centers],
  );
