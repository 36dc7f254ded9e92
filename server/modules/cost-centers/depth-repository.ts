import type { Tx, WriteTx } from '#server/lib/database.ts';

/** The category of a depth, or undefined. */
export async function categoryOfDepth(tx: Tx, id: number): Promise<number | undefined> {
  const [row] = await tx.query<{ category: number }>(
    `SELECT category_id AS category FROM category_depth
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id],
  );
  return row?.category;
}

/** The level below the deepest that the category has a name for. */
export async function nextLevel(tx: Tx, category: number): Promise<number> {
  const [row] = await tx.query<{ level: number }>(
    `SELECT coalesce(max(level) + 1, 0) AS level FROM category_depth
     WHERE organisation_id = current_organisation() AND category_id = $1`,
    [category],
  );
  return row!.level;
}

/** Takes a depth off the items it was set for; they go by their level again. Answers their ids. */
export async function loosenDepth(tx: WriteTx, depth: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `UPDATE category_item SET depth_id = NULL, date_updated = $2
     WHERE organisation_id = current_organisation() AND depth_id = $1 RETURNING id`,
    [depth, tx.stamp],
  );
  return rows.map(({ id }) => id);
}
