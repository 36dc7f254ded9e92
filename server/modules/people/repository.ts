import type { Me, UserQuery } from '#contract/users.ts';
import type { Queries, Tx } from '#server/lib/database.ts';
import { featuresOn } from '#server/lib/features.ts';
import { conditions, containing, feedStart, pageSql } from '#server/lib/paging.ts';
import { userJson } from '#server/lib/user-json.ts';
import { orderables } from './columns.ts';

export const LIVING = 'u.organisation_id = current_organisation() AND u.deleted_at IS NULL';

/** Trigrams begin at three characters; shorter texts match so much that reading on is as quick. */
const SEARCHABLE = 3;

/** `item`: only people who belong to this cost center, or to any. */
export type DirectoryQuery = UserQuery & { item?: number | 'any' };

/**
 * So many hits are sorted; of more, the order is walked until the page is full. That is soon unless they all come
 * late in the order: 2,665 hits of “lu” in 100,000 people took three times as long to walk to as to sort.
 */
const SORTABLE = 4000;

/** The people that `find` means: their ids, or `many`. */
async function findPeople(tx: Tx, find: string): Promise<number[] | 'many'> {
  const rows = await tx.named<{ id: number }>('find-people', 'SELECT find_people($1, $2) AS id', [
    find,
    SORTABLE + 1,
  ]);
  return rows.length > SORTABLE ? 'many' : rows.map((row) => row.id);
}

export async function matching(tx: Tx, query: DirectoryQuery) {
  const { search, centerId, role, item, find } = query;
  const found = conditions(LIVING)
    .add('u.user_type_id = ANY(?)', query.userTypeId)
    .add('u.room_id = ANY(?)', query.roomId)
    .add('u.id = ANY(?::bigint[])', query.userId)
    .add('u.date_updated > ?', feedStart(query))
    .when(query.siteAdmin, 'u.site_admin', 'NOT u.site_admin')
    .when(
      query.hasDefaultVisitorCenter,
      'u.default_visitor_center_id IS NOT NULL',
      'u.default_visitor_center_id IS NULL',
    );
  const people = find === undefined ? undefined : await findPeople(tx, find);
  // The planner takes several LIKE for rare, and would sort all hits instead of walking the order until the page
  // is full. That something is not 0 it takes for common.
  if (people === 'many')
    found.add('(CASE WHEN u.words LIKE ALL (person_patterns(?)) THEN 1 ELSE 0 END) <> 0', find);
  else found.add('u.id = ANY(?)', people);
  const room = `EXISTS (SELECT FROM room r WHERE r.organisation_id = u.organisation_id AND r.id = u.room_id
    AND r.deleted_at IS NULL)`;
  found.when(query.hasRoom, room, `NOT ${room}`);
  const held = `SELECT FROM user_cost_center held
    WHERE held.organisation_id = u.organisation_id AND held.user_id = u.id`;
  if (item === 'any') found.when(true, `EXISTS (${held})`);
  else found.add(`EXISTS (${held} AND held.item_id = ?)`, item);
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

/** JSON text of an array of the contract's `user`: planning it costs more than running it, hence by name. */
async function renderUsers(tx: Tx, ids: number[]): Promise<string> {
  const [row] = await tx.named<{ users: string }>(
    'users-by-ids',
    `SELECT '[' || coalesce(string_agg(${userJson('u')}::text, ',' ORDER BY page.place), '') || ']' AS users
     FROM unnest($1::bigint[]) WITH ORDINALITY AS page(id, place)
     JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = page.id`,
    [ids],
  );
  return row!.users;
}

/** JSON text of an array of the contract's `user`. */
export async function listUsers(tx: Tx, query: DirectoryQuery): Promise<string> {
  const { sql, params } = await matching(tx, query);
  const rows = await tx.query<{ id: number }>(
    `SELECT u.id FROM app_user u WHERE ${sql} ${pageSql(orderables, query)}`,
    params,
  );
  return renderUsers(
    tx,
    rows.map((row) => row.id),
  );
}

export async function countUsers(tx: Tx, query: DirectoryQuery): Promise<number> {
  const { sql, params } = await matching(tx, query);
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
  const [row] = await tx.named<
    Pick<Me, 'language' | 'timeZone' | 'organisation' | 'permissions' | 'guide'> & { user: Me }
  >(
    'me',
    `SELECT ${userJson('u')} AS "user", coalesce(u.time_zone, o.time_zone) AS "timeZone", u.language,
       json_build_object('id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'features', ${featuresOn('o')} || o.features)
         AS organisation,
       u.site_admin AND NOT EXISTS (SELECT FROM guide_put_away g
         WHERE g.organisation_id = u.organisation_id AND g.what = 'all') AS guide,
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

/** Whether somebody on this server goes by that name; says nothing of who. */
export async function userNameTaken(db: Queries, name: string): Promise<boolean> {
  const [row] = await db.query<{ taken: boolean }>('SELECT user_name_taken($1) AS taken', [name]);
  return row!.taken;
}
