import { userShort } from '#server/lib/user-json.ts';

// SQL over the alias `l` of leave. $1 is the caller, $2 whether they are a site administrator.

export const HERE = 'organisation_id = current_organisation()';
const people = (condition: string) =>
  `SELECT u.id FROM app_user u WHERE u.organisation_id = current_organisation() AND ${condition}`;
/** Those of whom the caller is manager, the manager's manager, and so on. */
const below = [
  people('u.manager_id = $1'),
  people(`u.manager_id IN (${people('u.manager_id = $1')})`),
  people(`u.manager_id IN (${people(`u.manager_id IN (${people('u.manager_id = $1')})`)})`),
];
/** The caller stands in the chain of managers that have to approve. */
const inChain = `(${below.map((ids, n) => `l.approvals > ${n} AND l.user_id IN (${ids})`).join(' OR ')})`;
/** A person, as `of.column`, whom the caller manages directly or through others. */
export const manages = (column: string) => `(${below.map((ids) => `${column} IN (${ids})`).join(' OR ')})`;

const manager = 'leave_manager(l.user_id, l.approvals_given)';
const approver = 'leave_approver(l.user_id, l.approvals_given)';
/** It is the caller's turn: as the manager, or in the stead of one who is away. */
const myTurn = `l.state = 'pending' AND l.user_id <> $1
  AND ${manager} = ANY(ARRAY(SELECT acts_for($1, organisation_day())))`;

/** Waits for the caller. What nobody else may decide waits for all site administrators. */
export const waitsForCaller = `(${myTurn}
  OR ($2 AND l.state = 'pending' AND l.user_id <> $1 AND ${approver} IS NULL))`;

/** Whose type and note the caller may know: their own, what they may decide on or have decided, and all for administrators. */
export const visible = `($2::boolean OR l.user_id = $1::bigint OR ${inChain} OR (${myTurn})
  OR l.id IN (SELECT e.leave_id FROM leave_event e WHERE e.organisation_id = current_organisation()
    AND e.entered_by = $1 AND e.kind IN ('endorsed', 'approved', 'rejected')))`;

const steps = {
  edit: `l.state = 'pending' AND (l.user_id = $1 OR $2)`,
  approve: `l.state = 'pending' AND l.user_id <> $1 AND ($2 OR ${myTurn})`,
  reject: `l.state = 'pending' AND l.user_id <> $1 AND ($2 OR ${myTurn})`,
  withdraw: `l.state = 'pending' AND (l.user_id = $1 OR $2)`,
  cancel: `l.state = 'approved' AND ($2 OR (l.user_id = $1 AND l.ends >= organisation_day())
    OR (l.user_id <> $1 AND (l.decided_by = $1 OR ${inChain})))`,
};
/** The steps that the caller may take now, as text[]. */
export const allowed = `array_remove(ARRAY[${Object.entries(steps)
  .map(([name, may]) => `CASE WHEN ${may} THEN '${name}' END`)
  .join(', ')}], NULL)`;

const booking = `'id', b.id, 'space', json_build_object('id', s.id, 'name', s.name), 'startDate', epoch_ms(b.starts),
  'endDate', epoch_ms(b.ends)`;
const bookings = (condition: string, more = '') => `(
  SELECT coalesce(json_agg(json_build_object(${booking}${more}) ORDER BY b.starts, b.id), '[]')
  FROM leave_released x
  JOIN reservation b ON b.organisation_id = x.organisation_id AND b.id = x.reservation_id
  JOIN room s ON s.organisation_id = b.organisation_id AND s.id = b.room_id
  WHERE x.organisation_id = l.organisation_id AND x.leave_id = l.id AND ${condition})`;

export const spanColumns = `l.starts::text AS "startDate", l.ends::text AS "endDate",
  l.starts_at_noon AS "startsAtNoon", l.ends_at_noon AS "endsAtNoon"`;

/** The contract's `leave`. */
export const leaveJson = `json_strip_nulls(row_to_json((SELECT whole FROM (SELECT l.id,
  ${userShort('l', 'user_id')} AS "user",
  (SELECT json_build_object('id', t.id, 'name', t.name) FROM leave_type t
    WHERE t.organisation_id = l.organisation_id AND t.id = l.leave_type_id) AS type,
  ${spanColumns}, l.days::float8 AS days, l.note, ${userShort('l', 'delegate_id')} AS delegate, l.state AS status,
  l.approvals, l.approvals_given AS "approvalsGiven",
  (SELECT ${userShort('turn', 'id')} FROM (SELECT l.organisation_id, ${approver} AS id) turn
    WHERE l.state = 'pending') AS approver,
  ${userShort('l', 'decided_by')} AS "decidedBy", epoch_ms(l.decided_at) AS "decidedAt", l.comment,
  ${bookings('x.restored IS NULL')} AS released, ${bookings('x.restored')} AS restored,
  ${bookings('NOT x.restored', `, 'reason', x.lost`)} AS lost,
  epoch_ms(l.date_created) AS "dateCreated", epoch_ms(l.date_updated) AS "dateUpdated", ${allowed} AS allowed) whole)))`;
