import { describe, expect, test } from 'vitest';
import type { Category, CategoryItem, Depth } from '#contract/cost-centers.ts';
import { costCenters, errorOf } from '../../../test/cost-centers.ts';

const { server, admin, organisation, category, item, edit, get, tree } = await costCenters();
const reader = await admin.person({ mail: 'ADMINISTRATOR' });
const stranger = await server.register();
const ids = (list: { id: number }[]) => list.map(({ id }) => id);
const items = (query: string) => get<CategoryItem[]>(`/categories/items${query}`);

test('an item is answered as the document prints one', async () => {
  const company = await category({ code: 'co' });
  expect(company).toEqual({
    id: expect.any(Number),
    name: expect.any(String),
    code: 'co',
    color: {},
    dateCreated: expect.any(Number),
    dateUpdated: company.dateCreated,
  });
  const named = await admin.call('POST', '/categories/depth', {
    name: 'Floor',
    code: 'flr',
    level: '1',
    category: { id: String(company.id), name: 'ignored' },
  });
  expect(named.statusCode).toBe(200);
  const depth = named.json<Depth>();
  expect(depth).toMatchObject({ name: 'Floor', code: 'flr', level: 1, category: company });

  const root = await item(company, { name: ' 1 Blah <s> ', code: 'bldg1' });
  expect(root).toEqual({
    id: expect.any(Number),
    name: ' 1 Blah <s> ',
    code: 'bldg1',
    category: company,
    costCenterParent: {},
    dateCreated: expect.any(Number),
    dateUpdated: root.dateCreated,
  });
  const child = await item(company, { parent: { id: root.id } });
  const { category: _kind, costCenterParent: _none, ...shortRoot } = root;
  const { category: _of, ...shortDepth } = depth;
  expect(child).toMatchObject({ costCenterParent: shortRoot, depth: shortDepth, code: '' });
  expect(await get(`/categories/items/${child.id}/`, reader)).toEqual(child);
});

test('an item shows the depth that was set for it, else that of its level', async () => {
  const kind = await category();
  const depthOf = async (level: number) =>
    (
      await admin.call('POST', '/categories/depths', { name: `L${level}`, level, category: { id: kind.id } })
    ).json<Depth>();
  const [zero, one, seven] = [await depthOf(0), await depthOf(1), await depthOf(7)];
  const root = await item(kind);
  const child = await item(kind, { costCenterParent: { id: root.id } });
  expect([root.depth?.id, child.depth?.id]).toEqual([zero.id, one.id]);
  const set = await edit(child.id, { depth: { id: seven.id } });
  expect([set.depth?.id, set.name]).toEqual([seven.id, child.name]);
  expect((await edit(child.id, { costCenterParent: {} })).depth?.id).toBe(seven.id);
  expect((await edit(child.id, { depth: null })).depth?.id).toBe(zero.id);
  await edit(child.id, { depth: { id: seven.id } });
  const before = (await get<CategoryItem>(`/categories/items/${child.id}`)).dateUpdated;
  expect((await admin.call('DELETE', `/categories/depths/${seven.id}`)).json()).toEqual({
    response: 'Successfully removed',
  });
  const after = await get<CategoryItem>(`/categories/items/${child.id}`);
  expect(after.depth?.id).toBe(zero.id);
  expect(after.dateUpdated).toBeGreaterThan(before);
  const foreign = await admin.call('PUT', `/categories/items/${child.id}`, {
    depth: { id: (await depthOfOther()).id },
  });
  expect([foreign.statusCode, errorOf(foreign).field]).toEqual([400, 'depth']);

  async function depthOfOther() {
    const other = { id: (await category()).id };
    return (await admin.call('POST', '/categories/depth', { name: 'x', category: other })).json<Depth>();
  }
});

test('lists filter by category, parent and root together, and count what they list', async () => {
  const [a, b] = [await category(), await category()];
  const [one, two] = [await item(a), await item(a)];
  const below = await item(a, { parent: { id: one.id }, code: 'ŁÓDŹ-1' });
  const other = await item(b);
  const expected: [string, number[]][] = [
    [`?category=${a.id}`, [one.id, two.id, below.id]],
    [`?category=${a.id}&root=true`, [one.id, two.id]],
    [`?category=${a.id}&root=false`, [one.id, two.id, below.id]],
    [`?category=${a.id},${b.id}&root=True`, [one.id, two.id, other.id]],
    [`?parent=${one.id}`, [below.id]],
    [`?category=${b.id}&parent=${one.id}`, []],
    [`?category=${a.id}&search=łódź`, [below.id]],
    [`?category=${a.id}&orderBy=name&orderByType=desc`, [below.id, two.id, one.id]],
    [`?category=${a.id}&orderBy=costCenterParent.name`, [below.id, one.id, two.id]],
    [`?category=${a.id}&orderBy=__proto__&limit=2&startAt=1`, [two.id, below.id]],
    [`?category=&parent=&root=&category=${b.id}`, [other.id]],
    [`?parent=999999999`, []],
  ];
  for (const [query, found] of expected) {
    const address = encodeURI(query);
    expect([query, ids(await items(address))]).toEqual([query, found]);
    if (!query.includes('limit'))
      expect(await get(`/categories/items/count${address}`)).toEqual({ count: found.length });
  }
  expect(ids(await get<CategoryItem[]>(`/categories/items/${one.id}/children`))).toEqual([below.id]);
  expect(await get(`/categories/items/${one.id}/children/count/`)).toEqual({ count: 1 });
  expect(await get(`/categories/items/${below.id}/children`)).toEqual([]);
  const since = `?modifiedOrCreatedAfter=${two.dateCreated}&category=${a.id}`;
  expect(ids(await items(since))).toEqual([below.id]);
  await edit(one.id, { name: 'changed' });
  expect(ids(await items(since))).toEqual([one.id, below.id]);
  for (const query of ['?category=x', '?parent=1.5', '?root=maybe', '?limit=x'])
    expect((await admin.call('GET', `/categories/items${query}`)).statusCode).toBe(400);
});

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

describe('removing', () => {
  test('an item goes with all below it, a category with all of it, and nobody is left pointing at them', async () => {
    const kind = await category();
    const depth = await admin.call('POST', '/categories/depth', { name: 'x', category: { id: kind.id } });
    const root = await item(kind, { depth: { id: depth.json<Depth>().id } });
    const child = await item(kind, { parent: { id: root.id } });
    const keep = await item(kind);
    const person = await admin.person();
    await admin.call('PUT', `/users/${person.id}`, { costCenters: [{ id: child.id }, { id: keep.id }] });
    const before = await get<{ dateUpdated: number }>(`/users/${person.id}`);
    expect((await admin.call('DELETE', `/categories/items/${root.id}`)).json()).toEqual({
      response: 'Successfully removed',
    });
    for (const { id } of [root, child])
      for (const [method, body] of [['GET'], ['PUT', { name: 'x' }], ['DELETE']] as const)
        expect((await admin.call(method, `/categories/items/${id}`, body)).statusCode).toBe(404);
    for (const path of ['children', 'users', 'rooms', 'users/count'])
      expect((await admin.call('GET', `/categories/items/${root.id}/${path}`)).statusCode).toBe(404);
    const after = await get<{ dateUpdated: number; costCenters: { id: number }[] }>(`/users/${person.id}`);
    expect(ids(after.costCenters)).toEqual([keep.id]);
    expect(after.dateUpdated).toBeGreaterThan(before.dateUpdated);

    expect((await admin.call('DELETE', `/categories/${kind.id}`)).statusCode).toBe(200);
    expect((await admin.call('DELETE', `/categories/${kind.id}`)).statusCode).toBe(404);
    expect((await admin.call('GET', `/categories/${kind.id}/tree`)).statusCode).toBe(404);
    expect((await admin.call('GET', `/categories/items/${keep.id}`)).statusCode).toBe(404);
    expect((await admin.call('GET', `/categories/depth/${depth.json<Depth>().id}`)).statusCode).toBe(404);
    expect(await get(`/users/${person.id}`)).not.toHaveProperty('costCenters');
  });
});

test('cost centers are read by all and kept by site administrators, each organisation its own', async () => {
  const kind = await category();
  const one = await item(kind);
  const writes = [
    ['POST', '/categories', { name: 'x' }],
    ['POST', '/categories/items', { name: 'x', category: { id: kind.id } }],
    ['POST', '/categories/depth', { name: 'x', category: { id: kind.id } }],
    ['PUT', `/categories/${kind.id}`, { name: 'x' }],
    ['PUT', `/categories/items/${one.id}`, { name: 'x' }],
    ['DELETE', `/categories/items/${one.id}`],
    ['DELETE', `/categories/${kind.id}`],
  ] as const;
  for (const [method, path, body] of writes) {
    expect((await reader.call(method, path, body)).statusCode).toBe(403);
    const theirs = await stranger.call(method, path, body);
    if (path !== '/categories') expect([400, 404]).toContain(theirs.statusCode);
  }
  expect(await get(`/categories/items/${one.id}`, reader)).toEqual(one);
  for (const path of [`/categories/items/${one.id}`, `/categories/${kind.id}`, `/categories/${kind.id}/tree`])
    expect((await stranger.call('GET', path)).statusCode).toBe(404);
  expect((await stranger.call('GET', `/categories/items?category=${kind.id}`)).json()).toEqual([]);
});

test('a repeated write with one key is done once', async () => {
  const kind = await category();
  const headers = { 'idempotency-key': `items-${kind.id}` };
  const body = { name: 'once', category: { id: kind.id } };
  const post = () => admin.call('POST', '/categories/items', body, { headers });
  const answers = await Promise.all([post(), post(), post()]);
  expect(new Set(answers.map((answer) => answer.json<CategoryItem>().id)).size).toBe(1);
  expect(await get(`/categories/items/count?category=${kind.id}`)).toEqual({ count: 1 });
});
