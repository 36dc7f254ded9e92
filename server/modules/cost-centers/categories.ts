import type { CategoryEdit, DepthEdit } from '#contract/cost-centers.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { categoryOfDepth, loosenDepth, nextLevel } from './depth-repository.ts';
import { itemsOfCategory } from './item-repository.ts';
import { showOne } from './list-repository.ts';
import { tell, tellHolders } from './tell.ts';
import { deleteRow, exists, insertRow, updateRow, type Values } from './write-repository.ts';

/** What was said; an edit leaves the rest as it is. */
export const said = (values: Record<string, Values[string] | undefined>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;

/** @throws 400 when the body names another record than the address does */
export function checkSameId(id: number | null, edit: { id?: number | undefined }) {
  if (id !== null && edit.id !== undefined && edit.id !== id)
    throw invalid('id', 'is not the id of the address');
}

/** Adds a category (`id` null) or changes one; answers it as JSON text. @throws 400, 404 */
export async function saveCategory(
  tx: WriteTx,
  by: number,
  id: number | null,
  edit: CategoryEdit,
): Promise<string> {
  checkSameId(id, edit);
  const values = said({ name: edit.name, code: edit.code });
  const saved = id ?? (await insertRow(tx, 'category', values));
  if (id !== null && !(await updateRow(tx, 'category', id, values)))
    throw notFound('There is no such category.');
  await tell(tx, by, [saved]);
  return (await showOne(tx, 'category', saved))!;
}

/** Removes a category with its depths and items; people and spaces no longer belong to those. @throws 404 */
export async function removeCategory(tx: WriteTx, by: number, id: number): Promise<void> {
  const items = await itemsOfCategory(tx, id);
  await tellHolders(tx, by, items);
  if (!(await deleteRow(tx, 'category', id))) throw notFound('There is no such category.');
  await tell(tx, by, [id, ...items]);
}

/** Adds a depth (`id` null) or changes one; answers it as JSON text. @throws 400, 404 */
export async function saveDepth(
  tx: WriteTx,
  by: number,
  id: number | null,
  edit: DepthEdit,
): Promise<string> {
  checkSameId(id, edit);
  const before = id === null ? undefined : await categoryOfDepth(tx, id);
  if (id !== null && before === undefined) throw notFound('There is no such depth.');
  const category = edit.category?.id ?? before!;
  if (edit.category && !(await exists(tx, 'category', category))) throw invalid('category', 'does not exist');
  // Items of the category it leaves cannot keep it.
  const loosened = id !== null && before !== category ? await loosenDepth(tx, id) : [];
  const level = id === null ? (edit.level ?? (await nextLevel(tx, category))) : edit.level;
  const values = said({ name: edit.name, code: edit.code, level, category_id: category });
  const saved = id ?? (await insertRow(tx, 'category_depth', values));
  if (id !== null) await updateRow(tx, 'category_depth', id, values);
  await tell(tx, by, [saved, ...loosened]);
  return (await showOne(tx, 'category_depth', saved))!;
}

/** Removes a depth; items that it was set for go by their level again. @throws 404 */
export async function removeDepth(tx: WriteTx, by: number, id: number): Promise<void> {
  const loosened = await loosenDepth(tx, id);
  if (!(await deleteRow(tx, 'category_depth', id))) throw notFound('There is no such depth.');
  await tell(tx, by, [id, ...loosened]);
}
