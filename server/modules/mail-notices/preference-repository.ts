import type { MailPreferences } from '#contract/mail-notices.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { userShort } from '#server/lib/user-json.ts';
import { chosen, reachable, type Reachable } from './addressees.ts';

/** A person's choices, or what holds without any. */
export async function loadPreferences(tx: Tx, person: number): Promise<MailPreferences> {
  const p = chosen('p');
  const [row] = await tx.named<{ json: MailPreferences }>(
    'mail-preference',
    `SELECT json_strip_nulls(json_build_object('arrival', ${p.arrival}, 'reminders', ${p.reminders},
       'remindAfterDays', ${p.remindAfterDays}, 'quietWeekdays', ${p.quietWeekdays}, 'from', ${p.from},
       'until', ${p.until}, 'delegate', ${userShort('delegate', 'id')})) AS json
     FROM app_user u
     LEFT JOIN mail_preference p ON p.organisation_id = u.organisation_id AND p.user_id = u.id
     LEFT JOIN app_user delegate ON delegate.organisation_id = p.organisation_id AND delegate.id = p.delegate_id
       AND delegate.deleted_at IS NULL
     WHERE u.id = $1`,
    [person],
  );
  return row!.json;
}

/** Whether the id is that of somebody in the directory. */
export async function isPerson(tx: Tx, id: number): Promise<boolean> {
  return (await tx.query('SELECT FROM app_user WHERE id = $1 AND deleted_at IS NULL', [id])).length === 1;
}

export const savePreferences = (
  tx: WriteTx,
  person: number,
  choice: MailPreferences,
  delegate: number | null,
) =>
  tx.query(
    `INSERT INTO mail_preference (organisation_id, user_id, arrival, reminders, remind_after_days, quiet_weekdays,
       send_from, send_until, delegate_id, date_updated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (organisation_id, user_id) DO UPDATE SET arrival = excluded.arrival,
       reminders = excluded.reminders, remind_after_days = excluded.remind_after_days,
       quiet_weekdays = excluded.quiet_weekdays, send_from = excluded.send_from,
       send_until = excluded.send_until, delegate_id = excluded.delegate_id, date_updated = excluded.date_updated`,
    [
      tx.organisation,
      person,
      choice.arrival,
      choice.reminders,
      choice.remindAfterDays,
      choice.quietWeekdays,
      choice.from,
      choice.until,
      delegate,
      tx.stamp,
    ],
  );

/** When the person may be written to. */
export async function reachableOf(tx: Tx, person: number): Promise<Reachable> {
  const [row] = await tx.query<{ reachable: Reachable }>(
    `SELECT ${reachable('u', 'p')} AS reachable FROM app_user u
     LEFT JOIN mail_preference p ON p.organisation_id = u.organisation_id AND p.user_id = u.id WHERE u.id = $1`,
    [person],
  );
  return row!.reachable;
}

/** What waits for the person and has not been tried is sent by the new choice. */
export const rescheduleNotices = (tx: WriteTx, person: number, due: Date) =>
  tx.query(
    `UPDATE mail_notice SET due = $2, date_updated = $3
     WHERE to_user_id = $1 AND state = 'waiting' AND attempts = 0 AND due > $3`,
    [person, due, tx.stamp],
  );
