import type { SavedFilter, SavedFilterSave } from '#contract/saved-filters.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

const columns = `id, view, name, filters, (extract(epoch FROM date_created) * 1000)::bigint AS "dateCreated",
  (extract(epoch FROM date_updated) * 1000)::bigint AS "dateUpdated"`;
const own = 'organisation_id = current_organisation() AND user_id = $1';

/** A person's filters by view and name. @param view only those of this one */
export const selectFilters = (tx: Tx, user: number, view: string | undefined): Promise<SavedFilter[]> =>
  tx.named(
    'saved-filters',
    `SELECT ${columns} FROM saved_filter WHERE ${own} AND view = coalesce($2, view)
     ORDER BY view, name COLLATE "und-x-icu", id`,
    [user, view],
  );

/** Answers what is kept now, and how many the person has, this one included. */
export async function upsertFilter(
  tx: WriteTx,
  user: number,
  { view, name, filters }: SavedFilterSave,
): Promise<{ saved: SavedFilter; count: number }> {
  const [saved] = await tx.query<SavedFilter>(
    `INSERT INTO saved_filter (organisation_id, user_id, view, name, filters, date_created, date_updated)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $5)
     ON CONFLICT (organisation_id, user_id, view, fold(name)) DO UPDATE
       SET name = excluded.name, filters = excluded.filters, date_updated = excluded.date_updated
     RETURNING ${columns}`,
    [user, view, name, JSON.stringify(filters), tx.stamp],
  );
  const [row] = await tx.query<{ count: number }>(`SELECT count(*) AS count FROM saved_filter WHERE ${own}`, [
    user,
  ]);
  return { saved: saved!, count: row!.count };
}

/** Whether there was one of theirs to delete. */
export const deleteFilter = async (tx: WriteTx, user: number, id: number): Promise<boolean> =>
  (await tx.query(`DELETE FROM saved_filter WHERE ${own} AND id = $2 RETURNING id`, [user, id])).length > 0;
