import { expect, test } from 'vitest';
import type { Asset } from '#contract/assets.ts';
import { testServer } from '../../../test/app.ts';
import { assetRegister } from '../../../test/assets.ts';

const server = await testServer();
const register = await assetRegister(server);
const { keeper, plain, book, screen, kitchen, add, read } = register;
type Failure = { error: { field?: string; code: string } };
const refusal = (answer: { statusCode: number; json: <T>() => T }) => [
  answer.statusCode,
  answer.json<Failure>().error.field,
];
const put = (id: number | string, body: unknown, headers = {}) =>
  keeper.call('PUT', `/assets/${id}`, body, { headers });

test('bad input is refused by name and changes nothing', async () => {
  const asset = await add({ room: kitchen.room, localUID: 'KEEP-1', kept: 'x' });
  const cases: [object, string][] = [
    [{ model: null }, 'model'],
    [{ model: {} }, 'model.id'],
    [{ model: { id: 'x' } }, 'model.id'],
    [{ model: { id: 99_999_999 } }, 'model'],
    [{ room: 7 }, 'room'],
    [{ room: { id: 0 } }, 'room.id'],
    [{ room: { id: 99_999_999 } }, 'room'],
    [{ owner: { id: 1.5 } }, 'owner.id'],
    [{ owner: [] }, 'owner'],
    [{ owner: { id: 99_999_999 }, room: kitchen.room }, 'owner'],
    [{ managed: 'maybe' }, 'managed'],
    [{ active: null }, 'active'],
    [{ name: {} }, 'name'],
    [{ name: 'x'.repeat(401) }, 'name'],
    [{ localUID: ['a'] }, 'localUID'],
    [{ serialNumber: 'x'.repeat(201) }, 'serialNumber'],
    [{ boxLength: 'a\0b' }, 'boxLength'],
    [{ unknown: { deep: ['\0'] } }, 'unknown.deep[0]'],
    [{ unknown: 'x'.repeat(200_001) }, 'unknown'],
    [{ condition: 'stolen' }, 'condition'],
  ];
  for (const [body, field] of cases) {
    const answer = await put(asset.id, body);
    expect([body, answer.statusCode]).toEqual([body, 400]);
    // A reference may be named as a whole or by its id.
    expect([field, field.replace('.id', '')]).toContain(answer.json<Failure>().error.field);
    const created = await keeper.call('POST', '/assets', { model: book, ...body });
    expect([body, created.statusCode]).toEqual([body, 400]);
  }
  expect(refusal(await keeper.call('POST', '/assets', {}))).toEqual([400, 'model']);
  expect(refusal(await put(asset.id, { id: asset.id + 1 }))).toEqual([400, 'id']);
  for (const body of ['[]', '"x"', '7', '{'])
    expect((await put(asset.id, body, { 'content-type': 'application/json' })).statusCode).toBe(400);
  for (const id of ['0', '-1', '1.5', 'x', '99999999999999999999', asset.id + 1000])
    expect((await put(id, { name: 'x' })).statusCode).toBe(404);
  expect(await read(asset.id)).toEqual(asset);
  const query = ['typeId=x', 'roomId=-1', 'unseenSince=x', 'active=maybe', 'condition=stolen', 'search=%00'];
  for (const part of query)
    expect([part, (await plain.call('GET', `/assets?${part}`)).statusCode]).toEqual([part, 400]);
});

test('keys that could reach a prototype are dropped, and nothing the server says can be written', async () => {
  const body = `{"model":{"id":${book.id}},"__proto__":{"x":1},"a":{"constructor":1,"b":2},"dateCreated":5,"seen":{"at":1},"images":[1]}`;
  const answer = await keeper.call('POST', '/assets', body, {
    headers: { 'content-type': 'application/json' },
  });
  const made = answer.json<Asset & { a: unknown }>();
  expect(made.a).toEqual({ b: 2 });
  expect(made.dateCreated).toBeGreaterThan(5);
  expect(made.images).toEqual([]);
  expect(made).not.toHaveProperty('seen');
  expect(Object.keys(made)).not.toContain('__proto__');
});

test('one label is one asset, one serial number one of its model', async () => {
  const one = await add({ localUID: 'One-1', serialNumber: 'SN-1' });
  const two = await add({ localUID: 'Two', serialNumber: 'SN-2' });
  const twice = [
    await keeper.call('POST', '/assets', { model: screen, localUID: 'ONE-1' }),
    await put(two.id, { localUID: 'one-1', name: 'no' }),
  ];
  expect(twice.map(refusal)).toEqual([
    [409, 'localUID'],
    [409, 'localUID'],
  ]);
  const serials = [
    await keeper.call('POST', '/assets', { model: book, serialNumber: 'sn-1' }),
    await put(two.id, { serialNumber: 'sn-1', name: 'no' }),
  ];
  expect(serials.map(refusal)).toEqual([
    [409, 'serialNumber'],
    [409, 'serialNumber'],
  ]);
  expect(await read(two.id)).toEqual(two);
  // Another maker may number alike, and who has no number is like nobody.
  await add({ model: screen, serialNumber: 'SN-1' });
  await add({ localUID: '', serialNumber: '' });
  await add({ localUID: '', serialNumber: '' });
  expect((await put(one.id, { localUID: 'ONE-1' })).statusCode).toBe(200);
});

test('of ten at once with one local id one is added', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => keeper.call('POST', '/assets', { model: book, localUID: 'RACE' })),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([
    201,
    ...Array<number>(9).fill(409),
  ]);
});

test('parallel edits of one asset lose nothing', async () => {
  const { id } = await add();
  const parts = [
    { name: 'Name' },
    { localUID: 'PAR-1' },
    { boxLength: '9' },
    { managed: true },
    { owner: { id: plain.id } },
    { condition: 'damaged' },
    ...Array.from({ length: 6 }, (_, n) => ({ [`own${n}`]: n })),
  ];
  await Promise.all([...parts.map((part) => put(id, part)), keeper.call('PUT', `/assets/${id}/verify`)]);
  const { owner, ...rest } = Object.assign({}, ...parts) as { owner: object };
  expect(await read(id)).toMatchObject({ ...rest, owner, seen: { by: { id: keeper.id } } });
});

test('an edit made on what has changed is told so, one sent twice is done once', async () => {
  const asset = await add();
  const [own, stale] = [{ 'if-match': `"${asset.dateUpdated}"` }, { 'if-match': '"1"' }];
  expect((await put(asset.id, { name: 'A' }, stale)).statusCode).toBe(409);
  expect((await put(asset.id, { name: 'B' }, own)).statusCode).toBe(200);
  expect((await put(asset.id, { name: 'C' }, own)).statusCode).toBe(409);
  const body = { model: book, localUID: 'ONCE' };
  const headers = { 'idempotency-key': 'asset-once' };
  const [first, again] = [
    await keeper.call('POST', '/assets', body, { headers }),
    await keeper.call('POST', '/assets', body, { headers }),
  ];
  expect([again.statusCode, again.body]).toEqual([201, first.body]);
});

test('another organisation’s assets, spaces and people do not exist', async () => {
  const stranger = await server.register();
  const asset = await add({ localUID: 'OURS' });
  expect((await stranger.call('GET', `/assets/${asset.id}`)).statusCode).toBe(404);
  expect((await stranger.call('PUT', `/assets/${asset.id}`, { name: 'x' })).statusCode).toBe(404);
  expect((await stranger.call('GET', '/assets?search=ours')).json()).toEqual([]);
  const model = (await stranger.call('GET', '/assets/models')).json<{ id: number }[]>()[0]!;
  expect((await stranger.call('POST', '/assets', { model, localUID: 'OURS' })).statusCode).toBe(201);
  expect(refusal(await stranger.call('POST', '/assets', { model, room: kitchen.room }))).toEqual([
    400,
    'room',
  ]);
});
