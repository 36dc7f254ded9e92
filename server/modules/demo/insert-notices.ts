import type { WriteTx } from '#server/lib/database.ts';
import { demoAccountList } from '#server/modules/account/service.ts';

/** So many requests, and so many parcels, of each account. */
const MOST = 6;

/**
 * What those who look around in the demo have been told of late: as letters, which the triggers on their queues turn into
 * notices. The letters themselves count as sent.
 */
export async function insertNotices(tx: WriteTx): Promise<void> {
  const accounts = [tx.organisation, demoAccountList.map(({ email }) => email)];
  await tx.query(
    `INSERT INTO service_letter (organisation_id, service_request_id, user_id, told, due)
     SELECT $1, told.request, told.person, told.first - 1, $3 FROM (
       SELECT u.id AS person, e.service_request_id AS request, min(e.id) AS first,
         row_number() OVER (PARTITION BY u.id ORDER BY max(e.at) DESC) AS nth
       FROM app_user u
       JOIN service_request r ON r.organisation_id = u.organisation_id AND (r.requester_id = u.id OR EXISTS (
         SELECT FROM service_operator o WHERE o.organisation_id = r.organisation_id AND o.service_request_id = r.id
           AND o.user_id = u.id))
       JOIN service_request_event e ON e.organisation_id = r.organisation_id AND e.service_request_id = r.id
         AND e.at > $3::timestamptz - interval '7 days' AND e.entered_by IS DISTINCT FROM u.id
       WHERE u.organisation_id = $1 AND u.email = ANY($2) GROUP BY 1, 2) told
     WHERE told.nth <= ${MOST} ON CONFLICT DO NOTHING`,
    [...accounts, tx.stamp],
  );
  await tx.query(
    'UPDATE service_letter SET due = NULL, sent_at = due WHERE organisation_id = $1 AND due IS NOT NULL',
    [tx.organisation],
  );
  await tx.query(
    `WITH waits AS (
       SELECT u.id AS person, i.id AS item, i.date_created AS came,
         row_number() OVER (PARTITION BY u.id ORDER BY i.date_created DESC) AS nth
       FROM app_user u JOIN mail_item i ON i.organisation_id = u.organisation_id AND i.to_user_id = u.id
         AND i.current_queue IN ('IN', 'PENDING') AND i.deleted_at IS NULL
       WHERE u.organisation_id = $1 AND u.email = ANY($2)
     ), letters AS (
       INSERT INTO mail_notice (organisation_id, kind, state, to_user_id, due, sent_at, attempts, date_created, date_updated)
       SELECT $1, 'arrival', 'sent', person, came, came, 1, came, came FROM waits WHERE nth <= ${MOST}
       RETURNING id, to_user_id, date_created
     )
     INSERT INTO mail_notice_item (organisation_id, mail_notice_id, mail_item_id)
     SELECT $1, l.id, w.item FROM letters l JOIN waits w ON w.person = l.to_user_id AND w.came = l.date_created AND w.nth <= ${MOST}`,
    accounts,
  );
  // Auditors of what is being walked.
  await tx.query(
    `INSERT INTO asset_audit_letter (organisation_id, audit_id, user_id, kind, due)
     SELECT p.organisation_id, p.audit_id, p.user_id, 'opened', $3 FROM asset_audit a
     JOIN asset_audit_person p ON p.organisation_id = a.organisation_id AND p.audit_id = a.id AND p.named
     JOIN app_user u ON u.organisation_id = p.organisation_id AND u.id = p.user_id AND u.email = ANY($2)
     WHERE a.organisation_id = $1 AND a.state = 'open' AND p.user_id IS DISTINCT FROM a.opened_by ON CONFLICT DO NOTHING`,
    [...accounts, tx.stamp],
  );
  await tx.query(
    'UPDATE asset_audit_letter SET due = NULL, sent_at = due WHERE organisation_id = $1 AND due IS NOT NULL',
    [tx.organisation],
  );
  // Made in any order; told, they were, one after the other. What is older has been read.
  await tx.query(
    `WITH made AS (DELETE FROM app_notice WHERE organisation_id = $1 RETURNING *)
     INSERT INTO app_notice (organisation_id, user_id, kind, what, topic, record_id, facts, once, shown, created_at, read_at)
     SELECT organisation_id, user_id, kind, what, topic, record_id, facts, once, shown, created_at,
       CASE WHEN created_at < $2::timestamptz - interval '7 days' THEN created_at + interval '1 hour' END
     FROM made ORDER BY created_at, id`,
    [tx.organisation, tx.stamp],
  );
}
