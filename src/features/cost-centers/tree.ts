import type { CategoryTree } from '#contract/cost-centers.ts';

export type TreeItem = CategoryTree[number];
export type TreeNode = {
  item: TreeItem;
  level: number;
  parent: TreeNode | undefined;
  children: TreeNode[];
  /** Memberships of the item and of all below it. */
  users: number;
  rooms: number;
};
export type Tree = { roots: TreeNode[]; byId: ReadonlyMap<number, TreeNode>; all: readonly TreeNode[] };

/** Links what the server lists; `all` has parents before their children. */
export function growTree(items: readonly TreeItem[]): Tree {
  const byId = new Map<number, TreeNode>();
  for (const item of items)
    byId.set(item.id, {
      item,
      level: 0,
      parent: undefined,
      children: [],
      users: item.users,
      rooms: item.rooms,
    });
  const roots: TreeNode[] = [];
  for (const node of byId.values()) {
    node.parent = node.item.parent === undefined ? undefined : byId.get(node.item.parent);
    (node.parent?.children ?? roots).push(node);
  }
  const all: TreeNode[] = [];
  const waiting = roots.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    node.level = node.parent ? node.parent.level + 1 : 0;
    all.push(node);
    for (let at = node.children.length - 1; at >= 0; at -= 1) waiting.push(node.children[at]!);
  }
  for (const { parent, users, rooms } of all.toReversed())
    if (parent) {
      parent.users += users;
      parent.rooms += rooms;
    }
  return { roots, byId, all };
}

export const siblingsOf = (tree: Tree, node: TreeNode) => node.parent?.children ?? tree.roots;

/** From the root down to the node's parent. */
export function lineOf(node: TreeNode): TreeNode[] {
  const line: TreeNode[] = [];
  for (let above = node.parent; above; above = above.parent) line.unshift(above);
  return line;
}

/** Whether `node` is `top` or stands anywhere below it. */
export function within(node: TreeNode | undefined, top: TreeNode): boolean {
  for (let one = node; one; one = one.parent) if (one === top) return true;
  return false;
}

export const branchOf = (tree: Tree, top: TreeNode) => tree.all.filter((node) => within(node, top));

export type Found = { hits: ReadonlySet<number>; shown: ReadonlySet<number> };

/** Items with every word in name or code, and those on the way down to them. */
export function search(tree: Tree, text: string): Found {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const hits = new Set<number>();
  const shown = new Set<number>();
  for (const node of tree.all) {
    const said = `${node.item.name}\n${node.item.code}`.toLocaleLowerCase();
    if (!words.every((word) => said.includes(word))) continue;
    hits.add(node.item.id);
    for (let one: TreeNode | undefined = node; one && !shown.has(one.item.id); one = one.parent)
      shown.add(one.item.id);
  }
  return { hits, shown };
}

/** The rows on screen, from top to bottom; a search shows its ways down, whatever is expanded. */
export function visibleRows(tree: Tree, expanded: ReadonlySet<number>, found?: Found): TreeNode[] {
  if (found) return tree.all.filter(({ item }) => found.shown.has(item.id));
  const open = new Set<TreeNode>();
  return tree.all.filter((node) => {
    const visible = !node.parent || (open.has(node.parent) && expanded.has(node.parent.item.id));
    if (visible) open.add(node);
    return visible;
  });
}

/** What is open at first: the upper levels, as many as show no more than `most` rows, and an only root. */
export function firstOpen(tree: Tree, most: number): Set<number> {
  const sizes: number[] = [];
  for (const { level } of tree.all) sizes[level] = (sizes[level] ?? 0) + 1;
  let rows = 0;
  const shown = sizes.findIndex((size) => {
    rows += size;
    return rows > most;
  });
  const fitting = (shown < 0 ? sizes.length : shown) - 1;
  const levels = Math.max(fitting, tree.roots.length === 1 ? 1 : 0);
  return new Set(tree.all.filter(({ level }) => level < levels).map(({ item }) => item.id));
}
