import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Asset } from '#contract/assets.ts';
import { testServer } from '../../../test/app.ts';
import { assetRegister } from '../../../test/assets.ts';

const server = await testServer();
const register = await assetRegister(server);
const { admin, plain, book, screen, kitchen, studio, laptops, screens, add, read } = register;

const called = async (firstName: string, lastName: string, email: string) => {
  const { id } = await register.post('/users', { firstName, lastName, email: `${email}@example.org` });
  return { id };
};
const owners = [
  await called('Zoë', 'Łukasz', 'zoe'),
  await called('Ann%', 'O_Neil', 'ann'),
  { id: plain.id },
];
const uids = [undefined, 'NW-00', 'Łódź', '100%', 'a_b', String.raw`c\d`, "o'k"];
const serials = [undefined, '5CG0', 'łódź', 'X%Y', 'SN_', '"q"'];

const all: Asset[] = [];
for (let n = 0; n < 48; n += 1) {
  const [uid, serial] = [uids[n % uids.length], serials[n % serials.length]];
  const { id } = await add({
    model: n % 3 === 0 ? screen : book,
    ...(uid && { localUID: `${uid}${n}` }),
    ...(serial && { serialNumber: `${n}${serial}${n}` }),
    ...(n % 5 < 2 && { room: n % 2 ? kitchen.room : studio.room }),
    ...(n % 5 > 2 && { owner: owners[n % 3] }),
    ...(n % 7 === 0 && { name: `Loaner ${n}`, condition: 'damaged' }),
    active: n % 4 !== 0,
    managed: n % 6 === 0,
  });
  if (n % 8 === 0) await register.keeper.call('PUT', `/assets/${id}/verify`);
  all.push(await read(id));
}

const has = (text: string | undefined, part: string) =>
  text !== undefined && text.toLowerCase().includes(part);
type Query = Record<string, string | number | boolean | undefined>;
/** What each parameter says of an asset, written down apart from the server. */
const says: Record<string, (asset: Asset, value: never) => boolean> = {
  search: (a, value: string) =>
    [a.name, a.model.name, a.owner?.name, a.room?.name, a.localUID, a.serialNumber].some((text) =>
      has(text, value.toLowerCase()),
    ),
  searchSerialNumber: (a, value: string) => has(a.serialNumber, value.toLowerCase()),
  typeId: (a, value: number) => a.model.type.id === value,
  modelId: (a, value: number) => a.model.id === value,
  buildingId: (a, value: number) => a.room?.floor.building.id === value,
  floorId: (a, value: number) => a.room?.floor.id === value,
  roomId: (a, value: number) => a.room?.id === value,
  owner: (a, value: number) => a.owner?.id === value,
  mine: (a, value: boolean) => !value || a.owner?.id === plain.id,
  active: (a, value: boolean) => a.active === value,
  managed: (a, value: boolean) => a.managed === value,
  condition: (a, value: string) => value.split(',').includes(a.condition),
  placed: (a, value: string) => (a.room ? 'room' : a.owner ? 'owner' : 'nowhere') === value,
  unseenSince: (a, value: number) => !a.seen || a.seen.at < value,
  modifiedOrCreatedAfter: (a, value: number) => a.dateUpdated > value,
};
const words = fc.oneof(
  fc.constantFrom(
    'probook',
    'SHARP',
    'łukasz',
    'zoë ł',
    'kitch',
    'nw-0',
    'ŁÓDŹ',
    '%',
    '_',
    '\\',
    "'",
    'n%',
    'x%y',
    'an',
    'example',
  ),
  fc.string({ minLength: 1, maxLength: 3 }).filter((text) => text.trim() !== ''),
);
const moments = fc.constantFrom(
  ...all.map(({ dateUpdated }) => dateUpdated),
  ...all.flatMap(({ seen }) => seen?.at ?? []),
);
const queries: fc.Arbitrary<Query> = fc.record(
  {
    search: words,
    searchSerialNumber: fc.constantFrom('5cg', 'ł', '_', 'x%', '1', 'nothing like it', 'ódź'),
    typeId: fc.constantFrom(laptops.id, screens.id, 99_999),
    modelId: fc.constantFrom(book.id, screen.id),
    buildingId: fc.constantFrom(kitchen.building.id, studio.building.id),
    floorId: fc.constantFrom(kitchen.floor.id, studio.floor.id),
    roomId: fc.constantFrom(kitchen.room.id, studio.room.id, 99_999),
    owner: fc.constantFrom(...owners.map(({ id }) => id)),
    mine: fc.boolean(),
    active: fc.boolean(),
    managed: fc.boolean(),
    condition: fc.constantFrom('good', 'damaged', 'lost,damaged'),
    placed: fc.constantFrom('room', 'owner', 'nowhere'),
    unseenSince: moments,
    modifiedOrCreatedAfter: moments,
  },
  { requiredKeys: [] },
);
/** Few of them at once, for otherwise hardly anything is left. */
const few = fc.tuple(queries, fc.array(fc.nat(14), { minLength: 1, maxLength: 3 })).map(([query, keep]) => {
  const names = Object.keys(query);
  return Object.fromEntries(keep.flatMap((n) => (names[n] ? [[names[n], query[names[n]]]] : []))) as Query;
});
const address = (path: string, query: Query) =>
  `${path}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()}`;

test('a list is exactly what all its filters leave, and its count says how many', async () => {
  await fc.assert(
    fc.asyncProperty(few, fc.boolean(), async (query, down) => {
      const left = all.filter((asset) =>
        Object.entries(query).every(([name, value]) => says[name]!(asset, value as never)),
      );
      const ids = left.map(({ id }) => id);
      const page = { ...query, limit: 500, orderByType: down ? 'desc' : 'asc' };
      const answer = await plain.call('GET', address('/assets', page));
      expect(answer.json<Asset[]>().map(({ id }) => id)).toEqual(down ? ids.toReversed() : ids);
      expect((await plain.call('GET', address('/assets/count', query))).json()).toEqual({
        count: ids.length,
      });
    }),
    { numRuns: 120 },
  );
});

test('every order is whole and stable over its pages', async () => {
  const value = (asset: Asset, path: string) =>
    path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], asset);
  for (const orderBy of [
    'name',
    'localUID',
    'model.name',
    'owner.name',
    'room.name',
    'seen.at',
    'dateUpdated',
    'constructor',
    'a;--',
  ]) {
    const ids: number[] = [];
    for (const startAt of [0, 20, 40])
      ids.push(
        ...(await register.ids(
          `orderBy=${encodeURIComponent(orderBy)}&orderByType=desc&limit=20&startAt=${startAt}`,
        )),
      );
    expect([orderBy, ids.toSorted((a, b) => a - b)]).toEqual([orderBy, all.map(({ id }) => id)]);
    const values = ids.map((id) =>
      value(
        all.find((asset) => asset.id === id)!,
        orderBy,
      ),
    );
    if (typeof values[0] === 'number')
      expect(values).toEqual(values.toSorted((a, b) => ((b as number) ?? -1) - ((a as number) ?? -1)));
    // Those without come last, either way.
    const first = values.indexOf(undefined);
    if (first > 0) expect(new Set(values.slice(first))).toEqual(new Set([undefined]));
  }
});

test('what others are told of a list holds for the file too, and no cell is run as a formula', async () => {
  const evil = await add({
    serialNumber: '=1+1',
    name: '@SUM(1)',
    owner: owners[0],
    boxLength: 'a "b", c\nd',
  });
  all.push(await read(evil.id));
  const file = await plain.call('GET', '/assets.csv?searchSerialNumber=%3D1');
  expect([file.statusCode, file.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  const [head, ...rows] = file.body.split('\r\n');
  expect(head).toContain('id,local id,serial number,name,model');
  expect(rows.join('\r\n')).toContain(`${evil.id},,'=1+1,'@SUM(1),Probook 450`);
  expect(rows.join('\r\n')).toContain('"a ""b"", c\nd"');
  const whole = await plain.call('GET', '/assets.csv');
  expect(whole.body.match(/^\d+,/gm)).toHaveLength(all.length);
  expect((await plain.call('GET', '/assets.csv?limit=x')).statusCode).toBe(400);
  expect((await (await server.register()).call('GET', '/assets.csv')).body.trim().split('\r\n')).toHaveLength(
    1,
  );
  expect(
    (await admin.call('GET', '/assets?typeId=&buildingId=&search=&modifiedOrCreatedAfter=')).json(),
  ).toHaveLength(all.length);
});
