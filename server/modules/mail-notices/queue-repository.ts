import type { Notice } from '#contract/mail-notices.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { chosen, isWaiting, personOf, reachable, type Reachable } from './addressees.ts';

/** SQL: the person is told in the app or by e-mail; how, the trigger on mail_notice_item sees to. */
const wanted = (person: string, kind: 'parcel-arrived' | 'parcel-waiting') =>
  `(SELECT c.in_app OR c.email <> 'never' FROM notice_choice($2, ${person}, '${kind}') c)`;

/** A message that is to be written: to whom, about which parcels. */
export type Wanted = { kind: Notice['kind']; to: number; items: number[]; reachable: Reachable };

/**
 * Messages about parcels that have come: to whom they are for, to the delegate and to who stands in while they are on
 * leave, unless these want none. Who
 * has been told of a parcel since it came last is not told again.
 */
export const findArrivals = (tx: Tx, items: number[]) =>
  tx.named<Wanted>(
    'notice-arrivals',
    `WITH come AS (
       SELECT i.id, ${personOf('i')} AS person FROM mail_item i
       WHERE i.id = ANY($1::bigint[]) AND i.deleted_at IS NULL AND i.current_queue <> 'OUT'
         AND i.item_type <> 'OUTBOUND' AND ${personOf('i')} IS NOT NULL
     ), told AS (
       SELECT 'arrival' AS kind, person AS "to", id FROM come
       UNION
       SELECT 'delegate', p.delegate_id, come.id FROM come JOIN mail_preference p ON p.organisation_id = $2 AND p.user_id = come.person
       WHERE p.delegate_id IS NOT NULL
       UNION
       SELECT 'delegate', stand.id, come.id FROM come
       CROSS JOIN LATERAL (SELECT acting_for(come.person, organisation_day()) AS id) stand WHERE stand.id <> come.person
     )
     SELECT t.kind, t."to", json_agg(t.id ORDER BY t.id) AS items, ${reachable('u', 'own')} AS reachable
     FROM told t
     JOIN app_user u ON u.organisation_id = $2 AND u.id = t."to" AND u.deleted_at IS NULL
     LEFT JOIN mail_preference own ON own.organisation_id = $2 AND own.user_id = t."to"
     WHERE ${wanted('t."to"', 'parcel-arrived')} AND NOT EXISTS (
       SELECT FROM mail_notice_item known
       JOIN mail_notice n ON n.organisation_id = known.organisation_id AND n.id = known.mail_notice_id
       WHERE known.organisation_id = $2 AND known.mail_item_id = t.id AND n.to_user_id = t."to" AND n.kind = t.kind
         AND n.date_created >= (SELECT max(s.date_created) FROM mail_status s
           WHERE s.organisation_id = $2 AND s.mail_item_id = t.id AND s.code = 'checkin'))
     GROUP BY t.kind, t."to", u.organisation_id, u.id, u.time_zone, u.room_id, own.organisation_id, own.user_id`,
    [items, tx.organisation],
  );

/** Messages about parcels that somebody else has taken: to whom they were for and to who took them. */
export const findCollected = (tx: Tx, items: number[]) =>
  tx.named<Wanted>(
    'notice-collected',
    `WITH taken AS (
       SELECT i.id, ${personOf('i')} AS person, s.collected_by FROM mail_item i
       JOIN mail_status s ON s.organisation_id = i.organisation_id AND s.mail_item_id = i.id AND s.code = 'out'
       WHERE i.id = ANY($1::bigint[]) AND i.item_type <> 'OUTBOUND'
         AND (s.collected_by <> ${personOf('i')} OR (s.collected_by IS NULL AND s.collected_by_name IS NOT NULL))
     ), told AS (SELECT person AS "to", id FROM taken UNION SELECT collected_by, id FROM taken)
     SELECT 'delivered' AS kind, t."to", json_agg(t.id ORDER BY t.id) AS items, ${reachable('u', 'own')} AS reachable
     FROM told t
     JOIN app_user u ON u.organisation_id = $2 AND u.id = t."to" AND u.deleted_at IS NULL
     LEFT JOIN mail_preference own ON own.organisation_id = $2 AND own.user_id = t."to"
     GROUP BY t."to", u.organisation_id, u.id, u.time_zone, u.room_id, own.organisation_id, own.user_id`,
    [items, tx.organisation],
  );

/**
 * Reminders that are due at the instant: to each person with a parcel that has waited as long as they said and
 * has been in no reminder for as long, about all that have waited so.
 */
export const findReminders = (tx: Tx, at: Date) =>
  tx.named<Wanted>(
    'notice-reminders',
    `WITH late AS (
       SELECT i.id, u.id AS person, make_interval(days => ${chosen('own').remindAfterDays}) AS patience
       FROM mail_item i
       JOIN app_user u ON u.organisation_id = $2 AND u.id = ${personOf('i')} AND u.deleted_at IS NULL
       LEFT JOIN mail_preference own ON own.organisation_id = $2 AND own.user_id = u.id
       WHERE ${isWaiting('i')} AND ${wanted('u.id', 'parcel-waiting')}
         AND i.date_created <= $1::timestamptz - make_interval(days => ${chosen('own').remindAfterDays})
     ), due AS (
       SELECT person, json_agg(id ORDER BY id) AS items FROM late GROUP BY person
       HAVING bool_or(NOT EXISTS (
         SELECT FROM mail_notice_item known
         JOIN mail_notice n ON n.organisation_id = known.organisation_id AND n.id = known.mail_notice_id
         WHERE known.organisation_id = $2 AND known.mail_item_id = late.id AND n.to_user_id = late.person
           AND n.kind = 'reminder' AND n.date_created > $1::timestamptz - late.patience)
         AND NOT EXISTS (SELECT FROM app_notice a WHERE a.organisation_id = $2 AND a.user_id = late.person
           AND a.kind = 'parcel-waiting' AND a.record_id = late.id AND a.created_at > $1::timestamptz - late.patience))
     )
     SELECT 'reminder' AS kind, due.person AS "to", due.items, ${reachable('u', 'own')} AS reachable FROM due
     JOIN app_user u ON u.organisation_id = $2 AND u.id = due.person
     LEFT JOIN mail_preference own ON own.organisation_id = $2 AND own.user_id = due.person`,
    [at, tx.organisation],
  );

/**
 * Adds parcels to the message of the kind that waits for the person already, or else begins one that is sent
 * when due. One that is being sent takes nothing more: its letter is written.
 */
export async function addNotices(tx: WriteTx, notices: (Omit<Wanted, 'reachable'> & { due: Date })[]) {
  if (notices.length === 0) return;
  await tx.named(
    'notice-add',
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS (kind text, "to" bigint, items bigint[], due timestamptz)
     ), gathered AS (
       UPDATE mail_notice n SET date_updated = $3 FROM given
       WHERE n.organisation_id = $2 AND n.state = 'waiting' AND (n.leased_until IS NULL OR n.leased_until < now())
         AND n.id = (
         SELECT max(w.id) FROM mail_notice w WHERE w.organisation_id = $2 AND w.to_user_id = given."to"
           AND w.kind = given.kind AND w.state = 'waiting' AND (w.leased_until IS NULL OR w.leased_until < now()))
       RETURNING n.id, n.kind, n.to_user_id
     ), added AS (
       INSERT INTO mail_notice (organisation_id, kind, to_user_id, due, date_created, date_updated)
       SELECT $2, kind, "to", due, $3, $3 FROM given
       WHERE NOT EXISTS (SELECT FROM gathered g WHERE g.kind = given.kind AND g.to_user_id = given."to")
       RETURNING id, kind, to_user_id
     )
     INSERT INTO mail_notice_item (organisation_id, mail_notice_id, mail_item_id)
     SELECT $2, n.id, item FROM (SELECT * FROM gathered UNION ALL SELECT * FROM added) n
     JOIN given ON given.kind = n.kind AND given."to" = n.to_user_id CROSS JOIN unnest(given.items) item
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(notices), tx.organisation, tx.stamp],
  );
}
