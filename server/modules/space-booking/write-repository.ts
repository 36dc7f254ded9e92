import type { ReservationState } from '#contract/reservations.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

export type Approval = 'awaiting' | 'approved' | 'declined' | null;
/** A booking as it is written; times in epoch milliseconds, references as ids. */
export type Booking = {
  room: number;
  user: number;
  center: number;
  since: number;
  until: number;
  allDay: boolean;
  name: string;
  notes: string;
  /** JSON, as sent. */
  guests: unknown;
  people: number;
  private: boolean;
  approval: Approval;
  bufferBefore: number;
  bufferAfter: number;
  series: number | null;
};
export type Stored = Booking & {
  id: number;
  state: ReservationState;
  checkedOutAt: number | null;
  dateUpdated: number;
};

/**
 * Stores bookings, in one order for everybody; answers those that found their space free. The others are left out,
 * without an error that would end the transaction.
 */
export const insertBookings = (tx: WriteTx, author: number, bookings: readonly Booking[]) =>
  tx.named<{ id: number; room: number; since: number }>(
    'booking-insert',
    `INSERT INTO reservation (organisation_id, room_id, user_id, center_id, during, all_day, name, notes, guests,
       number_of_people, private, approval, buffer_before, buffer_after, series_id, created_by, updated_by,
       date_created, date_updated)
     SELECT $2, g.room, g."user", g.center, tstzrange(to_timestamp(g.since / 1000.0), to_timestamp(g.until / 1000.0)),
       g."allDay", g.name, g.notes, coalesce(g.guests, 'null'), g.people, g.private, g.approval, g."bufferBefore",
       g."bufferAfter", g.series, $3, $3, $4, $4
     FROM jsonb_to_recordset($1::jsonb) AS g (room bigint, "user" bigint, center bigint, since bigint, until bigint,
       "allDay" boolean, name text, notes text, guests jsonb, people integer, private boolean, approval text,
       "bufferBefore" integer, "bufferAfter" integer, series bigint)
     ORDER BY g.room, g.since
     ON CONFLICT ON CONSTRAINT reservation_once DO NOTHING
     RETURNING id, room_id AS room, epoch_ms(starts) AS since`,
    [JSON.stringify(bookings), tx.organisation, author, tx.stamp],
  );

const columns = `r.id, r.room_id AS room, r.user_id AS "user", r.center_id AS center, epoch_ms(r.starts) AS since,
  epoch_ms(r.ends) AS until, r.all_day AS "allDay", r.name, r.notes, r.guests, coalesce(r.number_of_people, 1) AS people,
  r.private, r.approval, r.buffer_before AS "bufferBefore", r.buffer_after AS "bufferAfter", r.series_id AS series,
  r.state, epoch_ms(r.checked_out_at) AS "checkedOutAt", epoch_ms(r.date_updated) AS "dateUpdated"`;
const living = 'r.organisation_id = current_organisation() AND r.deleted_at IS NULL';

/** The booking, locked until the transaction ends. */
export async function loadBooking(tx: WriteTx, id: number): Promise<Stored | undefined> {
  const [row] = await tx.named<Stored>(
    'booking-load',
    `SELECT ${columns} FROM reservation r WHERE ${living} AND r.id = $1 FOR UPDATE`,
    [id],
  );
  return row;
}

/** What of the series has not ended and is neither cancelled nor over, from the moment on, in order of time; locked. */
export const loadSeries = (tx: WriteTx, series: number, from: number): Promise<Stored[]> =>
  tx.named<Stored>(
    'booking-load-series',
    `SELECT ${columns} FROM reservation r WHERE ${living} AND r.series_id = $1 AND r.starts >= $2 AND r.ends > $3
       AND r.state IN ('booked', 'checked_in') ORDER BY r.starts FOR UPDATE`,
    [series, new Date(from), tx.stamp],
  );

/** What of the person or in the room begins within the dates and can still be cancelled; locked. */
export const loadRange = (
  tx: WriteTx,
  { since, until, user, room }: { since: number; until: number; user?: number; room?: number },
): Promise<Stored[]> =>
  tx.named<Stored>(
    'booking-load-range',
    `SELECT ${columns} FROM reservation r WHERE ${living} AND r.starts >= $1 AND r.starts < $2 AND r.ends > $5
       AND ($3::bigint IS NULL OR r.user_id = $3) AND ($4::bigint IS NULL OR r.room_id = $4)
       AND r.state IN ('booked', 'checked_in') ORDER BY r.id FOR UPDATE`,
    [new Date(since), new Date(until), user ?? null, room ?? null, tx.stamp],
  );

/** @throws 23P01 when it would meet another booking */
export const updateBooking = (tx: WriteTx, author: number | null, b: Stored) =>
  tx.named(
    'booking-update',
    `UPDATE reservation SET room_id = $2, user_id = $3, during = tstzrange($4, $5), all_day = $6, name = $7, notes = $8,
       guests = $9, number_of_people = $10, private = $11, approval = $12, buffer_before = $13, buffer_after = $14,
       series_id = $15, updated_by = $16, date_updated = $17
     WHERE organisation_id = current_organisation() AND id = $1`,
    [
      b.id,
      b.room,
      b.user,
      new Date(b.since),
      new Date(b.until),
      b.allDay,
      b.name,
      b.notes,
      JSON.stringify(b.guests),
      b.people,
      b.private,
      b.approval,
      b.bufferBefore,
      b.bufferAfter,
      b.series,
      author,
      tx.stamp,
    ],
  );

/** Takes bookings to a state. Who checks out early leaves the rest of the time to others. */
export const setState = (
  tx: WriteTx,
  author: number | null,
  ids: readonly number[],
  {
    state,
    reason = null,
    approval = null,
  }: { state: ReservationState; reason?: string | null; approval?: Approval },
) =>
  tx.named(
    'booking-state',
    `UPDATE reservation SET state = $2, updated_by = $3, date_updated = $4,
       cancellation_reason = coalesce($5, cancellation_reason), approval = coalesce($6, approval),
       checked_in_at = CASE WHEN $2 = 'checked_in' THEN $4 ELSE checked_in_at END,
       checked_out_at = CASE WHEN $2 = 'checked_out' THEN $4 ELSE checked_out_at END,
       during = CASE WHEN $2 = 'checked_out' AND $4 > starts AND $4 < ends THEN tstzrange(starts, $4) ELSE during END
     WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])`,
    [ids, state, author, tx.stamp, reason, approval],
  );

export const removeBooking = (tx: WriteTx, author: number, id: number) =>
  tx.query(
    `UPDATE reservation SET deleted_at = $2, date_updated = $2, updated_by = $3
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, tx.stamp, author],
  );

/** Who changed the booking last, for the sentence that tells the later of two editors. */
export async function lastEditor(tx: Tx, id: number): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    `SELECT u.name FROM reservation r JOIN app_user u ON u.organisation_id = r.organisation_id AND u.id = r.updated_by
     WHERE r.organisation_id = current_organisation() AND r.id = $1`,
    [id],
  );
  return row?.name;
}
