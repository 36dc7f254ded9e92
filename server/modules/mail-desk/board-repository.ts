import type { StatusCode } from '#contract/mail.ts';
import type { ListQuery } from '#contract/wire.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';

/** How many statuses of a kind each person has entered, since the time asked for. */
function tally(code: StatusCode, query: ListQuery) {
  const { search } = query;
  // A parcel that came back from a hold was checked in by the clock or by its recipient.
  const where = conditions(`s.code = $1${code === 'checkin' ? ' AND s.reason IS NULL' : ''}`, code);
  where.add('s.date_created > ?', feedStart(query));
  const named = conditions('true', ...where.params);
  named.add('fold(u.name) LIKE fold(?)', search === undefined ? undefined : containing(search));
  const sql = `SELECT u.organisation_id, u.id, tally.count FROM (
      SELECT s.organisation_id, s.entered_by, count(*) AS count FROM mail_status s
      WHERE ${where.sql} GROUP BY 1, 2
    ) tally
    JOIN app_user u ON u.organisation_id = tally.organisation_id AND u.id = tally.entered_by
    WHERE ${named.sql}`;
  return { sql, params: named.params };
}

/** The busiest first, as a JSON array. */
export async function listBoard(tx: Tx, code: StatusCode, query: ListQuery): Promise<string> {
  const { sql, params } = tally(code, query);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT * FROM (${sql}) board ORDER BY count DESC, id LIMIT ${query.limit} OFFSET ${query.startAt}
     )
     SELECT coalesce(json_agg((SELECT one FROM (SELECT count, ${userShort('page', 'id')} AS "user") one)), '[]')::text
       AS json FROM page`,
    params,
  );
  return row!.json;
}

/** How many people are on the board. */
export async function countBoard(tx: Tx, code: StatusCode, query: ListQuery): Promise<number> {
  const { sql, params } = tally(code, query);
  const text = `SELECT count(*) AS count FROM (${sql}) board`;
  const [row] = await tx.query<{ count: number }>(text, params);
  return row!.count;
}
