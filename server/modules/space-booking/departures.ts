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

/**
 * The person's bookings of seats, and of places for their car, that have yet to be used and lie wholly between two times
 * of the clocks of each building, such as 2027-03-01T12:00 and 2027-03-05T24:00. Rooms where people meet stay: others
 * may come there.
 */
export const seatsBetween = (
  tx: Tx,
  user: number,
  { from, until }: { from: string; until: string },
): Promise<OpenBooking[]> =>
  tx.query<OpenBooking>(
    `SELECT r.id, r.user_id AS "user", r.state, json_build_object('id', room.id, 'name', room.name) AS room,
       epoch_ms(r.starts) AS "startDate", epoch_ms(r.ends) AS "endDate"
     FROM reservation r JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
     JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
     JOIN organisation company ON company.id = r.organisation_id
     WHERE r.organisation_id = current_organisation() AND r.user_id = $1 AND r.deleted_at IS NULL AND r.state = 'booked'
       AND r.ends > now() AND (kind.occupiable OR kind.parking_space)
       AND r.starts AT TIME ZONE coalesce(house.time_zone, company.time_zone) >= $2::timestamp
       AND r.ends AT TIME ZONE coalesce(house.time_zone, company.time_zone) <= $3::timestamp
     ORDER BY r.starts, r.id`,
    [user, from, until],
  );

/**
 * Books again what `endBookings` cancelled, as far as that is still possible; of the others answers why not.
 * What was decided on its approval still holds.
 */
export async function restoreBookings(
  tx: WriteTx,
  ids: readonly number[],
  by?: { id: number },
): Promise<{ id: number; lost?: string }[]> {
  const outcomes: { id: number; lost?: string }[] = [];
  for (const id of ids) {
    const [found] = await tx.query<{ lost: string | null }>(
      `SELECT CASE WHEN r.ends <= now() THEN 'Its time is past.'
         WHEN r.state <> 'cancelled' OR r.deleted_at IS NOT NULL THEN 'It has been changed since.'
         WHEN room.deleted_at IS NOT NULL OR NOT room.reservable THEN 'The space can no longer be booked.'
         WHEN EXISTS (SELECT FROM held_between(ARRAY[r.room_id], lower(r.blocked), upper(r.blocked)))
           THEN 'The space has been booked by somebody else.' END AS lost
       FROM reservation r JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
       WHERE r.organisation_id = current_organisation() AND r.id = $1`,
      [id],
    );
    if (!found || found.lost !== null) {
      outcomes.push({ id, lost: found?.lost ?? 'It is gone.' });
      continue;
    }
    await tx.query(
      `UPDATE reservation SET state = 'booked', cancellation_reason = NULL, updated_by = $2, date_updated = $3
       WHERE organisation_id = current_organisation() AND id = $1`,
      [id, by?.id ?? null, tx.stamp],
    );
    outcomes.push({ id });
  }
  await tell(
    tx,
    by?.id,
    outcomes.flatMap(({ id, lost }) => (lost === undefined ? [id] : [])),
  );
  return outcomes;
}
