import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrowPlace, dropPlace, moveIn, placeOf } from './moves.ts';
import { firstOpen, growTree, search, type TreeItem, visibleRows } from './tree.ts';

const item = (id: number, parent?: number, more: Partial<TreeItem> = {}): TreeItem => ({
  id,
  name: `Item ${id}`,
  code: '',
  level: 0,
  users: 0,
  rooms: 0,
  ...(parent !== undefined && { parent }),
  ...more,
});
// 1 ─ 2 ─ 4
//   └ 3      5
const items = [item(1), item(5), item(2, 1), item(3, 1), item(4, 2)];
const ids = (nodes: readonly { item: TreeItem }[]) => nodes.map((node) => node.item.id);
const node = (id: number, of = growTree(items)) => [of, of.byId.get(id)!] as const;

/** Any forest, each item below an earlier one or at the root. */
const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 40 }).map((picks) =>
  picks.map((pick, at) => {
    const parent = pick % (at + 1);
    return item(at + 1, parent === 0 ? undefined : parent, { users: pick % 3 });
  }),
);

test('rows are those whose line is open; a search shows the ways down to its hits', () => {
  const tree = growTree(items);
  expect(ids(visibleRows(tree, new Set()))).toEqual([1, 5]);
  expect(ids(visibleRows(tree, new Set([1])))).toEqual([1, 2, 3, 5]);
  // What is open below something closed stays out of sight.
  expect(ids(visibleRows(tree, new Set([2])))).toEqual([1, 5]);
  const found = search(tree, 'ITEM 4');
  expect([...found.hits]).toEqual([4]);
  expect(ids(visibleRows(tree, new Set(), found))).toEqual([1, 2, 4]);
  expect(search(tree, 'item 9').shown.size).toBe(0);
});

test('whatever the tree, its roots count everybody in it, and all open shows all', () => {
  fc.assert(
    fc.property(forest, (list) => {
      const tree = growTree(list);
      expect(tree.roots.reduce((sum, { users }) => sum + users, 0)).toBe(
        list.reduce((sum, { users }) => sum + users, 0),
      );
      expect(visibleRows(tree, new Set(list.map(({ id }) => id)))).toEqual(tree.all);
      expect(tree.all).toHaveLength(list.length);
    }),
  );
});

test('wherever an item may be dropped it then stands, with its branch, and can be taken back', () => {
  fc.assert(
    fc.property(
      forest,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('before', 'into', 'after'),
      fc.boolean(),
      (list, a, b, where, open) => {
        const tree = growTree(list);
        const moving = tree.all[a % tree.all.length]!;
        const target = tree.all[b % tree.all.length]!;
        const { id } = moving.item;
        const place = dropPlace(tree, moving, target, where, open);
        if (place === undefined || place === 'refused') return;
        const after = growTree(moveIn(list, id, place));
        expect(after.all).toHaveLength(list.length);
        const now = after.byId.get(id)!;
        expect(now.parent?.item.id ?? null).toBe(place.parent);
        if (place.position !== undefined) expect(placeOf(after, now).position).toBe(place.position);
        expect(ids(now.children)).toEqual(ids(moving.children));
        const back = growTree(moveIn(moveIn(list, id, place), id, placeOf(tree, moving)));
        expect(ids(back.all)).toEqual(ids(tree.all));
      },
    ),
  );
});

test('nothing goes below itself, and a drop where it stands is none', () => {
  const [tree, one] = node(1);
  expect(dropPlace(tree, one, tree.byId.get(4)!, 'into', false)).toBe('refused');
  expect(dropPlace(tree, one, one, 'into', false)).toBeUndefined();
  expect(dropPlace(tree, tree.byId.get(2)!, tree.byId.get(3)!, 'before', false)).toBeUndefined();
  expect(dropPlace(tree, tree.byId.get(3)!, one, 'into', true)).toBeUndefined();
  expect(dropPlace(tree, tree.byId.get(5)!, one, 'after', true)).toEqual({ parent: 1, position: 0 });
});

test('Alt and arrows move among the siblings, out and in', () => {
  expect(arrowPlace(...node(2), 'ArrowUp')).toBeUndefined();
  expect(arrowPlace(...node(2), 'ArrowDown')).toEqual({ parent: 1, position: 1 });
  expect(arrowPlace(...node(3), 'ArrowRight')).toEqual({ parent: 2 });
  expect(arrowPlace(...node(4), 'ArrowLeft')).toEqual({ parent: 1, position: 1 });
  expect(arrowPlace(...node(1), 'ArrowLeft')).toBeUndefined();
});

test('at first the upper levels are open as far as they fit, an only root always', () => {
  const tree = growTree(items);
  expect([...firstOpen(tree, 2)]).toEqual([]);
  expect([...firstOpen(tree, 4)]).toEqual([1, 5]);
  expect([...firstOpen(tree, 5)]).toEqual([1, 2, 3, 5]);
  expect([...firstOpen(growTree([item(1), item(2, 1)]), 1)]).toEqual([1]);
});
