import { expect, test } from 'vitest';
import type { Asset, AssetBulkDone, AssetEvent } from '#contract/assets.ts';
import { testServer } from '../../../test/app.ts';
import { assetRegister } from '../../../test/assets.ts';

const server = await testServer();
const register = await assetRegister(server);
const { keeper, plain, book, screen, kitchen, studio, add, read } = register;
const refs = (assets: { id: number }[]) => assets.map(({ id }) => ({ id }));
const change = (assets: { id: number }[], set: object, headers = {}) =>
  keeper.call('PUT', '/assets', { assets: refs(assets), set }, { headers });
const history = async (id: number, query = '') =>
  (await plain.call('GET', `/assets/${id}/history${query}`)).json<AssetEvent[]>();
const same = (assets: Asset[]) =>
  assets.map((asset) => ({ ...asset, dateUpdated: expect.any(Number) as number }));

test('many are changed alike, told what they had, and put back', async () => {
  const before = [
    await add({ room: kitchen.room }),
    await add({ owner: { id: plain.id }, active: false, serialNumber: 'A' }),
    await add({ model: screen, room: studio.room, kept: 'as it was' }),
  ];
  const set = { room: studio.room, active: false, model: screen, condition: 'damaged' };
  const answer = await change(before, set);
  const done = answer.json<AssetBulkDone>();
  const [model, place] = [{ id: book.id }, { room: kitchen.room, owner: null }];
  expect(done.assets).toEqual([
    { id: before[0]!.id, model, ...place, active: true, condition: 'good' },
    { id: before[1]!.id, model, room: null, owner: { id: plain.id }, condition: 'good' },
    { id: before[2]!.id, active: true, condition: 'good' },
  ]);
  for (const { id } of before) {
    const asset = await read(id);
    expect(asset).toMatchObject({ room: studio.room, active: false, condition: 'damaged', model: screen });
    expect(asset.dateUpdated).toBe(done.dateUpdated);
    expect(asset).not.toHaveProperty('owner');
  }
  expect((await change(before, set)).json()).toMatchObject({ assets: [] });

  const undone = await keeper.call('PUT', '/assets/undo', done);
  expect(await Promise.all(before.map(({ id }) => read(id)))).toEqual(same(before));
  // What undoing answers does it again.
  await keeper.call('PUT', '/assets/undo', undone.json());
  expect(await read(before[1]!.id)).toMatchObject({ room: studio.room, active: false, model: screen });
  expect((await history(before[1]!.id)).map(({ kind }) => kind)).toEqual([
    ...['changed', 'damaged', 'placed'].toReversed(),
    ...['changed', 'placed'].toReversed(),
    ...['changed', 'damaged', 'placed'].toReversed(),
    'added',
  ]);
});

test('all or nothing, naming what stands in the way', async () => {
  const assets = [
    await add(),
    await add({ serialNumber: 'TWICE' }),
    await add({ model: screen, serialNumber: 'twice' }),
  ];
  const stranger = await server.register();
  const model = (await stranger.call('GET', '/assets/models')).json<{ id: number }[]>()[0]!;
  const foreign = (await stranger.call('POST', '/assets', { model })).json<Asset>();
  const cases: [object, number, string][] = [
    [{ assets: refs([...assets, { id: 999_999 }]), set: { active: false } }, 400, 'assets[3].id'],
    [{ assets: refs([foreign, ...assets]), set: { active: false } }, 400, 'assets[0].id'],
    [{ assets: refs(assets), set: { active: false, room: { id: 999_999 } } }, 400, 'set.room'],
    [{ assets: refs(assets), set: { active: false, owner: { id: stranger.id } } }, 400, 'set.owner'],
    [{ assets: refs(assets), set: { active: false, model } }, 400, 'set.model'],
    [{ assets: refs(assets), set: { active: false, model: screen } }, 409, 'serialNumber'],
    [{ assets: refs(assets), set: {} }, 400, 'set'],
    [{ assets: [], set: { active: false } }, 400, 'assets'],
    [{ assets: refs(assets), set: { condition: 'stolen' } }, 400, 'set.condition'],
    [{ assets: [{ id: -1 }], set: { active: false } }, 400, 'assets[0].id'],
  ];
  for (const [body, status, field] of cases) {
    const answer = await keeper.call('PUT', '/assets', body);
    expect([answer.statusCode, answer.json<{ error: { field: string } }>().error.field]).toEqual([
      status,
      field,
    ]);
  }
  for (const asset of assets) expect(await read(asset.id)).toEqual(asset);
});

test('nothing is put back over what somebody has changed since', async () => {
  const assets = [await add(), await add()];
  const done = (await change(assets, { active: false })).json<AssetBulkDone>();
  await keeper.call('PUT', `/assets/${assets[1]!.id}`, { name: 'Mine now' });
  const answer = await keeper.call('PUT', '/assets/undo', done);
  expect([answer.statusCode, answer.json<{ error: { field: string } }>().error.field]).toEqual([
    409,
    'assets[1]',
  ]);
  expect(await read(assets[0]!.id)).toMatchObject({ active: false });
});

test('a repeated change is done once', async () => {
  const [asset] = [await add()];
  const headers = { 'idempotency-key': 'bulk-1' };
  const first = await change([asset], { active: false }, headers);
  await keeper.call('PUT', `/assets/${asset.id}`, { active: true });
  const again = await change([asset], { active: false }, headers);
  expect([again.body, again.headers['idempotency-replayed']]).toEqual([first.body, 'true']);
  expect((await read(asset.id)).active).toBe(true);
});

test('many go and come back, unless their number is another’s by now', async () => {
  const assets = [await add({ localUID: 'BACK-1' }), await add({ localUID: 'BACK-2' })];
  const remove = (list: { id: number }[]) => keeper.call('PUT', '/assets/remove', { assets: refs(list) });
  const restore = (list: { id: number }[]) => keeper.call('PUT', '/assets/restore', { assets: refs(list) });
  expect((await remove([...assets, { id: 999_999 }])).statusCode).toBe(400);
  expect((await remove(assets)).json()).toEqual({ count: 2 });
  expect((await plain.call('GET', `/assets/${assets[0]!.id}`)).statusCode).toBe(404);
  expect((await restore([assets[0]!])).json()).toEqual({ count: 1 });
  expect((await restore(assets)).json()).toEqual({ count: 1 });
  expect(await Promise.all(assets.map(({ id }) => read(id)))).toEqual(same(assets));
  await remove([assets[0]!]);
  await add({ localUID: 'back-1' });
  expect((await restore([assets[0]!])).statusCode).toBe(409);
  expect((await restore([{ id: 999_999 }])).statusCode).toBe(400);
  expect((await history(assets[1]!.id)).map(({ kind }) => kind)).toEqual(['restored', 'removed', 'added']);
});

test('the history says who had it, page by page', async () => {
  const asset = await add({ room: kitchen.room });
  await keeper.call('PUT', `/assets/${asset.id}`, { owner: { id: plain.id } });
  await keeper.call('PUT', `/assets/${asset.id}`, { owner: null, serialNumber: 'S', colour: 'red' });
  const whole = await history(asset.id);
  const by = { id: keeper.id, name: expect.any(String) as string };
  const kitchenNow = { room: { id: kitchen.room.id, name: 'Kitchen' } };
  const holder = { owner: { id: plain.id, name: expect.any(String) as string } };
  expect(whole).toMatchObject([
    { kind: 'placed', by, from: holder, to: {} },
    { kind: 'changed', by, fields: ['serialNumber', 'colour'] },
    { kind: 'placed', by, from: kitchenNow, to: holder },
    { kind: 'added', by, from: {}, to: kitchenNow },
  ]);
  expect(await history(asset.id, '?limit=2&startAt=1')).toEqual(whole.slice(1, 3));
  expect(await history(asset.id, '?kind=placed,seen')).toEqual([whole[0], whole[2]]);
});
