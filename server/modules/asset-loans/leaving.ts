import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { assetName } from './loan-json.ts';
import { queueLetters } from './letter-repository.ts';

type OpenLoan = {
  id: number;
  asset: number;
  assetName: string;
  state: 'out' | 'reserved';
  /** Epoch milliseconds, both. */
  startDate: number;
  dueDate: number;
  /** Who handed it over. */
  keeper: number | null;
};

/** What the person has borrowed and not brought back, and what they have reserved; the soonest due first. */
export const loansOf = (tx: Tx, user: number): Promise<OpenLoan[]> =>
  tx.named(
    'asset-loans-of',
    `SELECT l.id, l.asset_id AS asset, ${assetName('a')} AS "assetName", l.state, epoch_ms(l.starts) AS "startDate",
       epoch_ms(l.due) AS "dueDate", l.lent_by AS keeper
     FROM asset_loan l JOIN asset a ON a.organisation_id = l.organisation_id AND a.id = l.asset_id
     WHERE l.organisation_id = current_organisation() AND l.user_id = $1 AND l.state IN ('out', 'reserved')
     ORDER BY l.due, l.id`,
    [user],
  );

/**
 * Marks what the person has borrowed as to be brought back for a reason, such as “Ada leaves on 1 May.”, and has them
 * and the keepers written to. Answers the ids of the loans; those that bear the same words already are left alone.
 * @param by none: the clock
 */
export async function flagLoansOf(
  tx: WriteTx,
  user: number,
  { reason, by = null }: { reason: string; by?: number | null },
): Promise<number[]> {
  const flagged = await tx.query<{ id: number; keeper: number }>(
    `UPDATE asset_loan SET flag = left($2, 500), flagged_at = $3, updated_by = $4, date_updated = $3
     WHERE organisation_id = current_organisation() AND user_id = $1 AND state = 'out' AND flag IS DISTINCT FROM left($2, 500)
     RETURNING id, lent_by AS keeper`,
    [user, reason, tx.stamp, by],
  );
  const ids = flagged.map(({ id }) => id);
  await queueLetters(
    tx,
    flagged.flatMap(({ id, keeper }) =>
      [...new Set([user, keeper])].map((person) => ({ user: person, kind: 'flagged' as const, loan: id })),
    ),
  );
  if (ids.length > 0) await announce(tx, { topic: 'asset-loans', ids, ...(by !== null && { by }) });
  return ids;
}

/**
 * The person has been taken out: what they have is to be brought back. What they reserved the database has freed.
 * @param by none: the clock
 */
export async function borrowerLeft(tx: WriteTx, user: number, by?: { id: number }): Promise<void> {
  const [person] = await tx.query<{ name: string }>(
    'SELECT name FROM app_user WHERE organisation_id = current_organisation() AND id = $1',
    [user],
  );
  if (person) await flagLoansOf(tx, user, { reason: `${person.name} has left.`, by: by?.id ?? null });
}
