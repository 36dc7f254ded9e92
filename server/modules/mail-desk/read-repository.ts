import { queues, type MailQuery, type Queue } from '#contract/mail.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, pageSql } from '#server/lib/paging.ts';
import { OPEN_EXCEPTION, matching } from './item-filters.ts';
import { itemJson } from './item-json.ts';
import { joinFor, orderables } from './item-order.ts';
import type { Viewer } from './parcel.ts';
import { prepared } from './prepared.ts';

type QueueCounts = { counts: Record<Queue, number>; exceptions: number };

const array = (rows: { json: string }[]) => `[${rows.map((row) => row.json).join(',')}]`;
/** Pages further on have a text of their own each, so only the first page is worth preparing. */
const run = (tx: Tx, query: MailQuery, sql: string, params: unknown[]) =>
  query.startAt === 0 ? prepared<{ json: string }>(tx, sql, params) : tx.query<{ json: string }>(sql, params);

const pageOf = (columns: string, query: MailQuery, where: string) =>
  `SELECT ${columns} FROM mail_item i ${joinFor(query.orderBy)} WHERE ${where} ${pageSql(orderables, query)}`;

/** The page as a JSON array of parcels. */
export async function listItems(tx: Tx, query: MailQuery, viewer: Viewer): Promise<string> {
  const where = matching(query, viewer);
  // No join outside the page, so its order is the order of the answer.
  const sql = `WITH page AS MATERIALIZED (${pageOf('i.*', query, where.sql)})
    SELECT ${itemJson('page', { pictures: viewer.desk })} AS json FROM page`;
  return array(await run(tx, query, sql, where.params));
}

/** Ids as a JSON array, ascending; a page of them, or all. */
export async function listIds(tx: Tx, query: MailQuery, viewer: Viewer, all: boolean): Promise<string> {
  const where = matching(query, viewer);
  const ids = all
    ? `SELECT i.id FROM mail_item i WHERE ${where.sql} ORDER BY i.id`
    : pageOf('i.id', { ...query, orderBy: 'id', orderByType: 'asc' }, where.sql);
  const [row] = await run(
    tx,
    query,
    `SELECT coalesce(json_agg(id), '[]')::text AS json FROM (${ids}) page`,
    where.params,
  );
  return row!.json;
}

export async function countItems(tx: Tx, query: MailQuery, viewer: Viewer): Promise<number> {
  const where = matching(query, viewer);
  const sql = `SELECT count(*) AS count FROM mail_item i WHERE ${where.sql}`;
  const [row] = await prepared<{ count: number }>(tx, sql, where.params);
  return row!.count;
}

/** How many stand in each queue, and how many are exceptions, by all filters but that of the queue. */
export async function countQueues(tx: Tx, query: MailQuery, viewer: Viewer): Promise<QueueCounts> {
  const where = matching({ ...query, queue: undefined }, viewer);
  // Apart, so that the first can count in an index that knows nothing of exceptions.
  const sql = `SELECT i.current_queue AS name, count(*) AS count FROM mail_item i WHERE ${where.sql} GROUP BY 1
    UNION ALL
    SELECT 'exceptions', count(*) FROM mail_item i WHERE ${where.sql} AND ${OPEN_EXCEPTION}`;
  const rows = await prepared<{ name: string; count: number }>(tx, sql, where.params);
  const counts = new Map(rows.map(({ name, count }) => [name, count]));
  const byQueue = queues.map((queue) => [queue, counts.get(queue) ?? 0]);
  return {
    counts: Object.fromEntries(byQueue) as Record<Queue, number>,
    exceptions: counts.get('exceptions')!,
  };
}

/** One parcel as JSON text, or undefined when there is none that the viewer may see. */
export async function showItem(tx: Tx, id: number, viewer: Viewer): Promise<string | undefined> {
  const where = conditions('i.id = $1 AND i.deleted_at IS NULL', id);
  if (!viewer.desk) where.add('(i.to_user_id = ? OR i.deliver_to_id = ?)', viewer.id);
  const sql = `SELECT ${itemJson('i', { pictures: viewer.desk })} AS json FROM mail_item i WHERE ${where.sql}`;
  const [row] = await prepared<{ json: string }>(tx, sql, where.params);
  return row?.json;
}

/** Parcels as JSON text by id, as the desk sees them. */
export async function renderItems(tx: Tx, ids: number[]): Promise<Map<number, string>> {
  const rows = await tx.named<{ id: number; json: string }>(
    'mail-render',
    `SELECT i.id, ${itemJson('i', { pictures: true })} AS json FROM mail_item i
     WHERE i.id = ANY($1::bigint[]) AND i.deleted_at IS NULL`,
    [ids],
  );
  return new Map(rows.map(({ id, json }) => [id, json]));
}
