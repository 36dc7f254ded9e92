import { LEVELS, type ItemEdit } from '#contract/cost-centers.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { checkSameId, said } from './categories.ts';
import { categoryOfDepth } from './depth-repository.ts';
import * as items from './item-repository.ts';
import { showOne } from './list-repository.ts';
import { tell, tellHolders } from './tell.ts';
import { deleteRow, exists, insertRow, updateRow } from './write-repository.ts';

type Place = { category: number; parent: items.Item | null };
const nothing = () => notFound('There is no such cost center.');

/** The parent that was sent under either of its names: an id, null for none, undefined for not sent. */
function wantedParent({ costCenterParent, parent }: ItemEdit): number | null | undefined {
  const sent = costCenterParent === undefined ? parent : costCenterParent;
  if (parent !== undefined && (parent?.id ?? null) !== (sent?.id ?? null))
    throw invalid('parent', 'is not the same as costCenterParent');
  return sent === undefined ? undefined : (sent?.id ?? null);
}

/** @throws 400 for a parent of another category, in the branch itself, or so deep that the tree grows too high */
async function checkParent(
  tx: Tx,
  id: number,
  category: number,
  item: items.Item | undefined,
): Promise<items.Item> {
  const parent = await items.findItem(tx, id);
  if (!parent) throw invalid('costCenterParent', 'does not exist');
  if (parent.category !== category) throw invalid('costCenterParent', 'is of another category');
  if (item && (await items.lineOf(tx, parent.id)).includes(item.id))
    throw invalid('costCenterParent', 'must not be the cost center itself or one below it');
  const height = item ? (await items.subtreeOf(tx, item.id)).deepest - item.level : 0;
  if (parent.level + 1 + height >= LEVELS)
    throw invalid('costCenterParent', `is too deep: a tree has at most ${LEVELS} levels`);
  return parent;
}

/** Where an item shall stand: what was sent, else where it stands. @throws 400 */
async function placeOf(tx: Tx, edit: ItemEdit, item: items.Item | undefined): Promise<Place> {
  const category = edit.category?.id ?? item!.category;
  if (edit.category && !(await exists(tx, 'category', category))) throw invalid('category', 'does not exist');
  const sent = wantedParent(edit);
  const parent = sent === undefined ? (item?.parent ?? null) : sent;
  if (sent === undefined && parent !== null && category !== item?.category)
    throw invalid('category', 'differs from that of the parent: send a costCenterParent of it, or null, too');
  return { category, parent: parent === null ? null : await checkParent(tx, parent, category, item) };
}

/** @throws 400 */
async function checkDepth(tx: Tx, { depth }: ItemEdit, category: number) {
  if (depth && (await categoryOfDepth(tx, depth.id)) !== category)
    throw invalid('depth', 'does not exist in the category');
}

/** Adds a cost center; answers it as JSON text. @throws 400 */
export async function createItem(tx: WriteTx, by: number, edit: ItemEdit): Promise<string> {
  const { category, parent } = await placeOf(tx, edit, undefined);
  await checkDepth(tx, edit, category);
  const place = { category, parent: parent?.id ?? null };
  const values = {
    name: edit.name,
    code: edit.code,
    depth_id: edit.depth?.id,
    category_id: category,
    parent_id: place.parent,
    parent_level: parent?.level ?? null,
    sort_key: await items.sortKeyAt(tx, place, edit.position),
  };
  const id = await insertRow(tx, 'category_item', said(values));
  await tell(tx, by, [id]);
  return (await showOne(tx, 'category_item', id))!;
}

/**
 * Changes what was sent. A new parent, category or position takes the whole branch along; without a position
 * it goes behind its new siblings. @throws 400, 404
 */
export async function editItem(tx: WriteTx, by: number, id: number, edit: ItemEdit): Promise<string> {
  checkSameId(id, edit);
  const item = await items.findItem(tx, id);
  if (!item) throw nothing();
  const { category, parent } = await placeOf(tx, edit, item);
  await checkDepth(tx, edit, category);
  const place = { category, parent: parent?.id ?? null, without: id };
  const moves = category !== item.category || place.parent !== item.parent;
  const { ids: branch } = moves ? await items.subtreeOf(tx, id) : { ids: [id] };
  if (category !== item.category) {
    await items.dropDepths(tx, branch);
    await tellHolders(tx, by, branch);
  }
  const order = moves || edit.position !== undefined;
  const values = {
    name: edit.name,
    code: edit.code,
    depth_id: edit.depth === undefined ? undefined : (edit.depth?.id ?? null),
    ...(moves && { category_id: category, parent_id: place.parent, parent_level: parent?.level ?? null }),
    ...(order && { sort_key: await items.sortKeyAt(tx, place, edit.position) }),
  };
  await updateRow(tx, 'category_item', id, said(values));
  if (branch.length > 1) await items.stampItems(tx, branch);
  await tell(tx, by, branch);
  return (await showOne(tx, 'category_item', id))!;
}

/** Removes a cost center with all below it; people and spaces no longer belong to them. @throws 404 */
export async function removeItem(tx: WriteTx, by: number, id: number): Promise<void> {
  const { ids } = await items.subtreeOf(tx, id);
  if (ids.length === 0) throw nothing();
  await tellHolders(tx, by, ids);
  await deleteRow(tx, 'category_item', id);
  await tell(tx, by, ids);
}
