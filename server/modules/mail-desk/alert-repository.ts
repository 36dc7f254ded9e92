import type { WriteTx } from '#server/lib/database.ts';
import { userShort } from '#server/lib/user-json.ts';

export type Alert = { notes: string; user: number | null; multipleAlerts: boolean };

/** A standing note that is still there. */
export async function loadAlert(tx: WriteTx, id: number): Promise<Alert | undefined> {
  const [alert] = await tx.query<Alert>(
    `SELECT notes, user_id AS "user", multiple_alerts AS "multipleAlerts" FROM mail_alert
     WHERE id = $1 AND deleted_at IS NULL`,
    [id],
  );
  return alert;
}

export async function insertAlert(tx: WriteTx, by: number, { notes, user, multipleAlerts }: Alert) {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO mail_alert (organisation_id, user_id, notes, multiple_alerts, entered_by, date_created, date_updated)
     VALUES ($1, $2, $3, $4, $5, $6, $6) RETURNING id`,
    [tx.organisation, user, notes, multipleAlerts, by, tx.stamp],
  );
  return row!.id;
}

export const saveAlert = (tx: WriteTx, id: number, { notes, user, multipleAlerts }: Alert) =>
  tx.query(
    'UPDATE mail_alert SET user_id = $2, notes = $3, multiple_alerts = $4, date_updated = $5 WHERE id = $1',
    [id, user, notes, multipleAlerts, tx.stamp],
  );

export const removeAlert = (tx: WriteTx, id: number) =>
  tx.query('UPDATE mail_alert SET deleted_at = $2, date_updated = $2 WHERE id = $1', [id, tx.stamp]);

/** As JSON text. */
export async function showAlert(tx: WriteTx, id: number): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls(json_build_object('id', look.id, 'notes', look.notes,
       'multipleAlerts', look.multiple_alerts, 'enteredBy', ${userShort('look', 'entered_by')},
       'user', ${userShort('look', 'user_id')}))::text AS json
     FROM mail_alert look WHERE look.id = $1`,
    [id],
  );
  return row!.json;
}
