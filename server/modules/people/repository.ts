import type { Me, UserQuery } from '#contract/users.ts';
import type { Queries, Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql } from '#server/lib/paging.ts';
import { userJson } from '#server/lib/user-json.ts';
import { columnOf, orderables, referable, type Reference } from './columns.ts';

const LIVING = 'u.organisation_id = current_organisation() AND u.deleted_at IS NULL';

/** Trigrams begin at three characters; shorter texts match so much that reading on is as quick. */
const SEARCHABLE = 3;

function matching(query: UserQuery) {
  const { search, centerId, role } = query;
  const found = conditions(LIVING)
    .add('u.user_type_id = ANY(?)', query.userTypeId)
    .add('u.date_updated > ?', feedStart(query))
    .when(query.siteAdmin, 'u.site_admin', 'NOT u.site_admin')
    .when(query.hasDefaultVisitorCenter, 'u.default_visitor_center_id IS NOT NULL', 'u.default_visitor_center_id IS NULL');
  const room = `EXISTS (SELECT FROM room r WHERE r.organisation_id = u.organisation_id AND r.id = u.room_id
    AND r.deleted_at IS NULL)`;
  found.when(query.hasRoom, room, `NOT ${room}`);
  if (search !== undefined)
    found.add(
      [...search].length < SEARCHABLE
        ? 'u.search_text LIKE fold(?)'
        : 'u.id = ANY(ARRAY(SELECT find_users(?)))',
      containing(search),
    );
  if (centerId && role) {
    const place = found.params.push(role);
    found.add(
      `EXISTS (SELECT FROM permission p WHERE p.organisation_id = u.organisation_id AND p.user_id = u.id
         AND p.role = $${place} AND p.center_id = ANY(?))`,
      centerId,
    );
  }
  return found;
}

/** JSON text of an array of the contract's `user`. */
export async function listUsers(tx: Tx, query: UserQuery): Promise<string> {
  const { sql, params } = matching(query);
  const [row] = await tx.query<{ users: string }>(
    `SELECT '[' || coalesce(string_agg(${userJson('u')}::text, ','), '') || ']' AS users
     FROM (SELECT * FROM app_user u WHERE ${sql} ${pageSql(orderables, query)}) u`,
    params,
  );
  return row!.users;
}

export async function countUsers(tx: Tx, query: UserQuery): Promise<number> {
  const { sql, params } = matching(query);
  const [row] = await tx.query<{ count: number }>(`SELECT count(*) FROM app_user u WHERE ${sql}`, params);
  return row!.count;
}

/** JSON text of the contract's `user`, or undefined. */
export async function findUser(tx: Tx, id: number): Promise<string | undefined> {
  const [row] = await tx.named<{ user: string }>(
    'user-by-id',
    `SELECT ${userJson('u')}::text AS "user" FROM app_user u WHERE ${LIVING} AND u.id = $1`,
    [id],
  );
  return row?.user;
}

export async function findMe(tx: Tx, id: number): Promise<Omit<Me, 'demo'> | undefined> {
  const [row] = await tx.named<Pick<Me, 'timeZone' | 'organisation' | 'permissions'> & { user: Me }>(
    'me',
    `SELECT ${userJson('u')} AS "user", coalesce(u.time_zone, o.time_zone) AS "timeZone",
       json_build_object('id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'features', o.features)
         AS organisation,
       coalesce((SELECT json_agg(json_build_object('role', p.role, 'center',
           json_build_object('id', c.id, 'name', c.name, 'module', c.module, 'code', c.code))
           ORDER BY c.id, p.role)
         FROM permission p JOIN center c ON c.organisation_id = p.organisation_id AND c.id = p.center_id
         WHERE p.organisation_id = u.organisation_id AND p.user_id = u.id), '[]') AS permissions
     FROM app_user u JOIN organisation o ON o.id = u.organisation_id WHERE ${LIVING} AND u.id = $1`,
    [id],
  );
  if (!row) return undefined;
  const { user, ...more } = row;
  return { ...user, ...more };
}

/** The first of the references that leads to nothing, by its attribute. */
export async function firstMissing(
  tx: Tx,
  references: (readonly [Reference, number])[],
): Promise<Reference | undefined> {
  if (references.length === 0) return undefined;
  const exists = references.map(([name], index) => `EXISTS (${referable[name].replace('?', `$${index + 1}`)})`);
  const [row] = await tx.query<{ found: boolean[] }>(
    `SELECT ARRAY[${exists.join(', ')}] AS found`,
    references.map(([, id]) => id),
  );
  return references[row!.found.indexOf(false)]?.[0];
}

export type Values = Record<string, unknown>;

/**
 * Inserts a person; undefined when the user name is taken somewhere on the server. A taken e-mail violates
 * app_user_email.
 */
export async function insertUser(tx: WriteTx, values: Values): Promise<{ id: number; user: string } | undefined> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number; user: string }>(
    `INSERT INTO app_user AS u (organisation_id, date_created, date_updated,
       ${names.map((name) => columnOf[name]).join(', ')})
     VALUES (current_organisation(), $1, $1, ${names.map((_, index) => `$${index + 2}`).join(', ')})
     ON CONFLICT (fold(user_name)) WHERE deleted_at IS NULL DO NOTHING
     RETURNING u.id, ${userJson('u')}::text AS "user"`,
    [tx.stamp, ...Object.values(values)],
  );
  return row;
}

/** The first of base2, base3 … that nobody on the server has. */
export async function freeUserName(tx: Queries, base: string): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string }>(
    `SELECT $1::text || n AS name FROM generate_series(2, 2000) n
     WHERE NOT user_name_taken($1::text || n) ORDER BY n LIMIT 1`,
    [base],
  );
  return row?.name;
}

/** Writes exactly the given attributes; the user as JSON text, or undefined when there is none. */
export async function updateUser(tx: WriteTx, id: number, values: Values): Promise<string | undefined> {
  const sets = Object.keys(values).map((name, index) => `${columnOf[name] ?? name} = $${index + 3}`);
  const [row] = await tx.query<{ user: string }>(
    `UPDATE app_user u SET ${['date_updated = $2', ...sets].join(', ')} WHERE ${LIVING} AND u.id = $1
     RETURNING ${userJson('u')}::text AS "user"`,
    [id, tx.stamp, ...Object.values(values)],
  );
  return row?.user;
}
