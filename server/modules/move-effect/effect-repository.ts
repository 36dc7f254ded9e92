import type { MoveItemChange } from '#contract/move-effect.ts';
import type { WriteTx } from '#server/lib/database.ts';

/** Keeps what the items changed; who came by one belongs to it from now on. */
export const saveOutcomes = (tx: WriteTx, changes: readonly MoveItemChange[]) =>
  tx.query(
    `UPDATE move_item i SET outcome = g.change, user_id = coalesce(i.user_id, g.person)
     FROM jsonb_to_recordset($1::jsonb) AS g (id bigint, person bigint, change jsonb)
     WHERE i.organisation_id = current_organisation() AND i.id = g.id`,
    [JSON.stringify(changes.map((change) => ({ id: change.id, person: change.person?.id, change })))],
  );

export const markEffected = (tx: WriteTx, ids: readonly number[], by: number | undefined) =>
  tx.query(
    `UPDATE move_request SET effected_at = $2, failure = NULL, failed_at = NULL, date_updated = $2, updated_by = $3,
       move_status_id = (SELECT s.id FROM move_status s
         WHERE s.organisation_id = move_request.organisation_id AND s.code = 'don')
     WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])`,
    [ids, tx.stamp, by ?? null],
  );

/** Notes why these did not take effect; answers those that said something else before. */
export const markFailed = (tx: WriteTx, failures: readonly { id: number; why: string }[]) =>
  tx.query<{ id: number; why: string }>(
    `UPDATE move_request r SET failure = g.why, failed_at = $2, date_updated = $2
     FROM jsonb_to_recordset($1::jsonb) AS g (id bigint, why text)
     WHERE r.organisation_id = current_organisation() AND r.id = g.id AND r.effected_at IS NULL
       AND r.failure IS DISTINCT FROM g.why RETURNING r.id, g.why`,
    [JSON.stringify(failures), tx.stamp],
  );

/** Has the person be written to with the way into their account. */
export const queueInvitation = (tx: WriteTx, user: number, by: number) =>
  tx.query(
    `INSERT INTO move_invitation (organisation_id, user_id, invited_by, due)
     VALUES (current_organisation(), $1, $2, $3) ON CONFLICT DO NOTHING`,
    [user, by, tx.stamp],
  );

export type ItemOwner = { request: number; kind: string; person: number | null };
export async function itemById(tx: WriteTx, id: number): Promise<ItemOwner | undefined> {
  const [row] = await tx.query<ItemOwner>(
    `SELECT i.move_request_id AS request, t.type_code AS kind, i.user_id AS person FROM move_item i
     JOIN move_request_type t ON t.organisation_id = i.organisation_id AND t.id = i.move_request_type_id
     WHERE i.organisation_id = current_organisation() AND i.id = $1`,
    [id],
  );
  return row;
}

/** @param chosen null: the usual */
export async function chooseAssets(
  tx: WriteTx,
  item: number,
  chosen: readonly number[] | null,
): Promise<void> {
  await tx.query(
    'UPDATE move_item SET assets_chosen = $2 WHERE organisation_id = current_organisation() AND id = $1',
    [item, chosen !== null],
  );
  await tx.query(
    'DELETE FROM move_item_taken WHERE organisation_id = current_organisation() AND move_item_id = $1',
    [item],
  );
  await tx.query(
    `INSERT INTO move_item_taken (organisation_id, move_item_id, asset_id)
     SELECT DISTINCT current_organisation(), $1::bigint, asset FROM unnest($2::bigint[]) asset`,
    [item, chosen ?? []],
  );
}

export const chooseHeir = (tx: WriteTx, item: number, heir: number | null) =>
  tx.query('UPDATE move_item SET heir_id = $2 WHERE organisation_id = current_organisation() AND id = $1', [
    item,
    heir,
  ]);
