import type { Language } from '#contract/languages.ts';
import type { Database, Queries, Tx } from '#server/lib/database.ts';

export type LetterKind = 'opened' | 'soon' | 'overdue';
export type Claim = {
  organisation: number;
  audit: number;
  person: number;
  kind: LetterKind;
  attempts: number;
};
/** What has been due longest; it is nobody else's for so long. */
export async function claimLetter(db: Queries, seconds: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>('asset-audit-letter-claim', 'SELECT * FROM claim_audit_letter($1)', [
    seconds,
  ]);
  return claim;
}

export type Letter = {
  email: string;
  language: Language | null;
  name: string;
  audit: string;
  note: string;
  due: Date | null;
  /** Of the organisation, for the reader's clock. */
  zone: string;
  /** Their part of it; empty: everything. */
  floors: string[];
};
/** What there is to say to the person; nothing once the walk is over, they are not named any more or the date was moved. */
export async function loadLetter(tx: Tx, { audit, person, kind }: Claim): Promise<Letter | undefined> {
  const [letter] = await tx.query<Letter>(
    `SELECT u.email, u.language, u.name, a.name AS audit, a.note, a.due_at AS due, o.time_zone AS zone,
       ARRAY(SELECT f.name || ', ' || b.name FROM asset_audit_part t
         JOIN floor f ON f.organisation_id = t.organisation_id AND f.id = t.floor_id
         JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
         WHERE t.organisation_id = p.organisation_id AND t.audit_id = p.audit_id AND t.user_id = p.user_id
         ORDER BY b.name, f.name, f.id) AS floors
     FROM asset_audit_person p
     JOIN asset_audit a ON a.organisation_id = p.organisation_id AND a.id = p.audit_id AND a.state = 'open'
     JOIN app_user u ON u.organisation_id = p.organisation_id AND u.id = p.user_id AND u.deleted_at IS NULL
     JOIN organisation o ON o.id = p.organisation_id
     WHERE p.organisation_id = current_organisation() AND p.audit_id = $1 AND p.user_id = $2 AND p.named
       AND CASE $3 WHEN 'soon' THEN a.due_at > now() WHEN 'overdue' THEN a.due_at <= now() ELSE true END`,
    [audit, person, kind],
  );
  return letter;
}

const which = 'organisation_id = current_organisation() AND audit_id = $1 AND user_id = $2 AND kind = $3';
export const markSent = (db: Database, { organisation, audit, person, kind }: Claim, sent: boolean) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE asset_audit_letter SET due = NULL, leased_until = NULL, last_error = NULL,
         sent_at = CASE WHEN $4::boolean THEN $5::timestamptz END WHERE ${which}`,
      [audit, person, kind, sent, tx.stamp],
    ),
  );
/** Has it tried at another time. @param why what kept it from being sent; null: the hour. @param due undefined: never */
export const postpone = (
  db: Database,
  { organisation, audit, person, kind, attempts }: Claim,
  why: string | null,
  due: Date | undefined,
) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE asset_audit_letter SET leased_until = NULL, last_error = $4, due = $5, attempts = $6 WHERE ${which}`,
      [audit, person, kind, why, due ?? null, why === null ? attempts - 1 : attempts],
    ),
  );
