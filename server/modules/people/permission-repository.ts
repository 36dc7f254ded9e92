import type { Permission, Role } from '#contract/users.ts';
import type { ListQuery } from '#contract/wire.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';

const permissionOrder: Orderables = {
  id: 'c.id, p.role',
  role: 'p.role',
  'center.id': 'c.id',
  'center.name': 'c.name COLLATE "und-x-icu"',
};

export const listPermissions = (tx: Tx, user: number, query: ListQuery) =>
  tx.query<Permission>(
    `SELECT p.role, json_build_object('id', c.id, 'name', c.name, 'module', c.module, 'code', c.code) AS center
     FROM permission p JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id
     WHERE p.organisation_id = current_organisation() AND p.user_id = $1 ${pageSql(permissionOrder, query)}`,
    [user],
  );

export async function countPermissions(tx: Tx, user: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'SELECT count(*) FROM permission WHERE organisation_id = current_organisation() AND user_id = $1',
    [user],
  );
  return row!.count;
}

export async function knownCenters(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    'SELECT id FROM center WHERE organisation_id = current_organisation()',
  );
  return rows.map((row) => row.id);
}

/** The roles a person holds from now on, all others taken away. What stays is not touched: it is no change. */
export async function replacePermissions(
  tx: WriteTx,
  user: number,
  roles: { role: Role; centerId: number }[],
) {
  const held = [user, roles.map(({ centerId }) => centerId), roles.map(({ role }) => role)];
  await tx.query(
    `DELETE FROM permission WHERE organisation_id = current_organisation() AND user_id = $1
       AND (center_id, role) NOT IN (SELECT * FROM unnest($2::bigint[], $3::text[]))`,
    held,
  );
  await tx.query(
    `INSERT INTO permission (organisation_id, user_id, center_id, role)
     SELECT DISTINCT current_organisation(), $1::bigint, held.center, held.role
     FROM unnest($2::bigint[], $3::text[]) AS held(center, role)
     ON CONFLICT DO NOTHING`,
    held,
  );
}

const centerOrder: Orderables = {
  id: 'c.id',
  name: 'c.name COLLATE "und-x-icu"',
  module: 'c.module',
  code: 'c.code',
};

const matching = (query: ListQuery) =>
  conditions('c.organisation_id = current_organisation()')
    .add('fold(c.name) LIKE fold(?)', query.search === undefined ? undefined : containing(query.search))
    .add('c.date_updated > ?', feedStart(query));

export async function listCenters(tx: Tx, query: ListQuery): Promise<string> {
  const { sql, params } = matching(query);
  const [row] = await tx.query<{ centers: string }>(
    `SELECT coalesce(json_agg(c), '[]')::text AS centers FROM (
       SELECT c.id, c.name, c.module, c.code FROM center c WHERE ${sql} ${pageSql(centerOrder, query)}) c`,
    params,
  );
  return row!.centers;
}

export async function countCenters(tx: Tx, query: ListQuery): Promise<number> {
  const { sql, params } = matching(query);
  const [row] = await tx.query<{ count: number }>(`SELECT count(*) FROM center c WHERE ${sql}`, params);
  return row!.count;
}
