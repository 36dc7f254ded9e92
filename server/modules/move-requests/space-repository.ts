import type { MoveSpaceQuery } from '#contract/moves-board.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, pageSql, type Orderables } from '#server/lib/paging.ts';
import { placeColumns, row } from './move-json.ts';

const byName = (column: string) => `${column} COLLATE "und-x-icu"`;
const orderables: Orderables = {
  id: 'spot.id',
  name: byName('spot.name'),
  capacity: 'spot.capacity',
  people: 'spot.people',
  left: 'spot.room_left',
  'floor.building.name': byName('spot.building_name'),
  'floor.name': byName('spot.floor_name'),
};

/**
 * Spaces that people sit in, as a JSON array. Of everybody whom approved moves take somewhere until the date, the last
 * one of each counts; new people count as coming.
 */
export async function listSpaces(tx: Tx, query: MoveSpaceQuery): Promise<string> {
  const where = conditions(
    's.deleted_at IS NULL AND k.occupiable',
    query.date === undefined ? null : new Date(query.date),
    query.requestId ?? [],
  );
  where.add('f.building_id = ANY(?::bigint[])', query.buildingId);
  where.add('s.floor_id = ANY(?::bigint[])', query.floorId);
  where.add('s.id = ANY(?::bigint[])', query.roomId);
  where.add(
    '(fold(s.name) LIKE fold(?) OR fold(s.description) LIKE fold(?))',
    query.search === undefined ? undefined : containing(query.search),
  );
  const left = query.left ?? 1;
  const room = left > 0 ? `WHERE spot.room_left IS NULL OR spot.room_left >= ${Number(left)}` : '';
  const [page] = await tx.query<{ json: string }>(
    `WITH coming AS MATERIALIZED (
       SELECT i.id, i.user_id, i.to_room_id, t.type_code, r.date, r.id AS request
       FROM move_request r
       JOIN move_item i ON i.organisation_id = r.organisation_id AND i.move_request_id = r.id
       JOIN move_request_type t ON t.organisation_id = i.organisation_id AND t.id = i.move_request_type_id
       WHERE r.organisation_id = current_organisation() AND r.approved AND r.effected_at IS NULL
         AND r.deleted_at IS NULL AND r.archived_at IS NULL AND NOT t.equipment
         AND r.date <= coalesce($1::timestamptz, now()) AND NOT r.id = ANY($2::bigint[])
     ), last AS MATERIALIZED (
       SELECT DISTINCT ON (c.user_id) c.user_id, u.room_id AS from_id,
         CASE WHEN c.type_code <> 'terminate' THEN c.to_room_id END AS to_id
       FROM coming c JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = c.user_id
         AND u.deleted_at IS NULL
       WHERE c.type_code = 'terminate' OR c.to_room_id IS NOT NULL
       ORDER BY c.user_id, c.date DESC, c.request DESC, c.id DESC
     ), change AS MATERIALIZED (
       SELECT id, sum(enters)::integer AS arriving, sum(leaves)::integer AS leaving FROM (
         SELECT to_id AS id, 1 AS enters, 0 AS leaves FROM last WHERE to_id IS DISTINCT FROM from_id
         UNION ALL SELECT from_id, 0, 1 FROM last WHERE to_id IS DISTINCT FROM from_id
         UNION ALL SELECT to_room_id, 1, 0 FROM coming WHERE user_id IS NULL AND type_code = 'new'
       ) one_by_one WHERE id IS NOT NULL GROUP BY id
     ), sitting AS MATERIALIZED (
       SELECT room_id AS id, count(*)::integer AS people FROM app_user
       WHERE organisation_id = current_organisation() AND room_id IS NOT NULL AND deleted_at IS NULL GROUP BY 1
     ), spot AS (
       SELECT s.*, k.name AS type_name, f.name AS floor_name, b.name AS building_name,
         coalesce(p.people, 0) AS people, coalesce(c.arriving, 0) AS arriving, coalesce(c.leaving, 0) AS leaving,
         s.capacity - coalesce(p.people, 0) - coalesce(c.arriving, 0) + coalesce(c.leaving, 0) AS room_left
       FROM room s
       JOIN room_type k ON k.organisation_id = s.organisation_id AND k.id = s.room_type_id
       JOIN floor f ON f.organisation_id = s.organisation_id AND f.id = s.floor_id
       JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
       LEFT JOIN sitting p ON p.id = s.id LEFT JOIN change c ON c.id = s.id
       WHERE ${where.sql}
     ), page AS MATERIALIZED (
       SELECT spot.*, row_number() OVER () AS nth FROM (SELECT * FROM spot ${room} ${pageSql(orderables, query)}) spot
     )
     SELECT coalesce(json_strip_nulls(json_agg(${row(`${placeColumns('spot')},
       ${row('spot.room_type_id AS id, spot.type_name AS name')} AS type, spot.capacity, spot.people, spot.arriving,
       spot.leaving, spot.room_left AS "left"`)} ORDER BY spot.nth)), '[]')::text AS json
     FROM page spot`,
    where.params,
  );
  return page!.json;
}
