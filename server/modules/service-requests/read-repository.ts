import type { ServiceRequestQuery, ServiceStats } from '#contract/service-requests.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, pageSql } from '#server/lib/paging.ts';
import type { Viewer } from './crew.ts';
import { findBySearch, matching, visible } from './request-filters.ts';
import { pastDue, requestsJson } from './request-json.ts';
import { filled, joinFor, orderables } from './request-order.ts';

/** Requests as JSON text by id, whoever looks: who may see them has been asked before. */
export async function renderRequests(tx: Tx, ids: readonly number[], { centers }: Viewer) {
  const rows = await tx.named<{ id: number; json: string }>('service-render', requestsJson, [
    JSON.stringify([...new Set(ids)]),
    centers ?? null,
  ]);
  return new Map(rows.map(({ id, json }) => [id, json]));
}

/** The page as a JSON array. Its ids are found first, by a statement planned for the filters at hand. */
export async function listRequests(tx: Tx, query: ServiceRequestQuery, viewer: Viewer): Promise<string> {
  const where = matching(query, viewer, await findBySearch(tx, query.search));
  // All that is open is due once, which the index of the late ones asks for.
  const byDue = query.open === true && query.orderBy === 'dueAt';
  where.when(byDue, 'r.late_at IS NOT NULL');
  const page = await tx.query<{ id: number }>(
    `SELECT r.id FROM service_request r ${joinFor(query.orderBy)}
     WHERE ${where.sql} ${pageSql(orderables, query, byDue ? [...filled, 'dueAt'] : filled)}`,
    where.params,
  );
  if (page.length === 0) return '[]';
  const ids = page.map(({ id }) => id);
  const json = await renderRequests(tx, ids, viewer);
  return `[${ids.flatMap((id) => json.get(id) ?? []).join(',')}]`;
}

export async function countRequests(tx: Tx, query: ServiceRequestQuery, viewer: Viewer): Promise<number> {
  const where = matching(query, viewer, await findBySearch(tx, query.search));
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM service_request r WHERE ${where.sql}`,
    where.params,
  );
  return row!.count;
}

/** One request as JSON text, or undefined when there is none that the viewer may see. */
export async function showRequest(tx: Tx, id: number, viewer: Viewer): Promise<string | undefined> {
  const where = conditions('r.id = $1 AND r.deleted_at IS NULL', id);
  visible(where, viewer);
  const found = await tx.query(`SELECT FROM service_request r WHERE ${where.sql}`, where.params);
  return found.length > 0 ? (await renderRequests(tx, [id], viewer)).get(id) : undefined;
}

/**
 * The figures of the lists that the viewer sees: centers they work in from the counts kept by triggers, what they asked
 * for elsewhere counted by itself.
 * @param open of the open ones alone; undefined: of all
 */
export async function countStats(
  tx: Tx,
  { id, centers }: Viewer,
  open: boolean | undefined,
): Promise<ServiceStats> {
  const own = conditions('r.deleted_at IS NULL AND r.requester_id = $1', id, centers ?? null);
  // Their own are in the counts already where they work in the center.
  own.when(true, 'NOT r.center_id = ANY($2::bigint[])').when(open, 'r.open', 'NOT r.open');
  const late = conditions('r.deleted_at IS NULL', id, centers ?? null);
  // Only what is open is ever late.
  late.when(true, open === false ? 'false' : pastDue('r'));
  if (centers !== undefined) late.when(true, '(r.requester_id = $1 OR r.center_id = ANY($2::bigint[]))');
  const kept = conditions('true').when(open, 'c.open', 'NOT c.open');
  const [row] = await tx.named<ServiceStats>(
    `service-stats-${open}-${centers === undefined}`,
    `WITH kept AS (
       SELECT c.user_id, c.high, sum(c.requests)::bigint AS requests FROM service_count c
       WHERE c.organisation_id = current_organisation() AND c.user_id IN (0, $1)
         AND ($2::bigint[] IS NULL OR c.center_id = ANY($2::bigint[])) AND ${kept.sql} GROUP BY 1, 2
       UNION ALL
       SELECT 0, r.high, count(*) FROM service_request r
       WHERE $2::bigint[] IS NOT NULL AND ${own.sql} GROUP BY 2
       UNION ALL
       SELECT $1, r.high, count(*) FROM service_request r
       WHERE $2::bigint[] IS NOT NULL AND ${own.sql} AND EXISTS (SELECT FROM service_operator p
         WHERE p.organisation_id = r.organisation_id AND p.service_request_id = r.id AND p.user_id = $1
           AND p.status <> 'rejected') GROUP BY 2
     )
     SELECT coalesce(sum(requests) FILTER (WHERE user_id = $1), 0)::bigint AS "assignedCount",
       coalesce(sum(requests) FILTER (WHERE user_id = 0 AND high), 0)::bigint AS "highPriorityCount",
       coalesce(sum(requests) FILTER (WHERE user_id = 0 AND NOT high), 0)::bigint AS "lowPriorityCount",
       coalesce(sum(requests) FILTER (WHERE user_id = 0), 0)::bigint AS "totalCount",
       (SELECT count(*) FROM service_request r WHERE ${late.sql}) AS "pastDueCount"
     FROM kept`,
    [id, centers ?? null],
  );
  return row!;
}
