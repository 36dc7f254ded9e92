import type { Language } from '#contract/languages.ts';
import type { ServiceEventKind } from '#contract/service-requests-work.ts';
import type { Database, Queries, Tx, WriteTx } from '#server/lib/database.ts';
import { nextAllowed, reachableOf } from '#server/modules/mail-notices/service.ts';
import { TOLD } from './letter.ts';

/** Several changes in a row are one letter. */
const GATHER_MS = 60_000;

/**
 * Has those written to whom lines of the log concern: who asked, of everything that others do; operators, of being
 * assigned, of the requester's comments and of the end by cancelling. Quiet times are those of their other messages.
 */
export async function noteLetters(tx: WriteTx, by: number | null, events: readonly number[]): Promise<void> {
  const readers = await tx.named<{ request: number; person: number; first: number }>(
    'service-letter-readers',
    `WITH news AS (
       SELECT e.id, e.kind, e.service_request_id AS request, e.from_id, e.to_id, r.requester_id, r.organisation_id
       FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
       JOIN service_request_event e ON e.organisation_id = current_organisation() AND e.id = given.id
       JOIN service_request r ON r.organisation_id = e.organisation_id AND r.id = e.service_request_id
     ), told AS (
       SELECT request, requester_id AS person, id FROM news WHERE kind = ANY ($3)
       UNION
       SELECT request, coalesce(to_id, from_id), id FROM news WHERE kind IN ('assigned', 'unassigned')
       UNION
       SELECT n.request, p.user_id, n.id FROM news n JOIN service_operator p ON p.organisation_id = n.organisation_id
         AND p.service_request_id = n.request AND p.status <> 'rejected'
       WHERE n.kind IN ('comment', 'cancelled')
     )
     SELECT t.request, t.person, min(t.id) AS first FROM told t
     JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = t.person AND u.deleted_at IS NULL
     WHERE t.person IS DISTINCT FROM $2 GROUP BY 1, 2`,
    [JSON.stringify(events), by, TOLD],
  );
  const soon = new Date(tx.stamp.getTime() + GATHER_MS);
  const dues = new Map<number, Date>();
  for (const { person } of readers)
    if (!dues.has(person)) {
      const { times, zone } = await reachableOf(tx, person);
      dues.set(person, nextAllowed(soon, times, zone));
    }
  if (readers.length === 0) return;
  await tx.query(
    `INSERT INTO service_letter AS l (organisation_id, service_request_id, user_id, told, due)
     SELECT current_organisation(), request, person, first - 1, due
     FROM jsonb_to_recordset($1::jsonb) AS given (request bigint, person bigint, first bigint, due timestamptz)
     ON CONFLICT (organisation_id, service_request_id, user_id) DO UPDATE SET
       due = coalesce(l.due, excluded.due), attempts = CASE WHEN l.due IS NULL THEN 0 ELSE l.attempts END,
       told = CASE WHEN l.due IS NULL THEN greatest(l.told, excluded.told) ELSE l.told END`,
    [JSON.stringify(readers.map((reader) => ({ ...reader, due: dues.get(reader.person) })))],
  );
}

export type Claim = { organisation: number; request: number; person: number; attempts: number };
/** What has been due longest; it is nobody else's for so long. */
export async function claimLetter(db: Queries, seconds: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>('service-letter-claim', 'SELECT * FROM claim_service_letter($1)', [
    seconds,
  ]);
  return claim;
}

export type Told = {
  id: number;
  kind: ServiceEventKind;
  by: string | null;
  to: string | null;
  note: string | null;
};
export type Letter = {
  email: string;
  language: Language | null;
  name: string;
  /** Whose request it is; otherwise they work on it. */
  own: boolean;
  type: string;
  room: string;
  news: Told[];
};

/** What there is to say to the person, with what others did since they were told last. */
export async function loadLetter(tx: Tx, { request, person }: Claim): Promise<Letter | undefined> {
  const [letter] = await tx.query<Letter>(
    `SELECT u.email, u.language, u.name, r.requester_id = u.id AS own, t.name AS type, s.name AS room,
       (SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'by', w.name, 'note',
           CASE WHEN e.kind = 'comment' THEN (SELECT c.content FROM service_comment c
             WHERE c.organisation_id = e.organisation_id AND c.id = e.to_id) ELSE e.note END,
           'to', CASE e.kind
             WHEN 'priority' THEN (SELECT p.name FROM priority p WHERE p.organisation_id = e.organisation_id AND p.id = e.to_id)
             WHEN 'type' THEN (SELECT p.name FROM service_type p WHERE p.organisation_id = e.organisation_id AND p.id = e.to_id)
             WHEN 'room' THEN (SELECT p.name FROM room p WHERE p.organisation_id = e.organisation_id AND p.id = e.to_id)
             WHEN 'center' THEN (SELECT p.name FROM center p WHERE p.organisation_id = e.organisation_id AND p.id = e.to_id)
             WHEN 'held' THEN (SELECT p.name FROM service_hold_reason p WHERE p.organisation_id = e.organisation_id AND p.id = e.to_id)
             WHEN 'assigned' THEN (SELECT p.name FROM app_user p WHERE p.organisation_id = e.organisation_id AND p.id = e.to_id)
           END) ORDER BY e.id), '[]')
        FROM service_request_event e
        LEFT JOIN app_user w ON w.organisation_id = e.organisation_id AND w.id = e.entered_by
        WHERE e.organisation_id = l.organisation_id AND e.service_request_id = l.service_request_id AND e.id > l.told
          AND e.entered_by IS DISTINCT FROM u.id
          AND CASE WHEN r.requester_id = u.id THEN e.kind = ANY ($3)
            ELSE e.kind IN ('comment', 'cancelled') OR (e.kind = 'assigned' AND e.to_id = u.id)
              OR (e.kind = 'unassigned' AND e.from_id = u.id) END) AS news
     FROM service_letter l
     JOIN app_user u ON u.organisation_id = l.organisation_id AND u.id = l.user_id AND u.deleted_at IS NULL
     JOIN service_request r ON r.organisation_id = l.organisation_id AND r.id = l.service_request_id
     JOIN service_type t ON t.organisation_id = r.organisation_id AND t.id = r.service_type_id
     JOIN room s ON s.organisation_id = r.organisation_id AND s.id = r.room_id
     WHERE l.service_request_id = $1 AND l.user_id = $2`,
    [request, person, TOLD],
  );
  return letter;
}

const which = 'organisation_id = current_organisation() AND service_request_id = $1 AND user_id = $2';
/** @param told the last line of the log that was in the letter; what came since is sent next */
export const markSent = (db: Database, { organisation, request, person }: Claim, told: number | undefined) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE service_letter l SET leased_until = NULL, attempts = 0, last_error = NULL,
         sent_at = CASE WHEN $3::bigint IS NULL THEN sent_at ELSE $4 END, told = coalesce($3, told),
         due = CASE WHEN EXISTS (SELECT FROM service_request_event e WHERE e.organisation_id = l.organisation_id
             AND e.service_request_id = $1 AND e.id > $3 AND e.entered_by IS DISTINCT FROM $2
             AND e.kind = ANY ($5)) THEN $4 END
       WHERE ${which}`,
      [request, person, told ?? null, tx.stamp, TOLD],
    ),
  );
/** @param due of the next try; undefined: there is none */
export const markFailed = (
  db: Database,
  { organisation, request, person }: Claim,
  why: string,
  due: Date | undefined,
) =>
  db.write(organisation, (tx) =>
    tx.query(`UPDATE service_letter SET leased_until = NULL, last_error = $3, due = $4 WHERE ${which}`, [
      request,
      person,
      why,
      due ?? null,
    ]),
  );
