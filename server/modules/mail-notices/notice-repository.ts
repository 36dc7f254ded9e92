import type { z } from 'zod';
import type { Notice, noticeQuery } from '#contract/mail-notices.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';

export type NoticeQuery = z.output<typeof noticeQuery>;

const orderables = {
  id: 'n.id',
  kind: 'n.kind',
  state: 'n.state',
  due: 'n.due',
  attempts: 'n.attempts',
  sentAt: 'n.sent_at',
  dateCreated: 'n.date_created',
};

function matching(query: NoticeQuery) {
  const where = conditions('true');
  where.add('n.state = ANY(?)', query.state);
  where.add(
    `n.id IN (SELECT told.mail_notice_id FROM mail_notice_item told WHERE told.mail_item_id = ANY(?::bigint[]))`,
    query.itemId,
  );
  where.add(
    `EXISTS (SELECT FROM app_user u WHERE u.organisation_id = n.organisation_id AND u.id = n.to_user_id
       AND fold(u.name || E'\\n' || u.email) LIKE fold(?))`,
    query.search === undefined ? undefined : containing(query.search),
  );
  where.add('n.date_updated > ?', feedStart(query));
  return where;
}

/** SQL of the contract's `runningNumberText`. */
const running = `'A-' || lpad(i.running_number::text, greatest(6, length(i.running_number::text)), '0')`;
const itemsJson = `(SELECT coalesce(json_agg(json_build_object('id', i.id, 'trackingNumber', i.tracking_number,
    'runningNumber', ${running}) ORDER BY i.id), '[]')
  FROM mail_notice_item told
  JOIN mail_item i ON i.organisation_id = told.organisation_id AND i.id = told.mail_item_id AND i.deleted_at IS NULL
  WHERE told.organisation_id = n.organisation_id AND told.mail_notice_id = n.id)`;

const noticeJson = `json_strip_nulls(json_build_object('id', n.id, 'kind', n.kind, 'state', n.state,
  'to', ${userShort('n', 'to_user_id')},
  'itemIds', ARRAY(SELECT told.mail_item_id FROM mail_notice_item told
    WHERE told.organisation_id = n.organisation_id AND told.mail_notice_id = n.id ORDER BY 1),
  'items', ${itemsJson},
  'due', epoch_ms(n.due), 'attempts', n.attempts, 'lastError', n.last_error, 'sentAt', epoch_ms(n.sent_at),
  'dateCreated', epoch_ms(n.date_created)))`;

/** The page as a JSON array. */
export async function listNotices(tx: Tx, query: NoticeQuery): Promise<string> {
  const where = matching(query);
  const rows = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (SELECT n.* FROM mail_notice n WHERE ${where.sql} ${pageSql(orderables, query)})
     SELECT ${noticeJson}::text AS json FROM page n`,
    where.params,
  );
  return `[${rows.map(({ json }) => json).join(',')}]`;
}

export async function countNotices(tx: Tx, query: NoticeQuery): Promise<number> {
  const where = matching(query);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM mail_notice n WHERE ${where.sql}`,
    where.params,
  );
  return row!.count;
}

/** As JSON text. */
export async function showNotice(tx: Tx, id: number): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT ${noticeJson}::text AS json FROM mail_notice n WHERE n.id = $1`,
    [id],
  );
  return row!.json;
}

export async function findNotice(tx: Tx, id: number) {
  const [row] = await tx.query<{ state: Notice['state']; to: number }>(
    'SELECT state, to_user_id AS "to" FROM mail_notice WHERE id = $1',
    [id],
  );
  return row;
}

/** Begins again with the tries. One that is being sent at this moment is left to that. */
export const restartNotice = (tx: WriteTx, id: number, due: Date) =>
  tx.query(
    `UPDATE mail_notice SET state = 'waiting', attempts = 0, due = $2, date_updated = $3
     WHERE id = $1 AND state <> 'sent' AND (leased_until IS NULL OR leased_until < now())`,
    [id, due, tx.stamp],
  );
