import type { Tx, WriteTx } from '#server/lib/database.ts';

export type Item = { id: number; category: number; parent: number | null; level: number };

export async function findItem(tx: Tx, id: number): Promise<Item | undefined> {
  const [row] = await tx.named<Item>(
    'cost-center-place',
    `SELECT id, category_id AS category, parent_id AS parent, level FROM category_item
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id],
  );
  return row;
}

/** The items above an item, the nearest first, and itself before them. */
export async function lineOf(tx: Tx, id: number): Promise<number[]> {
  const rows = await tx.named<{ id: number }>(
    'cost-center-line',
    `WITH RECURSIVE line AS (
       SELECT id, parent_id, level FROM category_item
       WHERE organisation_id = current_organisation() AND id = $1
       UNION ALL
       SELECT above.id, above.parent_id, above.level FROM line JOIN category_item above
         ON above.organisation_id = current_organisation() AND above.id = line.parent_id
     ) SELECT id FROM line ORDER BY level DESC`,
    [id],
  );
  return rows.map((row) => row.id);
}

/** An item with everything below it, and the deepest level of all that. */
export async function subtreeOf(tx: Tx, id: number): Promise<{ ids: number[]; deepest: number }> {
  const rows = await tx.query<{ id: number; level: number }>(
    `WITH RECURSIVE branch AS (
       SELECT id, level FROM category_item WHERE organisation_id = current_organisation() AND id = $1
       UNION ALL
       SELECT below.id, below.level FROM branch JOIN category_item below
         ON below.organisation_id = current_organisation() AND below.parent_id = branch.id
     ) SELECT id, level FROM branch ORDER BY level, id`,
    [id],
  );
  return { ids: rows.map((row) => row.id), deepest: rows.at(-1)?.level ?? 0 };
}

export async function itemsOfCategory(tx: Tx, category: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    'SELECT id FROM category_item WHERE organisation_id = current_organisation() AND category_id = $1',
    [category],
  );
  return rows.map((row) => row.id);
}

/** Where children stand; no parent means the roots of the category. */
type Siblings = { category: number; parent: number | null; without?: number };
/** With parameters category, parent, the one left out; written so that the index on children serves both. */
const childrenOf = ({ parent }: Siblings) => `organisation_id = current_organisation() AND category_id = $1
  AND ${parent === null ? 'parent_id IS NULL AND $2::bigint IS NULL' : 'parent_id = $2'}
  AND id IS DISTINCT FROM $3`;

/** Numbers the children anew when halving has left no number between two of them. */
const renumber = (tx: WriteTx, place: Siblings) =>
  tx.query(
    `UPDATE category_item SET sort_key = fresh.place
     FROM (SELECT id AS item, row_number() OVER (ORDER BY sort_key, id) AS place FROM category_item
       WHERE ${childrenOf(place)}) fresh
     WHERE organisation_id = current_organisation() AND id = fresh.item`,
    [place.category, place.parent, place.without ?? null],
  );

/**
 * The sort key that puts an item before the `position`-th of the other children (from 0), or behind them all
 * when there are fewer or no position is given.
 */
export async function sortKeyAt(tx: WriteTx, place: Siblings, position?: number): Promise<number> {
  const params = [place.category, place.parent, place.without ?? null];
  const around = () =>
    position === undefined
      ? []
      : tx.query<{ key: number }>(
          `SELECT sort_key AS key FROM category_item WHERE ${childrenOf(place)}
           ORDER BY sort_key, id OFFSET ${Math.max(0, position - 1)} LIMIT 2`,
          params,
        );
  const between = (before: number, after: number) => before + (after - before) / 2;
  let found = await around();
  if (position === 0 && found[0]) return found[0].key - 1;
  if (found.length === 2) {
    const middle = between(found[0]!.key, found[1]!.key);
    if (middle > found[0]!.key && middle < found[1]!.key) return middle;
    await renumber(tx, place);
    found = await around();
    return between(found[0]!.key, found[1]!.key);
  }
  const [last] = await tx.query<{ key: number | null }>(
    `SELECT max(sort_key) AS key FROM category_item WHERE ${childrenOf(place)}`,
    params,
  );
  return (last?.key ?? 0) + 1;
}

/** Stamps items whose answers changed because of another's change. */
export const stampItems = (tx: WriteTx, ids: number[]) =>
  tx.query(
    `UPDATE category_item SET date_updated = $2
     WHERE organisation_id = current_organisation() AND id = ANY($1)`,
    [ids, tx.stamp],
  );

/** Takes the depths off items that leave their category: depths belong to one. */
export const dropDepths = (tx: WriteTx, ids: number[]) =>
  tx.query(
    `UPDATE category_item SET depth_id = NULL WHERE organisation_id = current_organisation() AND id = ANY($1)
     AND depth_id IS NOT NULL`,
    [ids],
  );
