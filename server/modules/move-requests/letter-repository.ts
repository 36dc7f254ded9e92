import type { Language } from '#contract/languages.ts';
import type { MoveEventKind } from '#contract/moves-work.ts';
import type { Database, Queries, Tx } from '#server/lib/database.ts';

export type Claim = { organisation: number; request: number; person: number; attempts: number };
/** What has been due longest; it is nobody else's for so long. */
export async function claimLetter(db: Queries, seconds: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>('move-letter-claim', 'SELECT * FROM claim_move_letter($1)', [
    seconds,
  ]);
  return claim;
}

export type Told = { id: number; kind: MoveEventKind; by: string | null; note: string | null };
export type Letter = {
  email: string;
  language: Language | null;
  name: string;
  /** Whose request it is, who moves by it, or whose manager they are. */
  role: 'own' | 'moving' | 'manager';
  description: string;
  /** By the clocks of the organisation. */
  day: string | null;
  /** Where the reader moves to. */
  target: string | null;
  news: Told[];
};

/** Which lines concern whom; the trigger on move_event has the same (0071-move-messages.sql). */
const told = `CASE WHEN e.kind = 'message' THEN (r.requester_id = u.id AND e.audience IS DISTINCT FROM 'movees')
    OR (moves AND e.audience IS DISTINCT FROM 'requester') ELSE CASE role WHEN 'own' THEN e.kind IN ('changed', 'approved', 'rejected', 'reopened', 'started', 'effected',
    'failed', 'comment', 'removed')
  WHEN 'moving' THEN e.kind IN ('approved', 'reopened', 'effected')
  ELSE e.kind IN ('opened', 'reopened', 'failed') END END`;

/** What there is to say to the person, with what others did since they were told last. */
export async function loadLetter(tx: Tx, { request, person }: Claim): Promise<Letter | undefined> {
  const [letter] = await tx.query<Letter>(
    `SELECT u.email, u.language, u.name, role, r.description,
       to_char(r.date AT TIME ZONE o.time_zone, 'YYYY-MM-DD') AS day,
       CASE WHEN role = 'moving' THEN (SELECT s.name || ', ' || f.name || ', ' || b.name FROM move_item i
         JOIN room s ON s.organisation_id = i.organisation_id AND s.id = i.to_room_id
         JOIN floor f ON f.organisation_id = s.organisation_id AND f.id = s.floor_id
         JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
         WHERE i.organisation_id = r.organisation_id AND i.move_request_id = r.id AND i.user_id = u.id
         ORDER BY i.nth LIMIT 1) END AS target,
       (SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'by', w.name, 'note', e.note)
          ORDER BY e.id), '[]')
        FROM move_event e
        LEFT JOIN app_user w ON w.organisation_id = e.organisation_id AND w.id = e.entered_by
        WHERE e.organisation_id = l.organisation_id AND e.move_request_id = l.move_request_id AND e.id > l.told
          AND e.entered_by IS DISTINCT FROM u.id AND ${told}) AS news
     FROM move_letter l
     JOIN app_user u ON u.organisation_id = l.organisation_id AND u.id = l.user_id AND u.deleted_at IS NULL
     JOIN move_request r ON r.organisation_id = l.organisation_id AND r.id = l.move_request_id
     JOIN organisation o ON o.id = l.organisation_id
     CROSS JOIN LATERAL (SELECT CASE WHEN r.requester_id = u.id THEN 'own'
       WHEN EXISTS (SELECT FROM move_item i WHERE i.organisation_id = r.organisation_id AND i.move_request_id = r.id
         AND i.user_id = u.id) THEN 'moving' ELSE 'manager' END AS role,
       EXISTS (SELECT FROM move_item i JOIN move_request_type k ON k.organisation_id = i.organisation_id
         AND k.id = i.move_request_type_id WHERE i.organisation_id = r.organisation_id AND i.move_request_id = r.id
         AND i.user_id = u.id AND k.type_code <> 'terminate') AS moves) place
     WHERE l.move_request_id = $1 AND l.user_id = $2`,
    [request, person],
  );
  return letter;
}

const which = 'organisation_id = current_organisation() AND move_request_id = $1 AND user_id = $2';
/** @param last the last line of the log that was in the letter; undefined: there was nothing to say */
export const markSent = (db: Database, { organisation, request, person }: Claim, last: number | undefined) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE move_letter l SET leased_until = NULL, attempts = 0, last_error = NULL,
         sent_at = CASE WHEN $3::bigint IS NULL THEN sent_at ELSE $4 END, told = coalesce($3, told),
         due = CASE WHEN EXISTS (SELECT FROM move_event e WHERE e.organisation_id = l.organisation_id
             AND e.move_request_id = $1 AND e.id > $3 AND e.entered_by IS DISTINCT FROM $2) THEN $4 END
       WHERE ${which}`,
      [request, person, last ?? null, tx.stamp],
    ),
  );
/** Has it tried at another time. @param why what kept it from being sent; null: the hour. @param due undefined: never */
export const postpone = (
  db: Database,
  { organisation, request, person, attempts }: Claim,
  why: string | null,
  due: Date | undefined,
) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE move_letter SET leased_until = NULL, last_error = $3, due = $4, attempts = $5 WHERE ${which}`,
      [request, person, why, due ?? null, why === null ? attempts - 1 : attempts],
    ),
  );
