import type { ListQuery } from '#contract/wire.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';

const named = (table: string, column: string) => `(SELECT json_build_object('id', seen.id, 'name', seen.name)
  FROM ${table} seen WHERE seen.organisation_id = p.organisation_id AND seen.id = p.${column})`;
const columns = `p.id, p.name, ${named('center', 'center_id')} AS center, ${named('service_type', 'service_type_id')} AS type,
  ${named('priority', 'priority_id')} AS priority, ${named('room', 'room_id')} AS room,
  ${userShort('p', 'requester_id')} AS requester, p.description, p.rule,
  to_char(p.local_start, 'YYYY-MM-DD"T"HH24:MI:SS') AS start, p.days_ahead AS "daysAhead", p.active,
  epoch_ms(p.next_required) AS "nextRequired", p.problem,
  (SELECT count(*) FROM service_plan_request made WHERE made.organisation_id = p.organisation_id
    AND made.service_plan_id = p.id) AS requests,
  (SELECT json_build_object('id', made.service_request_id, 'required', epoch_ms(made.required))
    FROM service_plan_request made WHERE made.organisation_id = p.organisation_id AND made.service_plan_id = p.id
    ORDER BY made.required DESC LIMIT 1) AS "lastRequest",
  epoch_ms(p.date_created) AS "dateCreated", epoch_ms(p.date_updated) AS "dateUpdated"`;
const orderables = {
  id: 'p.id',
  name: 'p.name COLLATE "und-x-icu"',
  nextRequired: 'p.next_required',
  dateCreated: 'p.date_created',
  dateUpdated: 'p.date_updated',
};

/** @param centers undefined: all */
function matching(query: ListQuery, centers: number[] | undefined) {
  const where = conditions('p.deleted_at IS NULL');
  where.add('p.center_id = ANY(?)', centers);
  where.add('fold(p.name) LIKE fold(?)', query.search === undefined ? undefined : containing(query.search));
  where.add('p.date_updated > ?', feedStart(query));
  return where;
}

/** The page as a JSON array. */
export async function listPlans(tx: Tx, query: ListQuery, centers: number[] | undefined): Promise<string> {
  const where = matching(query, centers);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (SELECT p.* FROM service_plan p WHERE ${where.sql} ${pageSql(orderables, query)})
     SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (SELECT ${columns}) one))), '[]')::text AS json
     FROM page p`,
    where.params,
  );
  return row!.json;
}
export async function countPlans(tx: Tx, query: ListQuery, centers: number[] | undefined): Promise<number> {
  const where = matching(query, centers);
  const sql = `SELECT count(*) AS count FROM service_plan p WHERE ${where.sql}`;
  return (await tx.query<{ count: number }>(sql, where.params))[0]!.count;
}
/** As JSON text. */
export async function showPlan(tx: Tx, id: number): Promise<string | undefined> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${columns}) one)))::text AS json
     FROM service_plan p WHERE p.id = $1 AND p.deleted_at IS NULL`,
    [id],
  );
  return row?.json;
}

/** A plan as it stands; times in epoch milliseconds, the start as the clocks say it. */
export type Plan = {
  id: number;
  center: number;
  zone: string;
  requester: number;
  type: number;
  priority: number;
  room: number;
  description: string;
  rule: string;
  start: string;
  daysAhead: number;
  active: boolean;
  nextRequired: number | null;
};
const plan = `SELECT p.id, p.center_id AS center, coalesce(c.time_zone, o.time_zone) AS zone, p.requester_id AS requester,
    p.service_type_id AS type, p.priority_id AS priority, p.room_id AS room, p.description, p.rule,
    to_char(p.local_start, 'YYYY-MM-DD"T"HH24:MI:SS') AS start, p.days_ahead AS "daysAhead", p.active,
    epoch_ms(p.next_required) AS "nextRequired"
  FROM service_plan p JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id
  JOIN organisation o ON o.id = p.organisation_id WHERE p.deleted_at IS NULL`;
export const findPlan = async (tx: Tx, id: number): Promise<Plan | undefined> =>
  (await tx.query<Plan>(`${plan} AND p.id = $1`, [id]))[0];
/** One whose next request is to be made now. */
export const duePlan = async (tx: WriteTx): Promise<Plan | undefined> =>
  (
    await tx.query<Plan>(`${plan} AND p.active AND p.next_due <= $1 ORDER BY p.next_due, p.id LIMIT 1`, [
      tx.stamp,
    ])
  )[0];
export const zoneOf = async (tx: Tx, center: number): Promise<string> =>
  (
    await tx.query<{ zone: string }>(
      `SELECT coalesce(c.time_zone, o.time_zone) AS zone FROM center c JOIN organisation o ON o.id = c.organisation_id
       WHERE c.id = $1`,
      [center],
    )
  )[0]!.zone;

/** Whether the occurrence had no request yet; it has this one now. */
export async function tie(tx: WriteTx, id: number, required: number, request: number) {
  await tx.query(
    `INSERT INTO service_plan_request (organisation_id, service_plan_id, required, service_request_id)
     VALUES (current_organisation(), $1, $2, $3)`,
    [id, new Date(required), request],
  );
}
export const wasMade = async (tx: WriteTx, id: number, required: number): Promise<boolean> =>
  (
    await tx.query('SELECT FROM service_plan_request WHERE service_plan_id = $1 AND required = $2', [
      id,
      new Date(required),
    ])
  ).length > 0;

export const organisationsWithDuePlans = async (db: Database): Promise<number[]> =>
  (await db.query<{ id: number }>('SELECT organisations_with_due_plans() AS id')).map(({ id }) => id);
