import type { MailStatus, StatusCode } from '#contract/mail.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { Parcel, ParcelFields } from './parcel.ts';

// property of ParcelFields, column, type: one table for reading and for both ways of writing.
const fields: [keyof ParcelFields, string, string][] = [
  ['itemType', 'item_type', 'text'],
  ['deliveryType', 'delivery_type', 'text'],
  ['trackingNumber', 'tracking_number', 'text'],
  ['trackingKey', 'tracking_key', 'text'],
  ['toUser', 'to_user_id', 'bigint'],
  ['deliverTo', 'deliver_to_id', 'bigint'],
  ['fromUser', 'from_user_id', 'bigint'],
  ['recipientName', 'recipient_name', 'text'],
  ['sender', 'sender', 'text'],
  ['toAddress', 'to_address', 'text'],
  ['runningNumber', 'running_number', 'integer'],
  ['exception', 'exception', 'text'],
  ['pendingReason', 'pending_reason', 'text'],
  ['pendingUntil', 'pending_until', 'timestamptz'],
  ['forwardTo', 'forward_to', 'text'],
  ['bag', 'mail_bag_id', 'bigint'],
  ['center', 'center_id', 'bigint'],
  ['route', 'mail_route_id', 'bigint'],
  ['mailStop', 'mail_stop_id', 'bigint'],
  ['location', 'mail_location_id', 'bigint'],
  ['courier', 'courier_id', 'bigint'],
  ['packageType', 'package_type_id', 'bigint'],
];
const columns = fields.map(([, column]) => column).join(', ');
const given = fields.map(([name]) => `given."${name}"`).join(', ');
const shape = fields.map(([name, , type]) => `"${name}" ${type}`).join(', ');

/** The columns of mail_item as a Parcel. */
export const SELECTED = `mail_item.id, current_queue AS queue, epoch_ms(mail_item.date_updated) AS "dateUpdated",
  ${fields.map(([name, column]) => `${column} AS "${name}"`).join(', ')}`;
const SELECT = `SELECT ${SELECTED} FROM mail_item`;

/** The parcels among `ids` that are there. */
export const loadParcels = (tx: Tx, ids: number[]) =>
  tx.named<Parcel>('mail-load', `${SELECT} WHERE id = ANY($1::bigint[]) AND deleted_at IS NULL`, [ids]);

const OPEN = `current_queue <> 'OUT' AND deleted_at IS NULL`;
/** Parcels still at the desk under these keys or running numbers; at most one of each, by constraint. */
export const findOpenParcels = (tx: Tx, keys: string[], runningNumbers: number[] = []) =>
  tx.named<Parcel>(
    'mail-open',
    `${SELECT} WHERE tracking_key = ANY($1::text[]) AND ${OPEN}
     UNION ${SELECT} WHERE running_number = ANY($2::integer[]) AND ${OPEN}`,
    [keys, runningNumbers],
  );

/** Pending parcels whose time has come. */
export const loadDueParcels = (tx: WriteTx) =>
  tx.query<Parcel>(
    `${SELECT} WHERE pending_until <= $1 AND current_queue = 'PENDING' AND deleted_at IS NULL`,
    [tx.stamp],
  );

/** Adds parcels with their check-in statuses in one statement; answers their ids in the order given. */
export async function insertParcels(tx: WriteTx, by: number, parcels: ParcelFields[]): Promise<number[]> {
  if (parcels.length === 0) return [];
  // Identity values follow the ORDER BY of the source, so ascending ids are the order given.
  const rows = await tx.named<{ id: number }>(
    'mail-insert',
    `WITH given AS (
       SELECT * FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${shape})) WITH ORDINALITY
     ), added AS (
       INSERT INTO mail_item (organisation_id, original_tracking_number, date_created, date_updated, updated_by, ${columns})
       SELECT $2, given."trackingNumber", $3, $3, $4, ${given} FROM given ORDER BY ordinality
       RETURNING id, center_id
     )
     INSERT INTO mail_status (organisation_id, mail_item_id, code, center_id, entered_by, date_created)
     SELECT $2, id, 'checkin', center_id, $4, $3 FROM added ORDER BY id
     RETURNING mail_item_id AS id`,
    [JSON.stringify(parcels), tx.organisation, tx.stamp, by],
  );
  return rows.map((row) => row.id).toSorted((a, b) => a - b);
}

/** Writes parcels back as they are to stand, and stamps them. */
export async function saveParcels(tx: WriteTx, by: number | null, parcels: Parcel[]): Promise<void> {
  if (parcels.length === 0) return;
  await tx.named(
    'mail-save',
    `UPDATE mail_item SET current_queue = given.queue, date_updated = $2, updated_by = $3,
       delivered_at = CASE WHEN given.queue = 'OUT' THEN coalesce(delivered_at, $2) END,
       (${columns}) = ROW (${given})
     FROM jsonb_to_recordset($1::jsonb) AS given (id bigint, queue text, ${shape})
     WHERE mail_item.id = given.id AND deleted_at IS NULL`,
    [JSON.stringify(parcels), tx.stamp, by],
  );
}

export type NewStatus = {
  item: number;
  center: number;
  note: string | null;
  collectedBy: number | null;
  collectedByName: string | null;
  signature: number | null;
  photograph: number | null;
  reason: MailStatus['reason'] | null;
  outcome: MailStatus['outcome'] | null;
};

/** A status without a word. */
export const NOTHING_SAID: Omit<NewStatus, 'item' | 'center'> = {
  note: null,
  collectedBy: null,
  collectedByName: null,
  signature: null,
  photograph: null,
  reason: null,
  outcome: null,
};

/** @param by null: the clock */
export async function addStatuses(tx: WriteTx, by: number | null, code: StatusCode, statuses: NewStatus[]) {
  if (statuses.length === 0) return;
  await tx.named(
    'mail-status',
    `INSERT INTO mail_status (organisation_id, mail_item_id, code, center_id, entered_by, date_created, note,
       collected_by, collected_by_name, signature_id, photograph_id, reason, outcome)
     SELECT $2, item, $3, center, $4, $5, note, "collectedBy", "collectedByName", signature, photograph, reason, outcome
     FROM jsonb_to_recordset($1::jsonb) AS given (item bigint, center bigint, note text, "collectedBy" bigint,
       "collectedByName" text, signature bigint, photograph bigint, reason text, outcome text)`,
    [JSON.stringify(statuses), tx.organisation, code, by, tx.stamp],
  );
}

export async function insertComment(tx: WriteTx, by: number, item: number, content: string) {
  await tx.named(
    'mail-comment',
    `WITH touched AS (UPDATE mail_item SET date_updated = $5, updated_by = $3 WHERE id = $2)
     INSERT INTO mail_comment (organisation_id, mail_item_id, entered_by, content, date_created)
     VALUES ($1, $2, $3, $4, $5)`,
    [tx.organisation, item, by, content, tx.stamp],
  );
}

export async function removeParcel(tx: WriteTx, by: number, item: number) {
  await tx.query('UPDATE mail_item SET deleted_at = $2, date_updated = $2, updated_by = $3 WHERE id = $1', [
    item,
    tx.stamp,
    by,
  ]);
}
