import { nextReminder } from '#contract/asset-loan-rules.ts';
import type { LendingRules } from '#contract/asset-loans.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

const DAY = 86_400_000;

/** How often people of the organisation are reminded. */
export async function rulesOf(tx: Tx): Promise<LendingRules> {
  const [row] = await tx.named<LendingRules>(
    'asset-lending-rules',
    `SELECT days_before AS "daysBefore", overdue_days AS "overdueDays" FROM asset_lending_rule
     WHERE organisation_id = current_organisation()`,
  );
  return row ?? { daysBefore: 1, overdueDays: 3 };
}

/** Changes what is given. Reminders that are set already are left alone. */
export async function editRules(tx: WriteTx, edit: Partial<LendingRules>): Promise<LendingRules> {
  const now = await rulesOf(tx);
  const { daysBefore = now.daysBefore, overdueDays = now.overdueDays } = edit;
  await tx.query(
    `INSERT INTO asset_lending_rule (organisation_id, days_before, overdue_days, date_updated)
     VALUES (current_organisation(), $1, $2, $3)
     ON CONFLICT (organisation_id) DO UPDATE SET days_before = $1, overdue_days = $2, date_updated = $3`,
    [daysBefore, overdueDays, tx.stamp],
  );
  return { daysBefore, overdueDays };
}

/** When the borrower of what is out is reminded next. */
export const reminderOf = async (tx: WriteTx, dueDate: number): Promise<number> =>
  nextReminder(dueDate, tx.stamp.getTime(), await rulesOf(tx));

/** When whoever reserved is reminded: before it begins, or told at its start what is in the way; null: it has begun. */
export async function reservationReminderOf(tx: WriteTx, since: number): Promise<number | null> {
  const now = tx.stamp.getTime();
  const soon = since - (await rulesOf(tx)).daysBefore * DAY;
  if (now < soon) return soon;
  return now < since ? since : null;
}
