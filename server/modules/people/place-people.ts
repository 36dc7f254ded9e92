import type { WriteTx } from '#server/lib/database.ts';

/** Writes a stamp with every change, as all writes of people do. */
const changed = (tx: WriteTx, sets: string, columns: string, rows: readonly object[]) =>
  rows.length === 0
    ? []
    : tx.query(
        `UPDATE app_user u SET date_updated = $2, ${sets} FROM jsonb_to_recordset($1::jsonb) AS g (id bigint, ${columns})
         WHERE u.organisation_id = current_organisation() AND u.deleted_at IS NULL AND u.id = g.id`,
        [JSON.stringify(rows), tx.stamp],
      );

/** Where people sit and fetch their mail from now on; null: nowhere. The caller has checked the ids, and announces. */
export const placePeople = async (
  tx: WriteTx,
  people: readonly { id: number; room: number | null; mailStop: number | null }[],
): Promise<void> =>
  void (await changed(
    tx,
    'room_id = g.room, mail_stop_id = g."mailStop"',
    'room bigint, "mailStop" bigint',
    people,
  ));

/** Whom people report to from now on; null: nobody. @throws a violation of app_user_manager_circle */
export const rehang = async (
  tx: WriteTx,
  people: readonly { id: number; manager: number | null }[],
): Promise<void> => void (await changed(tx, 'manager_id = g.manager', 'manager bigint', people));

/** Has the person manage the center, unless they do. */
export async function letManage(tx: WriteTx, user: number, center: number): Promise<void> {
  await tx.query(
    `INSERT INTO permission (organisation_id, user_id, center_id, role)
     SELECT current_organisation(), $1, $2, 'MANAGER' WHERE NOT EXISTS (
       SELECT FROM permission WHERE organisation_id = current_organisation() AND user_id = $1 AND center_id = $2
         AND role IN ('ADMINISTRATOR', 'MANAGER'))`,
    [user, center],
  );
}
