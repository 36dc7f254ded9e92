import type { DeactivatedPerson, DeactivatedQuery } from '#contract/people.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing } from '#server/lib/paging.ts';

const GONE = 'u.organisation_id = current_organisation() AND u.deleted_at IS NOT NULL';
/** What the log noted when the person behind `u` was deactivated: its lines bear the very same stamp. */
const atLeaving = (kind: string) =>
  `l.organisation_id = u.organisation_id AND l.at = u.deleted_at AND l.kind = 'user' AND ${kind}`;

const matching = ({ search }: DeactivatedQuery) =>
  conditions(GONE).add('u.search_text LIKE fold(?)', search === undefined ? undefined : containing(search));

/** Who went last comes first. */
export async function listGone(tx: Tx, query: DeactivatedQuery): Promise<DeactivatedPerson[]> {
  const { sql, params } = matching(query);
  const rows = await tx.query<{ person: DeactivatedPerson }>(
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT
       u.id, u.name, u.email, u.user_name AS "userName", u.color, u.employee_id AS "employeeId",
       u.job_title AS "jobTitle", u.department, epoch_ms(u.deleted_at) AS "deactivatedAt",
       (SELECT json_build_object('id', by.id, 'name', by.name) FROM audit_log l
        JOIN app_user by ON by.organisation_id = l.organisation_id AND by.id = l.actor_id
        WHERE ${atLeaving("l.record_id = u.id AND l.part IS NULL AND l.action = 'removed'")} LIMIT 1)
         AS "deactivatedBy"
     ) one))) AS person
     FROM app_user u WHERE ${sql} ORDER BY u.deleted_at DESC, u.id DESC
     LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)}`,
    params,
  );
  return rows.map(({ person }) => person);
}

export async function countGone(tx: Tx, query: DeactivatedQuery): Promise<number> {
  const { sql, params } = matching(query);
  const [row] = await tx.query<{ count: number }>(`SELECT count(*) FROM app_user u WHERE ${sql}`, params);
  return row!.count;
}

export type Holder = { id: number; name: string; email: boolean };
export type Gone = { name: string; email: string; userName: string; holders: Holder[] };

/** Somebody who was deactivated, and who of the organisation has their e-mail (`email`) or user name since. */
export async function findGone(tx: Tx, id: number): Promise<Gone | undefined> {
  const [row] = await tx.query<Gone>(
    `SELECT u.name, u.email, u.user_name AS "userName", coalesce((
       SELECT json_agg(json_build_object('id', h.id, 'name', h.name, 'email', fold(h.email) = fold(u.email))
         ORDER BY fold(h.email) = fold(u.email) DESC)
       FROM app_user h WHERE h.organisation_id = u.organisation_id AND h.deleted_at IS NULL
         AND (fold(h.email) = fold(u.email) OR fold(h.user_name) = fold(u.user_name))), '[]') AS holders
     FROM app_user u WHERE ${GONE} AND u.id = $1`,
    [id],
  );
  return row;
}

/**
 * Puts a person back: the roles that they lost by leaving, as far as the centers are there, and those who
 * reported to them and report to nobody since. Who is above them by now does not report to them again. Without a
 * password; sessions and links went when they left. Answers the ids of everybody it changed.
 */
export async function bringBack(tx: WriteTx, id: number): Promise<number[]> {
  const lost = await tx.query<{ report: number }>(
    `WITH RECURSIVE above (id) AS (
       SELECT manager_id FROM app_user WHERE organisation_id = current_organisation() AND id = $1
       UNION
       SELECT m.manager_id FROM app_user m JOIN above ON m.id = above.id
       WHERE m.organisation_id = current_organisation()
     ), lines AS (
       SELECT l.* FROM app_user u JOIN audit_log l ON ${atLeaving('TRUE')} WHERE ${GONE} AND u.id = $1
     ), roles AS (
       INSERT INTO permission (organisation_id, user_id, center_id, role)
       SELECT c.organisation_id, $1, c.id, l.changes -> 'role' ->> 0 FROM lines l
       JOIN center c ON c.organisation_id = l.organisation_id AND c.id = (l.changes -> 'center_id' ->> 0)::bigint
       WHERE l.record_id = $1 AND l.part = 'permission' AND l.action = 'removed'
       ON CONFLICT DO NOTHING
     )
     SELECT r.id AS report FROM lines l
     JOIN app_user r ON r.organisation_id = l.organisation_id AND r.id = l.record_id
     WHERE l.part IS NULL AND (l.changes -> 'manager_id' ->> 0)::bigint = $1
       AND r.manager_id IS NULL AND r.deleted_at IS NULL
       AND NOT EXISTS (SELECT FROM above WHERE above.id = r.id)`,
    [id],
  );
  const reports = lost.map(({ report }) => report);
  await tx.query(
    `UPDATE app_user u SET deleted_at = NULL, password_hash = NULL, date_updated = $2 WHERE ${GONE} AND u.id = $1`,
    [id, tx.stamp],
  );
  if (reports.length > 0)
    await tx.query(
      `UPDATE app_user SET manager_id = $1, date_updated = $2
       WHERE organisation_id = current_organisation() AND id = ANY($3)`,
      [id, tx.stamp, reports],
    );
  return [id, ...reports];
}
