import { describe, expect, test } from 'vitest';
import type { Category, CategoryItem } from '#contract/cost-centers.ts';
import { costCenters, errorOf } from '../../../test/cost-centers.ts';

const { server, admin, organisation, category, item, edit, get, tree } = await costCenters();
const stranger = await server.register();
const ids = (list: { id: number }[]) => list.map(({ id }) => id);
const items = (query: string) => get<CategoryItem[]>(`/categories/items${query}`);

describe('moving', () => {
  test('a branch goes to another parent or category as a whole', async () => {
    const [a, b] = [await category(), await category()];
    const [root, other] = [await item(a), await item(a)];
    const child = await item(a, { parent: { id: root.id } });
    const leaf = await item(a, { parent: { id: child.id } });
    const moved = await edit(root.id, { costCenterParent: { id: other.id } });
    expect(moved.costCenterParent).toMatchObject({ id: other.id });
    expect((await tree(a)).map(({ id, level }) => [id, level])).toEqual([
      [other.id, 0],
      [root.id, 1],
      [child.id, 2],
      [leaf.id, 3],
    ]);
    const shown = await get<CategoryItem>(`/categories/items/${leaf.id}`);
    expect(shown.dateUpdated).toBeGreaterThan(leaf.dateUpdated);

    const alone = await admin.call('PUT', `/categories/items/${root.id}`, { category: { id: b.id } });
    expect([alone.statusCode, errorOf(alone).field]).toEqual([400, 'category']);
    const crossed = await edit(root.id, { category: { id: b.id }, parent: null });
    expect(crossed).toMatchObject({ category: { id: b.id }, costCenterParent: {} });
    expect(ids(await tree(b))).toEqual([root.id, child.id, leaf.id]);
    expect(ids(await tree(a))).toEqual([other.id]);
  });

  test('a place among the siblings is kept, and can be changed without end', async () => {
    const kind = await category();
    const made = [await item(kind), await item(kind), await item(kind)];
    const [x, y, z] = ids(made) as [number, number, number];
    const order = async () => ids(await tree(kind));
    expect(await order()).toEqual([x, y, z]);
    await edit(z, { position: 0 });
    expect(await order()).toEqual([z, x, y]);
    await edit(z, { position: 1 });
    expect(await order()).toEqual([x, z, y]);
    await edit(x, { position: 99 });
    expect(await order()).toEqual([z, y, x]);
    const first = await item(kind, { position: 1 });
    expect(await order()).toEqual([z, first.id, y, x]);
    await edit(y, { name: 'stays' });
    expect(await order()).toEqual([z, first.id, y, x]);
    const byPosition = `?category=${kind.id}&orderBy=position`;
    expect(ids(await items(byPosition))).toEqual([z, first.id, y, x]);
    // Halving the same gap again and again runs out of numbers; the siblings are numbered anew then.
    for (let turn = 0; turn < 70; turn += 1) {
      await edit(turn % 2 ? y : x, { position: 1 });
      expect((await order()).slice(0, 2)).toEqual([z, turn % 2 ? y : x]);
    }
    await edit(z, { costCenterParent: { id: y } });
    const into = await item(kind, { parent: { id: y }, position: 0 });
    expect(await order()).toEqual([y, x, first.id, into.id, z]);
  });

  test('no item becomes its own ancestor, and no parent is of another category', async () => {
    const [a, b] = [await category(), await category()];
    const root = await item(a);
    const child = await item(a, { parent: { id: root.id } });
    const leaf = await item(a, { parent: { id: child.id } });
    const far = await item(b);
    const theirs = await stranger.call('POST', '/categories/items', {
      name: 'x',
      category: { id: (await stranger.call('GET', '/categories')).json<Category[]>()[0]!.id },
    });
    const before = await tree(a);
    for (const parent of [root.id, child.id, leaf.id, far.id, 999_999_999, theirs.json<CategoryItem>().id]) {
      for (const name of ['costCenterParent', 'parent']) {
        const answer = await admin.call('PUT', `/categories/items/${root.id}`, {
          name: 'not stored',
          [name]: { id: parent },
        });
        expect([parent, answer.statusCode, errorOf(answer).field]).toEqual([parent, 400, 'costCenterParent']);
      }
    }
    const torn = await admin.call('PUT', `/categories/items/${leaf.id}`, {
      costCenterParent: { id: root.id },
      parent: null,
    });
    expect([torn.statusCode, errorOf(torn).field]).toEqual([400, 'parent']);
    expect(await tree(a)).toEqual(before);
  });

  test('a tree has at most 100 levels, also when a branch is hung below another', async () => {
    const kind = await category();
    const chain = async (length: number) => {
      let last: number | null = null;
      const links: number[] = [];
      for (let level = 0; level < length; level += 1)
        links.push((last = (await item(kind, { parent: last === null ? null : { id: last } })).id));
      return links;
    };
    const [long, short] = [await chain(98), await chain(2)];
    const third = await item(kind);
    await edit(third.id, { parent: { id: short[1]! } });
    const deep = await admin.call('PUT', `/categories/items/${short[0]}`, { parent: { id: long.at(-1)! } });
    expect([deep.statusCode, errorOf(deep).field]).toEqual([400, 'costCenterParent']);
    await edit(short[0]!, { parent: { id: long.at(-2)! } });
    expect((await tree(kind)).at(-1)!.level).toBe(99);
    // Moved and removed as a whole, a hundred levels deep.
    const above = await item(kind);
    const higher = await admin.call('PUT', `/categories/items/${long[0]}`, { parent: { id: above.id } });
    expect(higher.statusCode).toBe(400);
    expect((await admin.call('DELETE', `/categories/items/${long[0]}`)).statusCode).toBe(200);
    expect(ids(await tree(kind))).toEqual([above.id]);
  });
});

test('the database itself refuses a cycle and a parent of another category', async () => {
  const [a, b] = [await category(), await category()];
  const root = await item(a);
  const child = await item(a, { parent: { id: root.id } });
  const far = await item(b);
  const put = (id: number, parent: number, level: number) =>
    server.owner
      .query(
        `UPDATE category_item SET parent_id = $2, parent_level = $3 WHERE organisation_id = $4 AND id = $1`,
        [id, parent, level, organisation],
      )
      .then(
        () => 'stored',
        (error: { code: string }) => error.code,
      );
  expect(await put(root.id, child.id, 1)).toMatch(/^235(03|14)$/);
  expect(await put(root.id, child.id, 0)).toBe('23503');
  expect(await put(root.id, root.id, 0)).toMatch(/^235(03|14)$/);
  expect(await put(child.id, far.id, 0)).toBe('23503');
  expect(await put(child.id, root.id, 0)).toBe('stored');
});
