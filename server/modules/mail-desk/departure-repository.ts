import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { Parcel } from './parcel.ts';
import { SELECTED } from './write-repository.ts';

/** Open parcels for a person or to be given to them, with the person's name. */
export const findPersonsParcels = (tx: WriteTx, user: number) =>
  tx.query<Parcel & { name: string }>(
    `SELECT ${SELECTED},
       (SELECT u.name FROM app_user u WHERE u.organisation_id = current_organisation() AND u.id = $1) AS name
     FROM mail_item
     WHERE (to_user_id = $1 OR deliver_to_id = $1) AND current_queue <> 'OUT' AND deleted_at IS NULL`,
    [user],
  );

/** Open parcels for any of these people or to be given to them. */
export const findParcelsOf = (tx: Tx, users: readonly number[]) =>
  tx.query<Parcel>(
    `SELECT ${SELECTED} FROM mail_item
     WHERE (to_user_id = ANY($1::bigint[]) OR deliver_to_id = ANY($1::bigint[])) AND current_queue <> 'OUT'
       AND deleted_at IS NULL ORDER BY id`,
    [users],
  );

/** Ends what a person may collect: by their own code, and for others as their delegate. */
export async function dropDelegate(tx: WriteTx, user: number): Promise<void> {
  await tx.query('DELETE FROM collect_code WHERE user_id = $1', [user]);
  await tx.query('UPDATE mail_preference SET delegate_id = NULL, date_updated = $2 WHERE delegate_id = $1', [
    user,
    tx.stamp,
  ]);
}
