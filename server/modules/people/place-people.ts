import type { WriteTx } from '#server/lib/database.ts';

/** SQL: what the rows say of the person. Looked up, not joined: a join of tables just filled goes through all people for each. */
const said = (name: string) => `($1::jsonb -> u.id::text ->> '${name}')::bigint`;
/** Writes a stamp with every change, as all writes of people do. */
const changed = (tx: WriteTx, sets: string, rows: readonly { id: number }[]) =>
  rows.length === 0
    ? []
    : tx.query(
        `UPDATE app_user u SET date_updated = $2, ${sets}
         WHERE u.organisation_id = current_organisation() AND u.deleted_at IS NULL AND u.id = ANY($3::bigint[])`,
        [
          JSON.stringify(Object.fromEntries(rows.map((row) => [row.id, row]))),
          tx.stamp,
          rows.map(({ id }) => id),
        ],
      );

/** Where people sit and fetch their mail from now on; null: nowhere. The caller has checked the ids, and announces. */
export const placePeople = async (
  tx: WriteTx,
  people: readonly { id: number; room: number | null; mailStop: number | null }[],
): Promise<void> =>
  void (await changed(tx, `room_id = ${said('room')}, mail_stop_id = ${said('mailStop')}`, people));

/** Whom people report to from now on; null: nobody. @throws a violation of app_user_manager_circle */
export const rehang = async (
  tx: WriteTx,
  people: readonly { id: number; manager: number | null }[],
): Promise<void> => void (await changed(tx, `manager_id = ${said('manager')}`, people));

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
