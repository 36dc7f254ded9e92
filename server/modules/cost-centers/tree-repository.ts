import type { Tx } from '#server/lib/database.ts';

const living = (links: string, key: string, holder: string) => `(
  SELECT held.item_id, count(*) AS count FROM ${links} held
  JOIN ${holder} one ON one.organisation_id = held.organisation_id AND one.id = held.${key} AND one.deleted_at IS NULL
  WHERE held.organisation_id = current_organisation() GROUP BY held.item_id)`;

/**
 * A whole category as a JSON array, parents before their children and siblings in order, in one statement:
 * the level that is stored with each item spares the walk down the tree.
 */
export async function readTree(tx: Tx, category: number): Promise<string> {
  const [row] = await tx.named<{ json: string }>(
    'cost-center-tree',
    `SELECT coalesce(json_strip_nulls(json_agg(row_to_json(node) ORDER BY place)), '[]')::text AS json
     FROM (
       SELECT row_number() OVER (ORDER BY item.level, item.sort_key, item.id) AS place, one AS node
       FROM category_item item
       LEFT JOIN (
         SELECT DISTINCT ON (level) level, id FROM category_depth
         WHERE organisation_id = current_organisation() AND category_id = $1 ORDER BY level, id
       ) of_level ON of_level.level = item.level
       LEFT JOIN ${living('user_cost_center', 'user_id', 'app_user')} people ON people.item_id = item.id
       LEFT JOIN ${living('room_cost_center', 'room_id', 'room')} spaces ON spaces.item_id = item.id,
       LATERAL (SELECT item.id, item.name, item.code, item.parent_id AS parent, item.level,
         coalesce(item.depth_id, of_level.id) AS depth,
         coalesce(people.count, 0) AS users, coalesce(spaces.count, 0) AS rooms) one
       WHERE item.organisation_id = current_organisation() AND item.category_id = $1
     ) ordered`,
    [category],
  );
  return row!.json;
}
