import type { Queries, Tx, WriteTx } from '#server/lib/database.ts';
import { chosen, isWaiting, personOf, reachable, type Reachable } from './addressees.ts';
import type { Letter } from './letter.ts';

export type Claim = { organisation: number; id: number; attempts: number };
export type Draft = Letter & { wanted: boolean; reachable: Reachable };

/** Takes the message that has been due longest; it is nobody else's for so long. */
export async function claimNotice(db: Queries, seconds: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>('notice-claim', 'SELECT * FROM claim_mail_notice($1)', [seconds]);
  return claim;
}

/** Whether a parcel still belongs into the message n. */
const belongs = `CASE n.kind
  WHEN 'reminder' THEN ${isWaiting('i')} AND ${personOf('i')} = n.to_user_id
  WHEN 'arrival' THEN i.deleted_at IS NULL AND i.current_queue <> 'OUT' AND ${personOf('i')} = n.to_user_id
  WHEN 'delegate' THEN i.deleted_at IS NULL AND i.current_queue <> 'OUT' AND (EXISTS (
    SELECT FROM mail_preference p WHERE p.organisation_id = i.organisation_id AND p.user_id = ${personOf('i')}
      AND p.delegate_id = n.to_user_id) OR acting_for(${personOf('i')}, organisation_day()) = n.to_user_id)
  ELSE i.deleted_at IS NULL END`;

const items = `(
  SELECT coalesce(json_agg(json_build_object(
    'id', i.id, 'courier', c.name, 'sender', i.sender, 'center', desk.name, 'rack', rack.name,
    'tracking', i.tracking_number, 'running', i.running_number,
    'person', person.name, 'collector', coalesce(taker.name, gone.collected_by_name),
    'byAddressee', coalesce(gone.collected_by = n.to_user_id, false)) ORDER BY i.id), '[]')
  FROM mail_notice_item told
  JOIN mail_item i ON i.organisation_id = told.organisation_id AND i.id = told.mail_item_id
  JOIN courier c ON c.organisation_id = i.organisation_id AND c.id = i.courier_id
  JOIN center desk ON desk.organisation_id = i.organisation_id AND desk.id = i.center_id
  LEFT JOIN mail_location rack ON rack.organisation_id = i.organisation_id AND rack.id = i.mail_location_id
  LEFT JOIN app_user person ON person.organisation_id = i.organisation_id AND person.id = ${personOf('i')}
  LEFT JOIN mail_status gone ON n.kind = 'delivered' AND gone.organisation_id = i.organisation_id
    AND gone.mail_item_id = i.id AND gone.code = 'out'
  LEFT JOIN app_user taker ON taker.organisation_id = gone.organisation_id AND taker.id = gone.collected_by
  WHERE told.organisation_id = n.organisation_id AND told.mail_notice_id = n.id AND ${belongs})`;

/** What is to be written, of what still holds; undefined when its addressee has left. */
export async function loadDraft(tx: Tx, id: number): Promise<Draft | undefined> {
  const [draft] = await tx.named<Draft>(
    'notice-draft',
    `SELECT n.kind, u.email, u.language, u.first_name AS "firstName", ${items} AS items, ${reachable('u', 'own')} AS reachable,
       CASE n.kind WHEN 'delivered' THEN true WHEN 'reminder' THEN ${chosen('own').reminders}
         ELSE ${chosen('own').arrival} END AS wanted
     FROM mail_notice n
     JOIN app_user u ON u.organisation_id = n.organisation_id AND u.id = n.to_user_id AND u.deleted_at IS NULL
     LEFT JOIN mail_preference own ON own.organisation_id = n.organisation_id AND own.user_id = n.to_user_id
     WHERE n.id = $1`,
    [id],
  );
  return draft;
}

export const dropNotice = (tx: WriteTx, id: number) =>
  tx.query('DELETE FROM mail_notice WHERE id = $1', [id]);

/** Takes the try back: nothing was sent. */
export const postponeNotice = (tx: WriteTx, id: number, due: Date) =>
  tx.query(
    `UPDATE mail_notice SET due = $2, attempts = attempts - 1, leased_until = NULL, date_updated = $3
     WHERE id = $1 AND state = 'waiting'`,
    [id, due, tx.stamp],
  );

/** @param items what the letter told of; what had dropped out of it is forgotten */
export const markSent = (tx: WriteTx, id: number, items: number[]) =>
  tx.query(
    `WITH dropped AS (
       DELETE FROM mail_notice_item WHERE mail_notice_id = $1 AND NOT mail_item_id = ANY ($2::bigint[]))
     UPDATE mail_notice SET state = 'sent', sent_at = $3, leased_until = NULL, last_error = NULL, date_updated = $3
     WHERE id = $1`,
    [id, items, tx.stamp],
  );

/** @param due of the next try; undefined: there is none */
export const markFailed = (tx: WriteTx, id: number, why: string, due: Date | undefined) =>
  tx.query(
    `UPDATE mail_notice SET last_error = $2, due = coalesce($3, due), leased_until = NULL, date_updated = $4,
       state = CASE WHEN $3::timestamptz IS NULL THEN 'failed' ELSE 'waiting' END
     WHERE id = $1`,
    [id, why, due, tx.stamp],
  );
