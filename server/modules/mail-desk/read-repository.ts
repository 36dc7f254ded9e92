import { queues, type MailQuery, type Queue } from '#contract/mail.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, pageSql } from '#server/lib/paging.ts';
import { OPEN_EXCEPTION, matching } from './item-filters.ts';
import { itemsJson } from './item-json.ts';
import { filled, joinFor, orderables } from './item-order.ts';
import type { Viewer } from './parcel.ts';

/**
 * Parcels as JSON text by id. The ids come as JSON because of an array's length the planner would make much:
 * it planned the statement anew for each call, which takes longer than running it. They are turned into
 * numbers apart (OFFSET 0), because a cast in the join would keep row-level security from using the index.
 */
export async function renderItems(
  tx: Tx,
  ids: number[],
  { pictures }: { pictures: boolean } = { pictures: true },
): Promise<Map<number, string>> {
  const rows = await tx.named<{ id: number; json: string }>(
    pictures ? 'mail-render' : 'mail-render-own',
    itemsJson(
      `SELECT i.* FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
       JOIN mail_item i ON i.id = given.id WHERE i.deleted_at IS NULL`,
      { pictures },
    ),
    [JSON.stringify([...new Set(ids)])],
  );
  return new Map(rows.map(({ id, json }) => [id, json]));
}

/**
 * The page as a JSON array of parcels. Its ids are found first, by a statement planned for the filters at
 * hand; what is rendered then is always the same prepared statement.
 */
export async function listItems(tx: Tx, query: MailQuery, viewer: Viewer): Promise<string> {
  const where = matching(query, viewer);
  const page = await tx.query<{ id: number }>(
    `SELECT i.id FROM mail_item i ${joinFor(query.orderBy)}
     WHERE ${where.sql} ${pageSql(orderables, query, filled)}`,
    where.params,
  );
  if (page.length === 0) return '[]';
  const ids = page.map(({ id }) => id);
  const json = await renderItems(tx, ids, { pictures: viewer.desk });
  return `[${ids.flatMap((id) => json.get(id) ?? []).join(',')}]`;
}

/** Ids as a JSON array, ascending; a page of them, or all. */
export async function listIds(tx: Tx, query: MailQuery, viewer: Viewer, all: boolean): Promise<string> {
  const where = matching(query, viewer);
  const order = { ...query, orderBy: 'id', orderByType: 'asc' as const };
  const page = all ? 'ORDER BY i.id' : pageSql(orderables, order);
  const [row] = await tx.query<{ json: string }>(
    `SELECT coalesce(json_agg(id), '[]')::text AS json
     FROM (SELECT i.id FROM mail_item i WHERE ${where.sql} ${page}) page`,
    where.params,
  );
  return row!.json;
}

export async function countItems(tx: Tx, query: MailQuery, viewer: Viewer): Promise<number> {
  const where = matching(query, viewer);
  const sql = `SELECT count(*) AS count FROM mail_item i WHERE ${where.sql}`;
  const [row] = await tx.query<{ count: number }>(sql, where.params);
  return row!.count;
}

type QueueCounts = { counts: Record<Queue, number>; exceptions: number };

/** How many stand in each queue, and how many are exceptions, by all filters but that of the queue. */
export async function countQueues(tx: Tx, query: MailQuery, viewer: Viewer): Promise<QueueCounts> {
  const where = matching({ ...query, queue: undefined }, viewer);
  // Apart, so that the first can count in an index that knows nothing of exceptions.
  const rows = await tx.query<{ name: string; count: number }>(
    `SELECT i.current_queue AS name, count(*) AS count FROM mail_item i WHERE ${where.sql} GROUP BY 1
     UNION ALL
     SELECT 'exceptions', count(*) FROM mail_item i WHERE ${where.sql} AND ${OPEN_EXCEPTION}`,
    where.params,
  );
  const counts = new Map(rows.map(({ name, count }) => [name, count]));
  const byQueue = queues.map((queue) => [queue, counts.get(queue) ?? 0]);
  return {
    counts: Object.fromEntries(byQueue) as Record<Queue, number>,
    exceptions: counts.get('exceptions')!,
  };
}

const openQueues = ['IN', 'PENDING', 'TRANSFER', 'CHECKOUT'] as const;
export type Standing = Record<(typeof openQueues)[number], { count: number; oldest?: number }>;
/** How many stand in each queue before delivery, and when the first of them was checked in, epoch ms. */
export async function standingIn(tx: Tx, query: MailQuery, viewer: Viewer): Promise<Standing> {
  const where = matching({ ...query, queue: [...openQueues] }, viewer);
  const rows = await tx.query<{ queue: Queue; count: number; oldest: number }>(
    `SELECT i.current_queue AS queue, count(*) AS count, epoch_ms(min(i.date_created)) AS oldest
     FROM mail_item i WHERE ${where.sql} GROUP BY 1`,
    where.params,
  );
  const found = new Map(rows.map(({ queue, ...standing }) => [queue, standing]));
  const standing = openQueues.map((queue) => [queue, found.get(queue) ?? { count: 0 }]);
  return Object.fromEntries(standing) as Standing;
}

/** One parcel as JSON text, or undefined when there is none that the viewer may see. */
export async function showItem(tx: Tx, id: number, viewer: Viewer): Promise<string | undefined> {
  const where = conditions('i.id = $1 AND i.deleted_at IS NULL', id);
  if (!viewer.desk) where.add('(i.to_user_id = ? OR i.deliver_to_id = ?)', viewer.id);
  const [row] = await tx.named<{ json: string }>(
    viewer.desk ? 'mail-show' : 'mail-show-own',
    itemsJson(`SELECT i.* FROM mail_item i WHERE ${where.sql}`, { pictures: viewer.desk }),
    where.params,
  );
  return row?.json;
}
