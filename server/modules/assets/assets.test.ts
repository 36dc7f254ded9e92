import { expect, test } from 'vitest';
import type { Asset } from '#contract/assets.ts';
import { testServer } from '../../../test/app.ts';
import { assetRegister } from '../../../test/assets.ts';
import { image } from '../../../test/tiny-image.ts';

const server = await testServer();
const register = await assetRegister(server);
const { admin, keeper, plain, book, screen, kitchen, studio, add, read } = register;
const put = (id: number, body: object, headers = {}) =>
  keeper.call('PUT', `/assets/${id}`, body, { headers });
const fieldOf = (answer: { json: <T>() => T }) => answer.json<{ error: { field?: string } }>().error.field;

test('an asset is what its model says, and what was sent', async () => {
  const bare = await add();
  expect(bare).toMatchObject({
    name: 'Probook 450',
    model: { id: book.id, name: 'Probook 450', manufacturer: 'HP', type: { name: 'Laptops', code: 'LAP' } },
    managed: false,
    active: true,
    boxLength: '',
    titleLocation: '',
    condition: 'good',
    images: [],
  });
  for (const absent of ['room', 'owner', 'seen', 'localUID', 'serialNumber'])
    expect(bare).not.toHaveProperty(absent);
  const whole = await add({
    id: 4,
    name: 'Reception',
    managed: 'true',
    active: false,
    boxLength: '30 cm',
    titleLocation: '  Shelf <b>3</b> ',
    localUID: 'NW-001',
    serialNumber: 'SN 1',
    room: kitchen.room,
    printerName: 'Łódź',
    nested: { deep: [1, null, { a: 'b' }] },
  });
  expect(whole).toMatchObject({
    name: 'Reception',
    managed: true,
    active: false,
    boxLength: '30 cm',
    titleLocation: '  Shelf <b>3</b> ',
    localUID: 'NW-001',
    serialNumber: 'SN 1',
    room: { ...kitchen.room, name: 'Kitchen', floor: { building: { name: 'Oak House' } } },
    printerName: 'Łódź',
    nested: { deep: [1, null, { a: 'b' }] },
  });
  expect(await read(whole.id)).toEqual(whole);
  expect((await plain.call('GET', `/assets/?assetId=${whole.id}`)).json()).toEqual([whole]);

  const edited = (
    await put(whole.id, { id: whole.id, printerName: 'NEW', name: null, nested: null })
  ).json<Asset>();
  expect(edited).toMatchObject({ printerName: 'NEW', name: 'Probook 450', serialNumber: 'SN 1' });
  expect(edited).not.toHaveProperty('nested');
  expect(edited.dateUpdated).toBeGreaterThan(whole.dateUpdated);
  // What was answered can be sent back as it is.
  expect((await put(whole.id, edited)).json()).toEqual({ ...edited, dateUpdated: expect.any(Number) });
});

test('an asset is in a space or with somebody, never both', async () => {
  const [room, owner] = [kitchen.room, { id: plain.id }];
  const where = ({ room: space, owner: person }: Asset) => [space?.id, person?.id];
  const asset = await add({ room, owner });
  expect(where(asset)).toEqual([undefined, owner.id]);
  const steps: [object, [number | undefined, number | undefined]][] = [
    [{ room }, [room.id, undefined]],
    [{ room: studio.room, owner: null }, [studio.room.id, undefined]],
    [{ owner }, [undefined, owner.id]],
    [{ room: null }, [undefined, owner.id]],
    [{ owner: {} }, [undefined, undefined]],
    [{ room: { ...room, name: 'ignored' } }, [room.id, undefined]],
    [{ owner, room: studio.room }, [undefined, owner.id]],
  ];
  for (const [body, expected] of steps)
    expect([body, where((await put(asset.id, body)).json<Asset>())]).toEqual([body, expected]);
});

test('a verified asset tells who saw it, when and where', async () => {
  const asset = await add({ room: kitchen.room, condition: 'lost' });
  expect((await keeper.call('PUT', `/assets/${asset.id}/verify`)).statusCode).toBe(204);
  const first = await read(asset.id);
  expect(first).toMatchObject({ condition: 'good', seen: { by: { id: keeper.id }, room: kitchen.room } });
  expect(first.seen!.at).toBeGreaterThanOrEqual(asset.dateCreated);
  const elsewhere = await keeper.call('PUT', `/assets/${asset.id}/verify`, { room: studio.room });
  expect([elsewhere.statusCode, elsewhere.body]).toEqual([204, '']);
  expect(await read(asset.id)).toMatchObject({ room: kitchen.room, seen: { room: { name: 'Studio' } } });
  const lines = (await plain.call('GET', `/assets/${asset.id}/history`)).json<
    { kind: string; to: object }[]
  >();
  expect(lines.map(({ kind }) => kind)).toEqual(['seen', 'found', 'seen', 'added']);
  expect(lines[0]!.to).toEqual({ room: { id: studio.room.id, name: 'Studio' } });
  expect((await plain.call('PUT', `/assets/${asset.id}/verify`)).statusCode).toBe(403);
  expect(fieldOf(await keeper.call('PUT', `/assets/${asset.id}/verify`, { room: { id: 99_999 } }))).toBe(
    'room',
  );
});

test('pictures are shown to the organisation alone, until they are taken away', async () => {
  const asset = await add();
  const answer = await keeper.call('POST', `/assets/${asset.id}/attachImage`, {
    image: `data:image/png;base64,${image}`,
  });
  expect(answer.statusCode).toBe(200);
  const picture = answer.json<Asset['images'][number]>();
  expect(picture).toMatchObject({ image: true, storageId: picture.id, storedFile: { id: picture.id } });
  expect((await read(asset.id)).images).toEqual([picture]);
  const shown = await plain.call('GET', `/files/${picture.id}`);
  expect([shown.statusCode, shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual([
    200,
    'image/png',
    'nosniff',
  ]);
  expect((await (await server.register()).call('GET', `/files/${picture.id}`)).statusCode).toBe(404);
  expect((await server.app.inject({ url: picture.downloadURL })).statusCode).toBe(401);
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
  for (const bad of [{}, { image: '' }, { image: 7 }, { image: svg }])
    expect(fieldOf(await keeper.call('POST', `/assets/${asset.id}/attachImage`, bad))).toBe('image');
  expect((await keeper.call('DELETE', `/assets/images/${picture.id}`)).statusCode).toBe(200);
  expect((await keeper.call('DELETE', `/assets/images/${picture.id}`)).statusCode).toBe(404);
  expect((await read(asset.id)).images).toEqual([]);
});

test('after its removal there is no asset to do anything with', async () => {
  const asset = await add({ localUID: 'GONE-1' });
  expect((await keeper.call('DELETE', `/assets/${asset.id}`)).json()).toEqual({
    response: 'Successfully removed',
  });
  const calls: [string, string, object?][] = [
    ['GET', ''],
    ['PUT', '', { name: 'x' }],
    ['DELETE', ''],
    ['PUT', '/verify'],
    ['POST', '/attachImage', { image }],
    ['GET', '/history'],
  ];
  for (const [method, path, body] of calls)
    expect([
      method,
      path,
      (await keeper.call(method, `/assets/${asset.id}${path}`, body)).statusCode,
    ]).toEqual([method, path, 404]);
  expect((await plain.call('GET', '/assets/codes/GONE-1')).json()).toEqual([]);
  await add({ localUID: 'gone-1' });
});

test('a code is found exactly, whatever it is of, in any case of its letters', async () => {
  const one = await add({ localUID: 'Tag-77', serialNumber: 'C02/X 9' });
  const two = await add({ model: screen, serialNumber: 'c02/x 9' });
  const three = await add({ serialNumber: 'TAG-77' });
  const found = async (code: string) =>
    (await plain.call('GET', `/assets/codes/${encodeURIComponent(code)}`))
      .json<{ by: string; asset: Asset }[]>()
      .map(({ by, asset }) => [by, asset.id]);
  expect(await found(' tag-77 ')).toEqual([
    ['localUID', one.id],
    ['serialNumber', three.id],
  ]);
  expect(await found('C02/x 9')).toEqual([
    ['serialNumber', one.id],
    ['serialNumber', two.id],
  ]);
  expect(await found(`AST-${String(two.id).padStart(6, '0')}`)).toEqual([['code', two.id]]);
  for (const nothing of ['tag-7', '%', 'AST-0', ' ', `ast${'9'.repeat(15)}`])
    expect(await found(nothing)).toEqual([]);
  const stranger = await server.register();
  expect((await stranger.call('GET', '/assets/codes/tag-77')).json()).toEqual([]);
});

test('types and models are kept by managers, and go when nothing hangs on them', async () => {
  const { manager, post, screens } = register;
  const seeded = (await plain.call('GET', '/assets/models')).json<{ type: { name: string } }[]>();
  expect(seeded.length).toBeGreaterThan(2);
  expect((await plain.call('GET', '/assets/models/count')).json()).toEqual({ count: seeded.length });
  const type = await post('/assets/types', { name: 'Meters', meteringEnabled: true, sortOrder: 3 }, manager);
  expect(type).toMatchObject({
    name: 'Meters',
    code: '',
    active: true,
    meteringEnabled: true,
    unitPriceEnabled: false,
  });
  const model = await post(
    '/assets/models',
    { name: 'M-1', type: { id: type.id }, modelNumber: 17 },
    manager,
  );
  expect(model).toMatchObject({ modelNumber: '17', manufacturer: '', type: { id: type.id } });
  expect((await keeper.call('POST', '/assets/types', { name: 'x' })).statusCode).toBe(403);
  expect(fieldOf(await manager.call('POST', '/assets/models', { name: 'x', type: { id: 99_999 } }))).toBe(
    'type',
  );
  expect(fieldOf(await manager.call('POST', '/assets/types', { name: ' ' }))).toBe('name');
  const asset = await add({ model: { id: model.id } });
  const moved = await manager.call('PUT', `/assets/models/${model.id}`, { type: screens, name: 'M-2' });
  expect(moved.json()).toMatchObject({ name: 'M-2', type: { name: 'Screens' } });
  expect((await read(asset.id)).name).toBe('M-2');
  const remove = async (path: string) => (await manager.call('DELETE', `/assets/${path}`)).statusCode;
  expect(await remove(`models/${model.id}`)).toBe(409);
  expect(await remove(`types/${screens.id}`)).toBe(409);
  await put(asset.id, { model: screen });
  expect([await remove(`models/${model.id}`), await remove(`models/${model.id}`)]).toEqual([200, 404]);
  expect(await remove(`types/${type.id}`)).toBe(200);
  expect(fieldOf(await keeper.call('POST', '/assets', { model: { id: model.id } }))).toBe('model');
  expect((await plain.call('GET', `/assets/models?typeId=${screens.id}`)).json()).toHaveLength(1);
});

test('an asset of a removed space stands nowhere, one of a removed person stays with them', async () => {
  const { post, laptops } = register;
  const cellar = await post('/rooms', {
    name: 'Cellar',
    floor: kitchen.floor,
    type: { id: (await admin.call('GET', '/rooms/types')).json<{ id: number }[]>()[0]!.id },
  });
  const leaver = await admin.person();
  const [inCellar, held] = [await add({ room: { id: cellar.id } }), await add({ owner: { id: leaver.id } })];
  for (const path of [`/rooms/${cellar.id}`, `/users/${leaver.id}`])
    expect((await admin.call('DELETE', path)).statusCode).toBe(200);
  const left = await read(inCellar.id);
  expect(left).not.toHaveProperty('room');
  expect(await register.ids(`roomId=${cellar.id}`)).toEqual([]);
  expect(await register.ids(`search=cellar`)).toEqual([]);
  const [line] = (await plain.call('GET', `/assets/${inCellar.id}/history`)).json<{ to: object }[]>();
  expect(line!.to).toEqual({ room: { id: cellar.id, name: 'Cellar' } });
  expect((await read(held.id)).owner!.id).toBe(leaver.id);
  expect((await put(held.id, { owner: { id: leaver.id }, name: 'Still there' })).statusCode).toBe(200);
  expect(await register.ids(`owner=${leaver.id}&typeId=${laptops.id}`)).toEqual([held.id]);
});
