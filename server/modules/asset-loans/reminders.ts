import { nextReminder, reminderKind } from '#contract/asset-loan-rules.ts';
import type { LendingRules } from '#contract/asset-loans.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { unnoted } from '#server/lib/unnoted.ts';
import { queueLetters, type NewLetter } from './letter-repository.ts';
import { rulesOf } from './rules.ts';

type DueLoan = {
  id: number;
  state: 'out' | 'reserved';
  user: number;
  keeper: number | null;
  since: number;
  until: number;
  at: number;
  /** Of a reservation: somebody has not brought the asset back. */
  late: boolean;
};

/** Who is told of a loan now, and when somebody is to be told next. */
function lettersFor(
  loan: DueLoan,
  now: number,
  rules: LendingRules,
): { letters: NewLetter[]; next: number | null } {
  const { id, user, keeper } = loan;
  if (loan.state === 'reserved') {
    const kind = loan.late ? 'waits' : 'reserved-soon';
    const next =
      now < loan.since ? loan.since : loan.late && now < loan.until ? now + rules.overdueDays * DAY : null;
    // At its start there is nothing to say but that it is not there.
    return { letters: loan.late || now < loan.since ? [{ user, kind, loan: id }] : [], next };
  }
  const kind = reminderKind(loan.until, loan.at, now);
  // Keepers need not know what may still come back in time.
  const readers = kind === 'due-soon' || keeper === null ? [user] : [...new Set([user, keeper])];
  return {
    letters: readers.map((reader) => ({ user: reader, kind, loan: id })),
    next: nextReminder(loan.until, now, rules),
  };
}
const DAY = 86_400_000;

async function remindOfLoans(tx: WriteTx, rules: LendingRules): Promise<number> {
  const due = await tx.query<DueLoan>(
    `SELECT l.id, l.state, l.user_id AS "user", l.lent_by AS keeper, epoch_ms(l.starts) AS since, epoch_ms(l.due) AS until,
       epoch_ms(l.remind_at) AS at, EXISTS (SELECT FROM asset_loan o WHERE o.organisation_id = l.organisation_id
         AND o.asset_id = l.asset_id AND o.state = 'out' AND o.due <= $1) AS late
     FROM asset_loan l WHERE l.organisation_id = current_organisation() AND l.remind_at <= $1 ORDER BY l.id FOR UPDATE`,
    [tx.stamp],
  );
  const told = due.map((loan) => ({ id: loan.id, ...lettersFor(loan, tx.stamp.getTime(), rules) }));
  const letters = told.flatMap((one) => one.letters);
  await queueLetters(tx, letters);
  await tx.query(
    `UPDATE asset_loan l SET remind_at = g.next FROM jsonb_to_recordset($1::jsonb) AS g (id bigint, next timestamptz)
     WHERE l.organisation_id = current_organisation() AND l.id = g.id`,
    [JSON.stringify(told.map(({ id, next }) => ({ id, next: next === null ? null : new Date(next) })))],
  );
  return letters.length;
}

async function remindOfRounds(tx: WriteTx, rules: LendingRules): Promise<number> {
  const due = await tx.query<{ id: number; until: number }>(
    `SELECT id, epoch_ms(due) AS until FROM asset_round
     WHERE organisation_id = current_organisation() AND remind_at <= $1 AND closed_at IS NULL FOR UPDATE`,
    [tx.stamp],
  );
  let count = 0;
  for (const { id, until } of due) {
    const people = await tx.query<{ user: number }>(
      `SELECT DISTINCT user_id AS "user" FROM asset_ask
       WHERE organisation_id = current_organisation() AND round_id = $1 AND answer IS NULL`,
      [id],
    );
    await queueLetters(
      tx,
      people.map(({ user }) => ({ user, kind: 'ask-again', round: id })),
    );
    count += people.length;
    await tx.query(
      'UPDATE asset_round SET remind_at = $2 WHERE organisation_id = current_organisation() AND id = $1',
      [id, new Date(nextReminder(until, tx.stamp.getTime(), rules))],
    );
  }
  return count;
}

/** Puts down who is to be reminded of what is due now, once each; answers how many letters. For the clock. */
export async function queueAssetReminders(db: Database): Promise<number> {
  const organisations = await db.query<{ id: number }>('SELECT organisations_with_asset_reminders() AS id');
  let count = 0;
  for (const { id } of organisations)
    count += await db.write(id, async (tx) => {
      const rules = await rulesOf(tx);
      return unnoted(tx, async () => (await remindOfLoans(tx, rules)) + (await remindOfRounds(tx, rules)));
    });
  return count;
}
