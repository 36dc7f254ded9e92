import type { Tx } from '#server/lib/database.ts';
import { userShort } from '#server/lib/user-json.ts';
import { crew } from './crew.ts';

const roles = `'{${crew.join(',')}}'::text[]`;

/** Who may work in which of these centers. Site administrators may everywhere. */
export async function operatorsOf(tx: Tx, users: readonly number[]) {
  const rows = await tx.query<{ user: number; centers: number[]; everywhere: boolean }>(
    `SELECT u.id AS "user", u.site_admin AS everywhere,
       ARRAY(SELECT DISTINCT p.center_id FROM permission p JOIN center c ON c.organisation_id = p.organisation_id
         AND c.id = p.center_id AND c.module = 'maintenance'
         WHERE p.organisation_id = u.organisation_id AND p.user_id = u.id AND p.role = ANY (${roles})) AS centers
     FROM app_user u WHERE u.id = ANY($1::bigint[]) AND u.deleted_at IS NULL`,
    [users],
  );
  return new Map(rows.map((row) => [row.user, { ...row, centers: row.centers.map(Number) }]));
}

/** Everybody who works in one of the centers, by name, as JSON text. @param centers undefined: in any */
export async function listOperators(tx: Tx, centers: readonly number[] | undefined): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `WITH crew AS (
       SELECT p.organisation_id, p.user_id AS id, array_agg(DISTINCT p.center_id) AS centers FROM permission p
       JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id AND c.module = 'maintenance'
       WHERE p.role = ANY (${roles}) AND ($1::bigint[] IS NULL OR p.center_id = ANY ($1::bigint[])) GROUP BY 1, 2
     )
     SELECT coalesce(json_agg(${userShort('w', 'id')}::jsonb || jsonb_build_object('centerIds', w.centers, 'open',
       (SELECT coalesce(sum(n.requests), 0)::bigint FROM service_count n
        WHERE n.organisation_id = w.organisation_id AND n.user_id = w.id AND n.open))
       ORDER BY u.name COLLATE "und-x-icu", u.id), '[]')::text AS json
     FROM crew w JOIN app_user u ON u.organisation_id = w.organisation_id AND u.id = w.id AND u.deleted_at IS NULL`,
    [centers ?? null],
  );
  return row!.json;
}
