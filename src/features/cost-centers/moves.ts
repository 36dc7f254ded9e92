import { siblingsOf, type Tree, type TreeItem, type TreeNode, within } from './tree.ts';

/** Where an item is to stand: `position` counts its new siblings without itself; at their end when absent. */
export type Place = { parent: number | null; position?: number };
export type Where = 'before' | 'into' | 'after';

export function placeOf(tree: Tree, node: TreeNode): Required<Place> {
  return { parent: node.parent?.item.id ?? null, position: siblingsOf(tree, node).indexOf(node) };
}

const isAt = (tree: Tree, node: TreeNode, { parent, position }: Place) => {
  const now = placeOf(tree, node);
  const last = siblingsOf(tree, node).length - 1;
  return now.parent === parent && now.position === (position ?? last);
};

/** Where a dropped branch would go; 'refused' below itself, undefined where it stands already. */
export function dropPlace(
  tree: Tree,
  node: TreeNode,
  target: TreeNode,
  where: Where,
  opened: boolean,
): Place | 'refused' | undefined {
  if (target === node) return undefined;
  if (within(target, node)) return 'refused';
  // Below an open row comes its first child: what is dropped there goes before it.
  const inside = where === 'into' || (where === 'after' && opened && target.children.length > 0);
  const siblings = siblingsOf(tree, target).filter((one) => one !== node);
  const at = siblings.indexOf(target) + (where === 'after' ? 1 : 0);
  const place: Place = inside
    ? { parent: target.item.id, ...(where === 'after' && { position: 0 }) }
    : { parent: target.parent?.item.id ?? null, position: at };
  return isAt(tree, node, place) ? undefined : place;
}

/** Alt with an arrow: up and down among the siblings, left to behind the parent, right below the one above. */
export function arrowPlace(tree: Tree, node: TreeNode, key: string): Place | undefined {
  const siblings = siblingsOf(tree, node);
  const at = siblings.indexOf(node);
  const parent = node.parent?.item.id ?? null;
  if (key === 'ArrowUp' && at > 0) return { parent, position: at - 1 };
  if (key === 'ArrowDown' && at < siblings.length - 1) return { parent, position: at + 1 };
  if (key === 'ArrowLeft' && node.parent) {
    const { parent: above, position } = placeOf(tree, node.parent);
    return { parent: above, position: position + 1 };
  }
  const before = siblings[at - 1];
  if (key === 'ArrowRight' && before) return { parent: before.item.id };
  return undefined;
}

/** The server's list as it will be once an item has moved. */
export function moveIn(items: readonly TreeItem[], id: number, { parent, position }: Place): TreeItem[] {
  const item = items.find((one) => one.id === id);
  if (!item) return [...items];
  const { parent: _before, depth: _depth, ...rest } = item;
  const moved = { ...rest, ...(parent !== null && { parent }) };
  const others = items.filter((one) => one.id !== id);
  const siblings = others.filter((one) => (one.parent ?? null) === parent);
  const next = position === undefined ? undefined : siblings[position];
  const at = next ? others.indexOf(next) : others.length;
  return others.toSpliced(at, 0, moved);
}
