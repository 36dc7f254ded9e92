import { forbidden, notFound } from '#server/lib/app-error.ts';
import { managers, may, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** The contract's `invitation`s of a reservation as JSON text; none for who may not see them. @throws 404 */
export async function invitationsOf(tx: Tx, caller: Caller, reservation: number): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT coalesce((SELECT json_agg(json_strip_nulls(json_build_object('email', l.email, 'name', l.name,
         'part', l.part, 'kind', coalesce(l.wish, CASE WHEN l.holds THEN 'request' ELSE 'cancel' END),
         'state', CASE WHEN l.wish IS NULL THEN 'sent' WHEN l.due IS NULL THEN 'failed' ELSE 'waiting' END,
         'lastError', l.last_error, 'sentAt', epoch_ms(l.sent_at))) ORDER BY l.part DESC, l.id)
       FROM booking_letter l
       WHERE l.organisation_id = r.organisation_id AND l.reservation_id = r.id AND (l.wish IS NOT NULL OR l.sent_at IS NOT NULL)
         AND (r.user_id = $2 OR $3)), '[]')::text AS json
     FROM reservation r
     WHERE r.organisation_id = current_organisation() AND r.id = $1 AND r.deleted_at IS NULL`,
    [reservation, caller.id, may(caller, 'reservation', managers)],
  );
  if (!row) throw notFound();
  return row.json;
}

/**
 * Tries again at once what could not be sent, given up or not; what is being sent at this moment is left alone. Answers
 * the invitations as JSON text; a repeat changes nothing. @throws 403, 404
 */
export async function retryInvitations(tx: WriteTx, caller: Caller, reservation: number): Promise<string> {
  const [booking] = await tx.query<{ user: number; center: number }>(
    `SELECT user_id AS "user", center_id AS center FROM reservation
     WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL`,
    [reservation],
  );
  if (!booking) throw notFound();
  if (booking.user !== caller.id && !may(caller, 'reservation', managers, booking.center))
    throw forbidden(
      'Whose booking it is, or a manager of the reservation center, can send its invitations again.',
    );
  await tx.query(
    `UPDATE booking_letter SET due = $2, attempts = 0, date_updated = $2
     WHERE organisation_id = current_organisation() AND reservation_id = $1 AND wish IS NOT NULL
       AND last_error IS NOT NULL AND (leased_until IS NULL OR leased_until < clock_timestamp())`,
    [reservation, tx.stamp],
  );
  return invitationsOf(tx, caller, reservation);
}
