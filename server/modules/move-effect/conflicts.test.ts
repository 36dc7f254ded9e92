import { expect, test } from 'vitest';
import type { MoveConflict } from '#contract/move-effect.ts';
import type { MoveBoard } from '#contract/moves-board.ts';
import type { MoveRequest } from '#contract/moves.ts';
import type { TestUser } from '../../../test/app.ts';
import { codeOf, moveHouse } from '../../../test/house-moves.ts';

const house = moveHouse();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const draft = async (by: TestUser, items: object[], more: object = {}) => {
  const answer = await by.call('POST', '/move/conflicts', { date: Date.now() + DAY, items, ...more });
  expect([answer.statusCode, answer.body]).toEqual([200, answer.body]);
  return answer.json<{ conflicts: MoveConflict[] }>().conflicts;
};
const moveType = async () => {
  const types = await house.send<{ id: number; typeCode: string; equipment: boolean }[]>(
    'GET',
    '/move/requestTypes',
  );
  return { id: types.find(({ typeCode, equipment }) => typeCode === 'move' && !equipment)!.id };
};

test('a form is told what would go wrong, with the numbers, before it is sent', async () => {
  const type = await moveType();
  const [from, full, lobby] = [await house.desk(), await house.desk(), await house.desk()];
  const [mover, sits] = [await house.sitter(from), await house.sitter(full)];
  await house.server.owner.query(
    `UPDATE room SET room_type_id = (SELECT id FROM room_type WHERE organisation_id = room.organisation_id
       AND NOT occupiable LIMIT 1) WHERE id = $1`,
    [lobby],
  );
  const item = (who: TestUser, room: number) => ({ type, user: { id: who.id }, toRoom: { id: room } });
  expect(await draft(house.admin, [item(mover, full)])).toEqual([
    {
      item: 0,
      kind: 'target-full',
      blocks: true,
      message: expect.stringMatching(/has room for 1: there will be 1, and 1 would come/),
      space: { id: full, name: expect.any(String) },
      seats: { capacity: 1, there: 1, coming: 1, leaving: 0, after: 2 },
    },
  ]);
  expect(await draft(house.admin, [item(mover, full), item(sits, from)])).toEqual([]);
  expect(await draft(house.admin, [item(mover, lobby)])).toMatchObject([{ kind: 'not-occupiable' }]);
  expect(await draft(house.admin, [item(mover, from)], { date: Date.now() - 3 * DAY })).toMatchObject([
    { kind: 'date-past', blocks: false },
  ]);
  for (const [name, wrong] of [
    ['user', { ...item(mover, full), user: { id: 999_999 } }],
    ['toRoom', item(mover, 999_999)],
    ['type', { ...item(mover, full), type: { id: 999_999 } }],
  ] as const) {
    const answer = await house.admin.call('POST', '/move/conflicts', { items: [item(mover, from), wrong] });
    expect(answer.json()).toMatchObject({ error: { field: `items[1].${name}` } });
  }
});

test('somebody in two moves is a conflict of both, and who leaves is not told to everybody', async () => {
  const type = await moveType();
  const [from, to] = [await house.desk(), await house.desk(3)];
  const [one, plain] = [await house.sitter(from), await house.sitter(null)];
  const date = Date.now() + DAY;
  const pending = await house.ask([{ who: one.id, to }], { approved: false, date });
  const exit = await house.ask([{ type: 'terminate', who: one.id }], { date });
  const about = (id: number) =>
    house.send<{ conflicts: MoveConflict[] }>('GET', `/move/requests/${id}/conflicts`);
  expect((await about(pending.id)).conflicts).toMatchObject([
    { kind: 'person-left', blocks: true, item: 0, request: { id: exit.id, date } },
  ]);
  expect((await about(exit.id)).conflicts).toMatchObject([
    { kind: 'person-twice', blocks: false, request: { id: pending.id } },
  ]);
  const { cards } = await house.send<MoveBoard>('GET', '/move/board');
  for (const { id } of [pending, exit]) expect(cards.find((card) => card.id === id)?.conflicts).toBe(1);
  const seen = await draft(plain, [{ type, user: { id: one.id }, toRoom: { id: to } }]);
  expect(seen.map(({ kind, request }) => [kind, request])).toEqual([
    ['person-twice', undefined],
    ['person-twice', undefined],
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/leave/);
  expect(await draft(house.admin, [], { id: exit.id })).toEqual([]);
  await house.send('DELETE', `/move/requests/${exit.id}`);
});

test('nothing happens before its date or its approval, unless a manager says so', async () => {
  const { admin } = house;
  const [from, to] = [await house.desk(), await house.desk()];
  const one = await house.sitter(from);
  const { id } = await house.ask([{ who: one.id, to }], { date: Date.now() + DAY, approved: false });
  const effect = (body?: object) => admin.call('POST', `/move/requests/${id}/effect`, body);
  await house.run();
  expect(await codeOf(effect(), 409)).toBe('move.not-approved');
  await house.send('PUT', `/move/requests/${id}`, { approved: true });
  await house.run();
  expect(await codeOf(effect(), 409)).toBe('move.too-early');
  expect(await codeOf(admin.call('GET', `/move/requests/${id}/outcome`), 409)).toBe('move.not-effected');
  expect(await house.seats(one)).toEqual([from]);
  expect((await effect({ early: true })).statusCode).toBe(200);
  expect(await house.seats(one)).toEqual([to]);

  const undated = await house.ask([{ who: one.id, to: from }], { date: null });
  await house.run();
  expect(await house.seats(one)).toEqual([to]);
  await house.send('POST', `/move/requests/${undated.id}/effect`, {}, 200);
  expect(await house.seats(one)).toEqual([from]);

  const archived = await house.ask([{ who: one.id, to }]);
  await house.send('POST', `/move/requests/${archived.id}/archive`, undefined, 200);
  await house.run();
  expect(await house.seats(one)).toEqual([from]);
});

test('who needs a desk that is left later on the same day waits without a failure; by hand it says why', async () => {
  const noon = 12 - new Date().getUTCHours();
  await house.server.owner.query('UPDATE organisation SET time_zone = $2 WHERE id = $1', [
    house.places.organisation,
    `Etc/GMT${noon > 0 ? `-${noon}` : `+${-noon}`}`,
  ]);
  const [x, y] = [await house.desk(), await house.desk()];
  const [a, b] = [await house.sitter(x), await house.sitter(y)];
  const first = await house.ask([{ who: a.id, to: y }]);
  const later = await house.ask([{ who: b.id, to: x }], { date: Date.now() + HOUR / 2 });
  await house.run();
  expect((await house.show(first.id)).failure).toBeUndefined();
  const refused = house.admin.call('POST', `/move/requests/${first.id}/effect`);
  expect(await codeOf(refused, 409)).toBe('move.cannot-take-effect');
  expect((await house.show(first.id)).failure?.why).toMatch(/room for 1/);
  await house.send('POST', `/move/requests/${later.id}/effect`, { early: true }, 200);
  expect(await house.seats(a, b)).toEqual([y, x]);
});

test('a move is previewed by those who see it, and taken into effect by those who may approve it', async () => {
  const boss = await house.sitter(null);
  const [from, to] = [await house.desk(2), await house.desk(2)];
  const manager = { manager: { id: boss.id } };
  const [one, two, plain] = [
    await house.sitter(from, manager),
    await house.sitter(from, manager),
    await house.sitter(null),
  ];
  const { id, items } = await house.ask([
    { who: one.id, to },
    { who: two.id, to },
  ]);
  const paths = ['preview', 'conflicts', 'outcome'].map((path) => `/move/requests/${id}/${path}`);
  for (const path of paths) expect((await plain.call('GET', path)).statusCode).toBe(404);
  const preview = async (by: TestUser) =>
    (await by.call('GET', paths[0]!)).json<{ mayEffect: boolean; items: { person: { id: number } }[] }>();
  expect(await preview(one)).toMatchObject({ mayEffect: false, items: [{ person: { id: one.id } }] });
  expect(await preview(boss)).toMatchObject({ mayEffect: true, items: [{}, {}] });
  const along = `/move/items/${items[0]!.id}/assets`;
  expect((await one.call('PUT', along, { assets: [] })).statusCode).toBe(403);
  expect((await boss.call('PUT', along, { assets: [{ id: 999_999 }] })).statusCode).toBe(400);
  const effect = (by: TestUser) => by.call('POST', `/move/requests/${id}/effect`);
  expect((await effect(plain)).statusCode).toBe(404);
  expect((await effect(one)).statusCode).toBe(403);
  expect((await effect(boss)).statusCode).toBe(200);
  expect(await house.seats(one, two)).toEqual([to, to]);
  // Nor does the request itself, or a list, tell one of them what it changed for the other.
  const told = async (by: TestUser, path: string) => {
    const answer = (await by.call('GET', path)).json<MoveRequest | MoveRequest[]>();
    const request = Array.isArray(answer) ? answer.find((each) => each.id === id)! : answer;
    return request.items.map(({ outcome }) => outcome !== undefined);
  };
  for (const path of [`/move/requests/${id}`, '/move/requests?limit=500']) {
    expect(await told(one, path)).toEqual([true, false]);
    expect(await told(boss, path)).toEqual([true, true]);
    expect(await told(house.admin, path)).toEqual([true, true]);
  }
  expect((await boss.call('PUT', along, { assets: [] })).statusCode).toBe(409);
});
