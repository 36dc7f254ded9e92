import type { CountedDay, LeaveSpan } from '#contract/leave-rules.ts';
import type { LeaveEventKind, LeaveStatus } from '#contract/leaves.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { HERE } from './sql.ts';

export type Wish = LeaveSpan & {
  user: number;
  type: number;
  delegate: number | null;
  note: string;
};
export type NewLeave = Wish & { days: number; approvals: number; state: LeaveStatus };

const columns = ({
  type,
  startDate,
  endDate,
  startsAtNoon,
  endsAtNoon,
  delegate,
  note,
  ...rest
}: NewLeave) => [
  type,
  startDate,
  endDate,
  startsAtNoon,
  endsAtNoon,
  delegate,
  note,
  rest.days,
  rest.approvals,
];
/** @throws 23P01 when it meets another leave of the person */
export async function insertLeave(tx: WriteTx, author: number, leave: NewLeave): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO leave (organisation_id, leave_type_id, starts, ends, starts_at_noon, ends_at_noon, delegate_id, note,
       days, approvals, user_id, state, decided_at, created_by, updated_by, date_created, date_updated)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
       CASE WHEN $11 = 'approved' THEN $13::timestamptz END, $12, $12, $13, $13) RETURNING id`,
    [...columns(leave), leave.user, leave.state, author, tx.stamp],
  );
  return row!.id;
}
/** What has been approved by one of several is to be approved anew. @throws 23P01 as `insertLeave` */
export const updateLeave = (tx: WriteTx, author: number, id: number, leave: NewLeave) =>
  tx.query(
    `UPDATE leave SET leave_type_id = $1, starts = $2, ends = $3, starts_at_noon = $4, ends_at_noon = $5,
       delegate_id = $6, note = $7, days = $8, approvals = $9, approvals_given = 0, state = $10, updated_by = $11,
       date_updated = $12, decided_at = CASE WHEN $10 = 'approved' THEN $12::timestamptz END
     WHERE ${HERE} AND id = $13`,
    [...columns(leave), leave.state, author, tx.stamp, id],
  );

export const writeDays = async (tx: WriteTx, id: number, days: readonly CountedDay[]) => {
  await tx.query(`DELETE FROM leave_day WHERE ${HERE} AND leave_id = $1`, [id]);
  await tx.query(
    `INSERT INTO leave_day (organisation_id, leave_id, day, amount)
     SELECT current_organisation(), $1, g.day, g.amount FROM jsonb_to_recordset($2) AS g (day date, amount numeric)`,
    [id, JSON.stringify(days)],
  );
};
/** Gives back the days from this one on. @param from null: all */
export const giveBackDays = (tx: WriteTx, id: number, from: string | null) =>
  tx.query(
    `DELETE FROM leave_day WHERE ${HERE} AND leave_id = $1 AND ($2::date IS NULL OR day >= $2::date)`,
    [id, from],
  );

type Standing = { state: LeaveStatus; approvals?: number; given?: number; comment?: string };
export const setStanding = (tx: WriteTx, author: number, id: number, to: Standing) =>
  tx.query(
    `UPDATE leave SET state = $2, approvals = coalesce($3, approvals), approvals_given = coalesce($4, approvals_given),
       comment = coalesce($5, comment), updated_by = $6, date_updated = $7,
       decided_by = CASE WHEN $2 IN ('approved', 'rejected') THEN $6 ELSE decided_by END,
       decided_at = CASE WHEN $2 IN ('approved', 'rejected') THEN $7 ELSE decided_at END
     WHERE ${HERE} AND id = $1`,
    [id, to.state, to.approvals ?? null, to.given ?? null, to.comment ?? null, author, tx.stamp],
  );

export type NewEvent = {
  kind: LeaveEventKind;
  by: number | null;
  insteadOf?: number | null;
  comment?: string;
};
export async function addEvent(tx: WriteTx, leave: number, event: NewEvent): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO leave_event (organisation_id, leave_id, kind, at, entered_by, instead_of_id, comment)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6) RETURNING id`,
    [leave, event.kind, tx.stamp, event.by, event.insteadOf ?? null, event.comment ?? ''],
  );
  return row!.id;
}

/** The managers that have to approve one after the other: how many there are of those asked for, at least one. */
export async function chainLength(tx: Tx, user: number, wanted: number): Promise<number> {
  const [row] = await tx.query<{ length: number }>(
    `SELECT CASE WHEN leave_manager($1, 1) IS NULL THEN 1 WHEN leave_manager($1, 2) IS NULL THEN 2 ELSE 3 END AS length`,
    [user],
  );
  return Math.min(wanted, row!.length);
}
export async function managerAt(tx: Tx, user: number, given: number): Promise<number | null> {
  const [row] = await tx.query<{ id: number | null }>('SELECT leave_manager($1, $2) AS id', [user, given]);
  return row!.id;
}

export const noteReleased = (tx: WriteTx, leave: number, bookings: readonly number[]) =>
  tx.query(
    `INSERT INTO leave_released (organisation_id, leave_id, reservation_id)
     SELECT current_organisation(), $1, unnest($2::bigint[]) ON CONFLICT DO NOTHING`,
    [leave, bookings],
  );
export async function releasedOf(tx: Tx, leave: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT reservation_id AS id FROM leave_released WHERE ${HERE} AND leave_id = $1 AND restored IS NULL ORDER BY 1`,
    [leave],
  );
  return rows.map(({ id }) => id);
}
export const noteRestored = (
  tx: WriteTx,
  leave: number,
  outcomes: readonly { id: number; lost?: string | undefined }[],
) =>
  tx.query(
    `UPDATE leave_released x SET restored = g.lost IS NULL, lost = g.lost
     FROM jsonb_to_recordset($2) AS g (id bigint, lost text)
     WHERE x.organisation_id = current_organisation() AND x.leave_id = $1 AND x.reservation_id = g.id`,
    [leave, JSON.stringify(outcomes)],
  );
