import type { z } from 'zod';
import { bagNumberOf } from '#contract/mail-codes.ts';
import type { Bag, bagQuery } from '#contract/mail-bags.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, feedStart, pageSql } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';
import { namedJson, numbered } from './item-json.ts';
import { renderItems } from './read-repository.ts';

type BagQuery = z.output<typeof bagQuery>;
const code = (b: string) => numbered('BAG-', `${b}.number`);

const held = (b: string) => `(SELECT count(*) FROM mail_item m WHERE m.organisation_id = ${b}.organisation_id
  AND m.mail_bag_id = ${b}.id AND m.deleted_at IS NULL)`;
const carried = (b: string) => `(SELECT count(*) FROM mail_bag_item m
  WHERE m.organisation_id = ${b}.organisation_id AND m.mail_bag_id = ${b}.id)`;

/** Columns of the contract's `bag`, of the mail_bag row behind the alias. */
const columns = (b: string) => `${b}.id, ${code(b)} AS code, ${b}.state,
  ${namedJson('center', b, 'from_center_id')} AS "from", ${namedJson('center', b, 'to_center_id')} AS "to",
  CASE ${b}.state WHEN 'open' THEN ${held(b)} ELSE ${carried(b)} END AS count,
  CASE ${b}.state WHEN 'received' THEN ${held(b)} ELSE 0 END AS missing,
  ${userShort(b, 'created_by')} AS "createdBy", epoch_ms(${b}.sent_at) AS "sentAt",
  epoch_ms(${b}.received_at) AS "receivedAt", ${userShort(b, 'received_by')} AS "receivedBy",
  epoch_ms(${b}.date_created) AS "dateCreated", epoch_ms(${b}.date_updated) AS "dateUpdated"`;
const bagJson = (b: string) =>
  `json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${columns(b)}) one)))::text`;

const orderables = {
  id: 'b.id',
  code: 'b.number',
  state: 'b.state',
  dateCreated: 'b.date_created',
  dateUpdated: 'b.date_updated',
  sentAt: 'b.sent_at',
  receivedAt: 'b.received_at',
};

function matching(query: BagQuery) {
  const where = conditions('true');
  where.add('b.state = ANY(?)', query.state);
  where.add('(b.from_center_id = ANY(?) OR b.to_center_id = ANY(?))', query.centerId);
  where.add('b.date_updated > ?', feedStart(query));
  // A tag as it is printed, or the digits of one.
  const { search } = query;
  const number = search === undefined ? undefined : (bagNumberOf(search) ?? bagNumberOf(`BAG${search}`) ?? 0);
  where.add('b.number = ?', number);
  return where;
}

/** A page of bags as a JSON array. */
export async function listBags(tx: Tx, query: BagQuery): Promise<string> {
  const where = matching(query);
  const rows = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT b.* FROM mail_bag b WHERE ${where.sql} ${pageSql(orderables, query)}
     ) SELECT ${bagJson('page')} AS json FROM page`,
    where.params,
  );
  return `[${rows.map((row) => row.json).join(',')}]`;
}

export async function countBags(tx: Tx, query: BagQuery): Promise<number> {
  const where = matching(query);
  const sql = `SELECT count(*) AS count FROM mail_bag b WHERE ${where.sql}`;
  const [row] = await tx.query<{ count: number }>(sql, where.params);
  return row!.count;
}

/** A bag without its parcels as JSON text, by id or by the number on its tag. */
export async function showBag(tx: Tx, by: 'id' | 'number', value: number): Promise<string | undefined> {
  const [row] = await tx.named<{ json: string }>(
    `mail-bag-${by}`,
    `SELECT ${bagJson('b')} AS json FROM mail_bag b WHERE b.${by} = $1`,
    [value],
  );
  return row?.json;
}

/** A bag with what it holds or carried, as JSON text. */
export async function showBagWithItems(tx: Tx, id: number): Promise<string | undefined> {
  const bag = await showBag(tx, 'id', id);
  if (bag === undefined) return undefined;
  const { carried } = await contentsOf(tx, id);
  const items = await renderItems(tx, [...carried]);
  return `${bag.slice(0, -1)},"items":[${[...carried].map((item) => items.get(item)!).join(',')}]}`;
}

export type BagRow = { id: number; code: string; state: Bag['state']; from: number; to: number };

export async function loadBag(tx: Tx, id: number): Promise<BagRow | undefined> {
  const [row] = await tx.query<BagRow>(
    `SELECT b.id, ${code('b')} AS code, b.state, b.from_center_id AS "from", b.to_center_id AS "to"
     FROM mail_bag b WHERE b.id = $1`,
    [id],
  );
  return row;
}

export async function insertBag(tx: WriteTx, by: number, number: number, from: number, to: number) {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO mail_bag (organisation_id, number, from_center_id, to_center_id, created_by, date_created, date_updated)
     VALUES ($1, $2, $3, $4, $5, $6, $6) RETURNING id`,
    [tx.organisation, number, from, to, by, tx.stamp],
  );
  return row!.id;
}

export const touchBag = (tx: WriteTx, id: number) =>
  tx.query('UPDATE mail_bag SET date_updated = $2 WHERE id = $1', [id, tx.stamp]);

/** Closes a bag and writes down what it carries. */
export const markSent = (tx: WriteTx, id: number) =>
  tx.query(
    `WITH sent AS (UPDATE mail_bag SET state = 'sent', sent_at = $2, date_updated = $2 WHERE id = $1)
     INSERT INTO mail_bag_item (organisation_id, mail_bag_id, mail_item_id)
     SELECT organisation_id, mail_bag_id, id FROM mail_item WHERE mail_bag_id = $1 AND deleted_at IS NULL`,
    [id, tx.stamp],
  );

export const markReceived = (tx: WriteTx, by: number, id: number) =>
  tx.query(
    `UPDATE mail_bag SET state = 'received', received_at = $2, received_by = $3, date_updated = $2 WHERE id = $1`,
    [id, tx.stamp, by],
  );

/** Ids of what is in the bag now, and of all that it carried. */
export async function contentsOf(tx: Tx, id: number) {
  const rows = await tx.query<{ id: number; inside: boolean }>(
    `SELECT i.id, i.mail_bag_id IS NOT DISTINCT FROM $1 AS inside FROM mail_item i
     WHERE i.deleted_at IS NULL AND i.id IN (
       SELECT m.id FROM mail_item m WHERE m.mail_bag_id = $1
       UNION SELECT m.mail_item_id FROM mail_bag_item m WHERE m.mail_bag_id = $1)
     ORDER BY i.id`,
    [id],
  );
  return {
    inside: rows.filter(({ inside }) => inside).map((row) => row.id),
    carried: new Set(rows.map((row) => row.id)),
  };
}
