import { expect, test } from 'vitest';
import type { Category, Depth } from '#contract/cost-centers.ts';
import { costCenters, errorOf } from '../../../test/cost-centers.ts';

const { admin, category, item, get } = await costCenters();
const kind = await category({ name: 'Company', code: 'co' });
const one = await item(kind, { name: 'One', code: '1' });
const of = { category: { id: kind.id } };
const text = 'x'.repeat(201);

test.each([
  ['/categories', {}, 'name'],
  ['/categories', { name: null }, 'name'],
  ['/categories', { name: ' ' }, 'name'],
  ['/categories', { name: {} }, 'name'],
  ['/categories', { name: text }, 'name'],
  ['/categories', { name: 'a\0' }, 'name'],
  ['/categories', { name: 'x', code: text }, 'code'],
  ['/categories', { name: 'x', code: [] }, 'code'],
  ['/categories/items', of, 'name'],
  ['/categories/items', { name: 'x' }, 'category'],
  ['/categories/items', { name: 'x', category: null }, 'category'],
  ['/categories/items', { name: 'x', category: {} }, 'category.id'],
  ['/categories/items', { name: 'x', category: { id: 999_999_999 } }, 'category'],
  ['/categories/items', { name: 'x', category: { id: -1 } }, 'category.id'],
  ['/categories/items', { name: 'x', category: kind.id }, 'category'],
  ['/categories/items', { name: 'x', ...of, costCenterParent: { id: 999_999_999 } }, 'costCenterParent'],
  ['/categories/items', { name: 'x', ...of, costCenterParent: 7 }, 'costCenterParent'],
  ['/categories/items', { name: 'x', ...of, parent: { id: 0 } }, 'parent'],
  ['/categories/items', { name: 'x', ...of, depth: { id: 999_999_999 } }, 'depth'],
  ['/categories/items', { name: 'x', ...of, position: -1 }, 'position'],
  ['/categories/items', { name: 'x', ...of, position: 1.5 }, 'position'],
  ['/categories/depth', of, 'name'],
  ['/categories/depth', { name: 'x' }, 'category'],
  ['/categories/depths', { name: 'x', category: { id: 999_999_999 } }, 'category'],
  ['/categories/depths', { name: 'x', ...of, level: -1 }, 'level'],
  ['/categories/depths', { name: 'x', ...of, level: 100 }, 'level'],
  ['/categories/depths', { name: 'x', ...of, level: 'deep' }, 'level'],
])('POST %s %j is refused naming %s', async (path, body, field) => {
  const before = await get(`${path}/count`);
  const answer = await admin.call('POST', path, body);
  expect([answer.statusCode, errorOf(answer).field]).toEqual([400, field]);
  expect(errorOf(answer).message).toContain(field.split('.')[0]);
  expect(await get(`${path}/count`)).toEqual(before);
});

test('PUT leaves what is not sent, and refuses what would empty a required attribute', async () => {
  const depth = (await admin.call('POST', '/categories/depth', { name: 'Floor', ...of })).json<Depth>();
  const paths = [`/categories/${kind.id}`, `/categories/items/${one.id}`, `/categories/depths/${depth.id}`];
  for (const path of paths) {
    const before = await get<object>(path);
    for (const [name, value] of [
      ['id', 999_999],
      ['id', 'x'],
      ['name', ''],
      ['name', null],
    ] as const) {
      const answer = await admin.call('PUT', path, { code: 'not stored', [name]: value });
      expect([path, answer.statusCode, errorOf(answer).field]).toEqual([path, 400, name]);
    }
    if (path !== paths[0])
      for (const value of [null, {}, { id: 999_999_999 }]) {
        const answer = await admin.call('PUT', path, { code: 'not stored', category: value });
        expect([answer.statusCode, errorOf(answer).field?.split('.')[0]]).toEqual([400, 'category']);
      }
    expect((await admin.call('PUT', path, [])).statusCode).toBe(400);
    expect(await get(path)).toEqual(before);
    const changed = await admin.call('PUT', path, { code: 'NEW', attributeName: 'ignored' });
    expect(changed.json()).toEqual({
      ...before,
      code: 'NEW',
      dateUpdated: changed.json<Category>().dateUpdated,
      ...(path === paths[1] && { depth: expect.anything() }),
    });
    expect((await admin.call('PUT', path, { code: null })).json()).toMatchObject({ code: '' });
  }
});

test.each(['0', '-1', '1.5', 'abc', '99999999999999999999', '999999999'])(
  '%s is the id of nothing',
  async (id) => {
    for (const path of ['/categories', '/categories/items', '/categories/depth', '/categories/depths'])
      for (const [method, body] of [['GET'], ['PUT', {}], ['DELETE']] as const)
        expect((await admin.call(method, `${path}/${id}`, body)).statusCode).toBe(404);
  },
);

test('both spellings of depths answer alike, in all five ways', async () => {
  const other = await category();
  for (const path of ['/categories/depth', '/categories/depths']) {
    const made = await admin.call('POST', `${path}/`, { name: 'First', category: { id: other.id } });
    expect([made.statusCode, made.json<Depth>().category]).toEqual([200, other]);
    const { id, level } = made.json<Depth>();
    expect(level).toBe(0);
    const next = (await admin.call('POST', path, { name: 'Next', category: { id: other.id } })).json<Depth>();
    expect(next.level).toBe(1);
    const renamed = await admin.call('PUT', `${path}/${id}`, { id, name: 'A Different Name', level: 3 });
    expect(renamed.json()).toMatchObject({ name: 'A Different Name', level: 3 });
    expect(await get(`${path}/${id}/`)).toEqual(renamed.json());
    const since = `?search=different&orderBy=level&modifiedOrCreatedAfter=${made.json<Depth>().dateUpdated}`;
    expect(await get(path + since)).toEqual([renamed.json()]);
    expect(await get(`${path}/count${since}`)).toEqual({ count: 1 });
    for (const depth of [id, next.id])
      expect((await admin.call('DELETE', `${path}/${depth}`)).json()).toEqual({
        response: 'Successfully removed',
      });
    expect((await admin.call('DELETE', `${path}/${id}`)).statusCode).toBe(404);
  }
});

test('a depth that changes its category is taken off the items of the old one', async () => {
  const [old, next] = [await category(), await category()];
  const depth = (
    await admin.call('POST', '/categories/depth', { name: 'x', level: 5, category: { id: old.id } })
  ).json<Depth>();
  const made = await item(old, { depth: { id: depth.id } });
  expect(made.depth?.id).toBe(depth.id);
  const moved = await admin.call('PUT', `/categories/depth/${depth.id}`, { category: { id: next.id } });
  expect(moved.json()).toMatchObject({ category: { id: next.id }, level: 5 });
  expect(await get(`/categories/items/${made.id}`)).not.toHaveProperty('depth');
});
