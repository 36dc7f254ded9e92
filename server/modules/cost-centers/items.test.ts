import { describe, expect, test } from 'vitest';
import type { CategoryItem, Depth } from '#contract/cost-centers.ts';
import { costCenters, errorOf } from '../../../test/cost-centers.ts';

const { server, admin, category, item, edit, get } = await costCenters();
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
