import { MAX_SAVED, type SavedFilter, type SavedFilterSave } from '#contract/saved-filters.ts';
import { AppError, notFound } from '#server/lib/app-error.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { deleteFilter, selectFilters, upsertFilter } from './repository.ts';

/** What a person has saved, by view and name. @param view only of this one */
export const filtersOf = (tx: Tx, userId: number, view?: string): Promise<SavedFilter[]> =>
  selectFilters(tx, userId, view);

const tell = (tx: WriteTx, user: number, id: number) =>
  announce(tx, { topic: 'filters', ids: [id], by: user, users: [user] });

/** Saves a person's filters under their name, or replaces what that name stood for. @throws 409 they have too many */
export async function saveFilter(tx: WriteTx, userId: number, filter: SavedFilterSave): Promise<SavedFilter> {
  const { saved, count } = await upsertFilter(tx, userId, filter);
  if (count > MAX_SAVED)
    throw new AppError(
      409,
      'filters.too-many',
      `You have ${MAX_SAVED} saved filters, which is all there is room for. Delete one first.`,
    );
  await tell(tx, userId, saved.id);
  return saved;
}

/** Deletes one of a person's own. @throws 404 */
export async function removeFilter(tx: WriteTx, userId: number, id: number): Promise<void> {
  if (!(await deleteFilter(tx, userId, id))) throw notFound('There is no such saved filter.');
  await tell(tx, userId, id);
}
