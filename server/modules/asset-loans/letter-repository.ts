import type { Language } from '#contract/languages.ts';
import type { Database, Queries, Tx, WriteTx } from '#server/lib/database.ts';
import { assetName } from './loan-json.ts';

export type LetterKind =
  | 'due-soon'
  | 'due'
  | 'overdue'
  | 'reserved-soon'
  | 'waits'
  | 'flagged'
  | 'asked'
  | 'ask-again';
export type NewLetter = { user: number; kind: LetterKind; loan?: number; round?: number };

/** Has these people written to as soon as the transaction has happened; what waits already waits once. */
export async function queueLetters(tx: WriteTx, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  await tx.query(
    `INSERT INTO asset_letter (organisation_id, user_id, kind, loan_id, round_id, due, date_created)
     SELECT DISTINCT current_organisation(), g."user", g.kind, g.loan, g.round, $2::timestamptz, $2::timestamptz
     FROM jsonb_to_recordset($1::jsonb) AS g ("user" bigint, kind text, loan bigint, round bigint)
     JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = g."user" AND u.deleted_at IS NULL
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(letters), tx.stamp],
  );
}

export type Claim = { organisation: number; person: number; letters: number[]; attempts: number };

/** All that is due to one person; it is nobody else's for so long. */
export async function claimLetters(db: Queries, seconds: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>('asset-letters-claim', 'SELECT * FROM claim_asset_letters($1)', [
    seconds,
  ]);
  return claim && { ...claim, letters: claim.letters.map(Number) };
}

/** A line of a letter; what no longer holds, such as a loan that has come back, is left out of it. */
export type Line = {
  kind: LetterKind;
  asset: string | null;
  borrower: string | null;
  /** The reader has borrowed or reserved it; otherwise they keep it. */
  own: boolean;
  starts: Date | null;
  due: Date;
  flag: string | null;
  center: string;
  /** Of a reservation: who has not brought it back. */
  late: string | null;
  round: string | null;
  open: number | null;
};
export type Draft = { email: string; language: Language | null; name: string; zone: string; lines: Line[] };

export async function loadDraft(tx: Tx, { person, letters }: Claim): Promise<Draft | undefined> {
  const [reader] = await tx.query<Omit<Draft, 'lines'>>(
    `SELECT u.email, u.language, u.name, o.time_zone AS zone FROM app_user u JOIN organisation o ON o.id = u.organisation_id
     WHERE u.organisation_id = current_organisation() AND u.id = $1 AND u.deleted_at IS NULL`,
    [person],
  );
  if (!reader) return undefined;
  const lines = await tx.query<Line>(
    `SELECT t.kind, ${assetName('a')} AS asset, b.name AS borrower, coalesce(l.user_id = t.user_id, true) AS own, l.starts,
       coalesce(l.due, r.due) AS due, l.flag, c.name AS center, r.name AS round,
       (SELECT u.name FROM asset_loan o JOIN app_user u ON u.organisation_id = o.organisation_id AND u.id = o.user_id
        WHERE o.organisation_id = l.organisation_id AND o.asset_id = l.asset_id AND o.state = 'out') AS late,
       (SELECT count(*) FROM asset_ask k WHERE k.organisation_id = r.organisation_id AND k.round_id = r.id
          AND k.user_id = t.user_id AND k.answer IS NULL) AS open
     FROM asset_letter t
     LEFT JOIN asset_loan l ON l.organisation_id = t.organisation_id AND l.id = t.loan_id
     LEFT JOIN asset a ON a.organisation_id = l.organisation_id AND a.id = l.asset_id
     LEFT JOIN app_user b ON b.organisation_id = l.organisation_id AND b.id = l.user_id
     LEFT JOIN asset_round r ON r.organisation_id = t.organisation_id AND r.id = t.round_id
     JOIN center c ON c.organisation_id = t.organisation_id AND c.id = coalesce(l.center_id, r.center_id)
     WHERE t.organisation_id = current_organisation() AND t.id = ANY($1::bigint[]) AND t.due IS NOT NULL
       AND CASE WHEN t.loan_id IS NOT NULL
         THEN l.state = CASE WHEN t.kind IN ('waits', 'reserved-soon') THEN 'reserved' ELSE 'out' END
         ELSE r.closed_at IS NULL AND EXISTS (SELECT FROM asset_ask k WHERE k.organisation_id = r.organisation_id
           AND k.round_id = r.id AND k.user_id = t.user_id AND k.answer IS NULL) END
     ORDER BY coalesce(l.due, r.due), t.id`,
    [letters],
  );
  return { ...reader, lines };
}

const these = 'organisation_id = current_organisation() AND id = ANY($1::bigint[])';
export const markSent = (db: Database, { organisation, letters }: Claim) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE asset_letter SET due = NULL, leased_until = NULL, last_error = NULL, sent_at = $2 WHERE ${these}`,
      [letters, tx.stamp],
    ),
  );
/** They are not sent: what they say has been settled. */
export const dropLetters = (db: Database, { organisation, letters }: Claim) =>
  db.write(organisation, (tx) => tx.query(`DELETE FROM asset_letter WHERE ${these}`, [letters]));
/** @param due of the next try; undefined: there is none */
export const putOff = (
  db: Database,
  { organisation, letters }: Claim,
  { due, why = null, tried }: { due: Date | undefined; why?: string | null; tried: boolean },
) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE asset_letter SET leased_until = NULL, due = $2, last_error = $3,
         attempts = CASE WHEN $4 THEN attempts ELSE 0 END WHERE ${these}`,
      [letters, due ?? null, why, tried],
    ),
  );
