import type { Tx, WriteTx } from '#server/lib/database.ts';

export type Invited = {
  email: string;
  organisation: string;
  inviter: string;
  passwordSet: boolean;
  invitedAt: Date | null;
  validUntil: Date | null;
};

/** How it stands with a person's way in; `by` is who asks. */
export async function invitationOf(tx: Tx, user: number, by: number): Promise<Invited | undefined> {
  const [row] = await tx.query<Invited>(
    `SELECT u.email, o.name AS organisation, asking.name AS inviter, u.password_hash IS NOT NULL AS "passwordSet",
       latest.invited_at AS "invitedAt", latest.expires_at AS "validUntil"
     FROM app_user u JOIN organisation o ON o.id = u.organisation_id
     JOIN app_user asking ON asking.organisation_id = u.organisation_id AND asking.id = $2
     LEFT JOIN LATERAL (
       SELECT r.invited_at, r.expires_at FROM password_reset r
       WHERE r.organisation_id = u.organisation_id AND r.user_id = u.id AND r.invited_at IS NOT NULL
         AND r.expires_at > now()
       ORDER BY r.invited_at DESC LIMIT 1
     ) latest ON true
     WHERE u.organisation_id = current_organisation() AND u.id = $1 AND u.deleted_at IS NULL`,
    [user, by],
  );
  return row;
}

export async function insertInvitation(tx: WriteTx, user: number, tokenHash: Buffer, days: number) {
  await tx.query(
    `DELETE FROM password_reset
     WHERE organisation_id = current_organisation() AND user_id = $1 AND invited_at IS NOT NULL`,
    [user],
  );
  await tx.query(
    `INSERT INTO password_reset (organisation_id, token_hash, user_id, invited_at, expires_at)
     VALUES (current_organisation(), $1, $2, clock_timestamp(), now() + make_interval(days => $3))`,
    [tokenHash, user, days],
  );
}

export const dropReset = (tx: WriteTx, tokenHash: Buffer) =>
  tx.query('DELETE FROM password_reset WHERE organisation_id = current_organisation() AND token_hash = $1', [
    tokenHash,
  ]);
