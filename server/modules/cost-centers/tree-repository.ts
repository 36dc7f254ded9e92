import type { Tx } from '#server/lib/database.ts';

/** How many belong to each item, without the removed: those are few and have an index of their own. */
const living = (links: string, key: string, holder: string) => `(
  SELECT held.item_id, count(*) AS count FROM ${links} held
  WHERE held.organisation_id = current_organisation() AND NOT EXISTS (
    SELECT FROM ${holder} gone WHERE gone.organisation_id = held.organisation_id AND gone.id = held.${key}
      AND gone.deleted_at IS NOT NULL)
  GROUP BY held.item_id)`;

/**
 * A whole category as a JSON array, parents before their children and siblings in order, in one statement:
 * the level that is stored with each item spares the walk down the tree.
 */
export async function readTree(tx: Tx, category: number): Promise<string> {
  const [row] = await tx.named<{ json: string }>(
    'cost-center-tree',
    `SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (
         SELECT item.id, item.name, item.code, item.parent_id AS parent, item.level,
           coalesce(item.depth_id, of_level.id) AS depth,
           coalesce(people.count, 0) AS users, coalesce(spaces.count, 0) AS rooms) one)
       ORDER BY item.level, item.sort_key, item.id)), '[]')::text AS json
     FROM category_item item
     LEFT JOIN (
       SELECT DISTINCT ON (level) level, id FROM category_depth
       WHERE organisation_id = current_organisation() AND category_id = $1 ORDER BY level, id
     ) of_level ON of_level.level = item.level
     LEFT JOIN ${living('user_cost_center', 'user_id', 'app_user')} people ON people.item_id = item.id
     LEFT JOIN ${living('room_cost_center', 'room_id', 'room')} spaces ON spaces.item_id = item.id
     WHERE item.organisation_id = current_organisation() AND item.category_id = $1`,
    [category],
  );
  return row!.json;
}
