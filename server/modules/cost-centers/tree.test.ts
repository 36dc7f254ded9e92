import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CategoryTree } from '#contract/cost-centers.ts';
import { costCenters } from '../../../test/cost-centers.ts';

const { server, admin, organisation, category, item, edit, get, tree, room } = await costCenters();
const SIZE = 8;

/** Whatever happened: every item is there once, one level below its parent, which stands before it. */
function expectTree(nodes: CategoryTree, ids: number[]) {
  expect(nodes.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(ids.toSorted((a, b) => a - b));
  const levels = new Map<number, number>();
  for (const { id, parent, level } of nodes) {
    expect(level).toBe(parent === undefined ? 0 : levels.get(parent)! + 1);
    levels.set(id, level);
  }
}

async function planted() {
  const kind = await category();
  const ids: number[] = [];
  for (let index = 0; index < SIZE; index += 1) {
    const parent = index % 3 === 0 ? null : { id: ids[index - 1]! };
    ids.push((await item(kind, { parent })).id);
  }
  return { kind, ids };
}

const index = fc.nat(SIZE - 1);
const move = fc.record({
  item: index,
  parent: fc.option(index, { nil: null, freq: 6 }),
  position: fc.option(fc.nat(4), { nil: undefined }),
});
const rounds = fc.array(fc.array(move, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 4 });

test('parallel moves never make a cycle and never lose an item', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (batches) => {
      const { kind, ids } = await planted();
      for (const batch of batches) {
        const answers = await Promise.all(
          batch.map(({ item: moved, parent, position }) =>
            admin.call('PUT', `/categories/items/${ids[moved]}`, {
              costCenterParent: parent === null ? null : { id: ids[parent] },
              ...(position !== undefined && { position }),
            }),
          ),
        );
        for (const { statusCode } of answers) expect([200, 400]).toContain(statusCode);
        expectTree(await tree(kind), ids);
      }
    }),
    { numRuns: 12 },
  );
});

test('nor do writers who go past the service and take no turns', async () => {
  const refused = new Set(['23503', '23514', '40P01', '40001']);
  const outcomes: string[] = [];
  await fc.assert(
    fc.asyncProperty(rounds, async (batches) => {
      const { kind, ids } = await planted();
      for (const batch of batches) {
        await Promise.all(
          batch.map(({ item: moved, parent }) =>
            server.owner
              .query(
                `UPDATE category_item SET parent_id = $3,
                   parent_level = (SELECT level FROM category_item WHERE organisation_id = $1 AND id = $3)
                 WHERE organisation_id = $1 AND id = $2`,
                [organisation, ids[moved], parent === null ? null : ids[parent]],
              )
              .then(
                () => outcomes.push('stored'),
                ({ code }: { code: string }) => {
                  outcomes.push(code);
                  expect(refused).toContain(code);
                },
              ),
          ),
        );
        expectTree(await tree(kind), ids);
      }
    }),
    { numRuns: 12 },
  );
  expect(outcomes).toContain('stored');
  expect(outcomes.some((code) => code !== 'stored')).toBe(true);
});

test('siblings stand where they were put', async () => {
  const step = fc.record({ item: fc.nat(5), position: fc.nat(7) });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const kind = await category();
      const model: number[] = [];
      for (let at = 0; at < 6; at += 1) model.push((await item(kind)).id);
      const ids = [...model];
      for (const { item: at, position } of steps) {
        const id = ids[at]!;
        await edit(id, { position });
        model.splice(model.indexOf(id), 1);
        model.splice(position, 0, id);
        expect((await tree(kind)).map((node) => node.id)).toEqual(model);
      }
    }),
    { numRuns: 8 },
  );
});

test('the tree counts the living people and spaces of each item, and names its depth', async () => {
  const kind = await category();
  const depth = await admin.call('POST', '/categories/depth', { name: 'Team', category: { id: kind.id } });
  const root = await item(kind, { code: 'R' });
  const child = await item(kind, { parent: { id: root.id } });
  const [one, two] = [await admin.person(), await admin.person()];
  for (const { id } of [one, two])
    await admin.call('PUT', `/users/${id}`, { costCenters: [{ id: child.id }] });
  await admin.call('DELETE', `/users/${two.id}`);
  await server.owner.query(
    'INSERT INTO room_cost_center (organisation_id, room_id, item_id) VALUES ($1, $2, $3)',
    [organisation, await room(), root.id],
  );
  const shown = { id: root.id, name: root.name, code: 'R', level: 0, depth: depth.json<{ id: number }>().id };
  expect(await tree(kind)).toEqual([
    { ...shown, users: 0, rooms: 1 },
    { id: child.id, name: child.name, code: '', parent: root.id, level: 1, users: 1, rooms: 0 },
  ]);
  expect(await get(`/categories/${(await category()).id}/tree`)).toEqual([]);
});

test('a poller of the feed misses no move', async () => {
  const { kind, ids } = await planted();
  const seen = new Map<number, number>();
  let writing = true;
  let since = 0;
  const poll = async () => {
    const page = await get<{ id: number; dateUpdated: number }[]>(
      `/categories/items?category=${kind.id}&orderBy=dateUpdated&modifiedOrCreatedAfter=${since || ''}`,
    );
    for (const { id, dateUpdated } of page) {
      seen.set(id, dateUpdated);
      since = Math.max(since, dateUpdated);
    }
  };
  const poller = (async () => {
    while (writing) await poll();
  })();
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let turn = 0; turn < 6; turn += 1) {
      const parent = turn % 2 ? { id: ids[(writer + turn) % SIZE] } : null;
      await admin.call('PUT', `/categories/items/${ids[(writer * 2) % SIZE]}`, { costCenterParent: parent });
    }
  });
  await Promise.all(writers).finally(() => (writing = false));
  await poller;
  await poll();
  const now = await get<{ id: number; dateUpdated: number }[]>(`/categories/items?category=${kind.id}`);
  expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(now.map((it) => [it.id, it.dateUpdated])));
});
