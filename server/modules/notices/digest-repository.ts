import type { Database, Queries, Tx } from '#server/lib/database.ts';
import type { Digest, DigestLine } from './digest-letter.ts';

export type Claim = { organisation: number; person: number; notices: number[]; attempts: number };
/** Everything that one person's digest is to hold; it is nobody else's for so long. */
export async function claimDigest(db: Queries, seconds: number): Promise<Claim | undefined> {
  const [claim] = await db.named<Claim>('notice-digest-claim', 'SELECT * FROM claim_notice_digest($1)', [
    seconds,
  ]);
  return claim && { ...claim, notices: claim.notices.map(Number) };
}

/** What there is to say, less what has been read meanwhile; undefined when the person has left. */
export async function loadDigest(tx: Tx, { person, notices }: Claim): Promise<Digest | undefined> {
  const [reader] = await tx.query<Omit<Digest, 'lines'>>(
    `SELECT u.email, u.language, u.name, o.time_zone AS zone FROM app_user u JOIN organisation o ON o.id = u.organisation_id
     WHERE u.organisation_id = current_organisation() AND u.id = $1 AND u.deleted_at IS NULL`,
    [person],
  );
  if (!reader) return undefined;
  const lines = await tx.query<DigestLine>(
    `SELECT id, kind, what, facts FROM app_notice
     WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[]) AND digest_due IS NOT NULL
       AND read_at IS NULL ORDER BY id`,
    [notices],
  );
  return { ...reader, lines };
}

const these = 'organisation_id = current_organisation() AND id = ANY($1::bigint[])';
/** They are not sent again; those that nothing had to be said of neither. */
export const settle = (db: Database, { organisation, notices }: Claim) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE app_notice SET digest_due = NULL, leased_until = NULL, last_error = NULL WHERE ${these}`,
      [notices],
    ),
  );
/** @param why null: a day without messages, which is no failed try. @param due of the next try; undefined: there is none */
export const putOff = (
  db: Database,
  { organisation, notices, attempts }: Claim,
  { due, why }: { due: Date | undefined; why: string | null },
) =>
  db.write(organisation, (tx) =>
    tx.query(
      `UPDATE app_notice SET digest_due = $2, leased_until = NULL, last_error = $3, attempts = $4 WHERE ${these}`,
      [notices, due ?? null, why, why === null ? attempts - 1 : attempts],
    ),
  );
