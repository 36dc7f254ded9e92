import type { NoticeChoice, NoticePreferences } from '#contract/notices.ts';
import { appNoticeKinds } from '#contract/notices.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

/** A person's choices for every kind, in the order of the contract. */
export async function loadPreferences(tx: Tx, person: number): Promise<NoticePreferences> {
  const [row] = await tx.query<NoticePreferences>(
    `SELECT coalesce(s.digest_hour, 8) AS "digestHour", o.time_zone AS "timeZone",
       (SELECT json_agg(json_build_object('kind', k.kind, 'inApp', c.in_app, 'email', c.email) ORDER BY k.nth)
        FROM unnest($2::text[]) WITH ORDINALITY k (kind, nth)
        CROSS JOIN LATERAL notice_choice(o.id, $1, k.kind) c) AS kinds
     FROM organisation o LEFT JOIN notice_setting s ON s.organisation_id = o.id AND s.user_id = $1
     WHERE o.id = current_organisation()`,
    [person, appNoticeKinds],
  );
  return row!;
}

/** Stores choices whole. What waits for a digest that is not wanted any more leaves it. */
export async function saveChoices(tx: WriteTx, person: number, choices: readonly NoticeChoice[]) {
  const given = [JSON.stringify(choices), person];
  await tx.query(
    `INSERT INTO notice_preference AS p (organisation_id, user_id, kind, in_app, email)
     SELECT current_organisation(), $2, g.kind, g."inApp", g.email
     FROM jsonb_to_recordset($1::jsonb) AS g (kind text, "inApp" boolean, email text)
     ON CONFLICT (organisation_id, user_id, kind) DO UPDATE SET in_app = excluded.in_app, email = excluded.email`,
    given,
  );
}

/** Letters that were to go into a digest by a choice that has been changed since do not. */
export const leaveDigest = (tx: WriteTx, person: number) =>
  tx.query(
    `UPDATE app_notice n SET digest_due = NULL
     WHERE n.organisation_id = current_organisation() AND n.user_id = $1 AND n.digest_due IS NOT NULL
       AND (SELECT c.email <> 'digest' FROM notice_choice(n.organisation_id, n.user_id, n.kind) c)`,
    [person],
  );

/** What waits for the digest goes at the new hour. */
export async function saveHour(tx: WriteTx, person: number, hour: number) {
  await tx.query(
    `INSERT INTO notice_setting (organisation_id, user_id, digest_hour) VALUES (current_organisation(), $1, $2)
     ON CONFLICT (organisation_id, user_id) DO UPDATE SET digest_hour = excluded.digest_hour`,
    [person, hour],
  );
  await tx.query(
    `UPDATE app_notice n SET digest_due = next_digest(n.organisation_id, n.user_id, $2)
     WHERE n.organisation_id = current_organisation() AND n.user_id = $1 AND n.digest_due > $2`,
    [person, tx.stamp],
  );
}
