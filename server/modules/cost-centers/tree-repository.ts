import type { Tx } from '#server/lib/database.ts';

/**
 * How many belong to each item: all, less the removed, who are few and have an index of their own. Looking for
 * each holder whether it has been removed would take several times as long.
 */
const living = (links: string, key: string, holder: string) => `(
  SELECT item_id, sum(count) AS count FROM (
    SELECT item_id, count(*) FROM ${links} WHERE organisation_id = current_organisation() GROUP BY item_id
    UNION ALL
    SELECT held.item_id, -count(*) FROM ${links} held
    JOIN ${holder} gone ON gone.organisation_id = held.organisation_id AND gone.id = held.${key}
    WHERE held.organisation_id = current_organisation() AND gone.deleted_at IS NOT NULL
    GROUP BY held.item_id
  ) counted GROUP BY item_id)`;

/** A member of the item's JSON; left out where the value is null. */
const member = (name: string, value: string) => `coalesce(',"${name}":' || ${value}, '')`;

/**
 * A whole category as a JSON array, parents before their children and siblings in order, in one statement:
 * the level that is stored with each item spares the walk down the tree. Its text is put together here, because
 * making 10,000 records JSON, and that JSON without nulls, takes longer than all the rest.
 */
export async function readTree(tx: Tx, category: number): Promise<string> {
  const [row] = await tx.named<{ json: string }>(
    'cost-center-tree',
    `SELECT '[' || coalesce(string_agg('{"id":' || item.id || ',"name":' || to_json(item.name)
         || ${member('code', 'to_json(item.code)')} || ${member('parent', 'item.parent_id')}
         || ',"level":' || item.level || ${member('depth', 'coalesce(item.depth_id, of_level.id)')}
         || ',"users":' || coalesce(people.count, 0) || ',"rooms":' || coalesce(spaces.count, 0) || '}',
         ',' ORDER BY item.level, item.sort_key, item.id), '') || ']' AS json
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
