import type { Language } from '#contract/languages.ts';
import type { LeaveEventKind } from '#contract/leaves.ts';
import type { Database, Queries, Tx, WriteTx } from '#server/lib/database.ts';

export type LetterRole = 'own' | 'delegate' | 'approver';
const OF_EVENT = 'organisation_id = current_organisation() AND leave_event_id = $1 AND user_id = $2';

/**
 * Who is to know: whose turn it is, or all site administrators where nobody's; who is away, of what others decide; who
 * stands in, of what has been decided; and who approved, of what is cancelled. Never who did it.
 */
export const queueLetters = (tx: WriteTx, leave: number, event: number, kind: LeaveEventKind) =>
  tx.query(
    `WITH l AS (SELECT *, leave_approver(user_id, approvals_given) AS turn FROM leave
       WHERE organisation_id = current_organisation() AND id = $1),
     told AS (
       SELECT user_id AS person, 'own' AS role FROM l WHERE $3 IN ('endorsed', 'approved', 'rejected', 'withdrawn', 'cancelled')
       UNION ALL SELECT delegate_id, 'delegate' FROM l WHERE $3 IN ('approved', 'cancelled')
       UNION ALL SELECT turn, 'approver' FROM l WHERE $3 IN ('asked', 'changed', 'endorsed', 'withdrawn') AND approvals > 0
       UNION ALL SELECT u.id, 'approver' FROM l JOIN app_user u ON u.organisation_id = l.organisation_id AND u.site_admin
         AND u.id <> l.user_id WHERE $3 IN ('asked', 'changed', 'endorsed', 'withdrawn') AND approvals > 0 AND turn IS NULL
       UNION ALL SELECT decided_by, 'approver' FROM l WHERE $3 = 'cancelled'
     )
     INSERT INTO leave_letter (organisation_id, leave_event_id, user_id, role, due)
     SELECT DISTINCT ON (u.id) current_organisation(), $2, u.id, told.role, $4::timestamptz
     FROM told JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = told.person AND u.deleted_at IS NULL
     WHERE u.id IS DISTINCT FROM (SELECT entered_by FROM leave_event WHERE organisation_id = current_organisation() AND id = $2)
     ORDER BY u.id, told.role DESC
     ON CONFLICT DO NOTHING`,
    [leave, event, kind, tx.stamp],
  );

export type Claim = { organisation: number; event: number; person: number; attempts: number };
/** What has been due longest; it is nobody else's for so long. */
export async function claimLetter(db: Queries, seconds: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>('leave-letter-claim', 'SELECT * FROM claim_leave_letter($1)', [
    seconds,
  ]);
  return claim;
}

export type Letter = {
  leave: number;
  email: string;
  language: Language | null;
  name: string;
  role: LetterRole;
  kind: LeaveEventKind;
  person: string;
  by: string | null;
  type: string;
  startDate: string;
  endDate: string;
  days: number;
  note: string;
  comment: string;
  delegate: string | null;
  released: number;
  lost: number;
};
/** What there is to say; undefined when the reader has left. */
export async function loadLetter(tx: Tx, { event, person }: Claim): Promise<Letter | undefined> {
  const [letter] = await tx.query<Letter>(
    `SELECT l.id AS leave, u.email, u.language, u.name, t.role, e.kind, p.name AS person, w.name AS by, k.name AS type,
       l.starts::text AS "startDate", l.ends::text AS "endDate", l.days::float8 AS days, l.note, e.comment,
       d.name AS delegate,
       (SELECT count(*) FROM leave_released x WHERE x.organisation_id = l.organisation_id AND x.leave_id = l.id) AS released,
       (SELECT count(*) FROM leave_released x WHERE x.organisation_id = l.organisation_id AND x.leave_id = l.id
          AND x.lost IS NOT NULL) AS lost
     FROM leave_letter t
     JOIN leave_event e ON e.organisation_id = t.organisation_id AND e.id = t.leave_event_id
     JOIN leave l ON l.organisation_id = e.organisation_id AND l.id = e.leave_id
     JOIN leave_type k ON k.organisation_id = l.organisation_id AND k.id = l.leave_type_id
     JOIN app_user p ON p.organisation_id = l.organisation_id AND p.id = l.user_id
     JOIN app_user u ON u.organisation_id = t.organisation_id AND u.id = t.user_id AND u.deleted_at IS NULL
     LEFT JOIN app_user w ON w.organisation_id = e.organisation_id AND w.id = e.entered_by
     LEFT JOIN app_user d ON d.organisation_id = l.organisation_id AND d.id = l.delegate_id
     WHERE t.organisation_id = current_organisation() AND t.leave_event_id = $1 AND t.user_id = $2`,
    [event, person],
  );
  return letter;
}

/** @param sent whether there was something to say */
export const markSent = (db: Database, { organisation, event, person }: Claim, sent: boolean) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE leave_letter SET due = NULL, leased_until = NULL, last_error = NULL,
         sent_at = CASE WHEN $3 THEN $4::timestamptz END WHERE ${OF_EVENT}`,
      [event, person, sent, tx.stamp],
    ),
  );
/** Has it tried at another time. @param why what kept it from being sent; null: the hour. @param due undefined: never */
export const postpone = (
  db: Database,
  { organisation, event, person, attempts }: Claim,
  why: string | null,
  due: Date | undefined,
) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE leave_letter SET leased_until = NULL, last_error = $3, due = $4, attempts = $5 WHERE ${OF_EVENT}`,
      [event, person, why, due ?? null, why === null ? attempts - 1 : attempts],
    ),
  );
