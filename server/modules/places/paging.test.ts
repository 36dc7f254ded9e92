import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';
import { resources, type Kind } from './resources.ts';

const server = await testServer();
const places = await placesOf(server);
const [us] = await places.ids('/countries?search=united%20states%20of');
for (const [n, city] of ['Łódź', 'Houston', 'houston', 'Ängelholm'].entries()) {
  const { id } = await places.building({
    name: `House ${n % 2}`,
    ...(n && { code: `C${9 - n}` }),
    address: n === 2 ? null : { city, country: { id: us }, ...(n === 1 && { state: { code: 'TX' } }) },
    location: n === 3 ? null : { latitude: n, longitude: -n },
  });
  for (const level of [2, null, 2])
    await places.floor({ name: `F${level}`, level, area: n, building: { id } });
}

const paths: [Exclude<Kind, 'room'>, string][] = [
  ['building', '/buildings'],
  ['floor', '/floors'],
  ['roomType', '/rooms/types'],
  ['country', '/countries'],
  ['state', `/countries/${us}/states`],
];
const cases = paths.flatMap(([kind, path]) =>
  Object.keys(resources[kind].orderables).map((orderBy) => [path, orderBy] as const),
);

type Row = Record<string, unknown> & { id: number };
const at = (row: Row, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Row | undefined)?.[key], row);
const collator = new Intl.Collator('und');

test.each(cases)('pages of %s by %s hold every record once, in order, both ways', async (path, orderBy) => {
  const all = await places.ids(`${path}?limit=500`);
  expect(await places.send('GET', `${path}/count`)).toEqual({ count: all.length });
  const size = Math.ceil(all.length / 3);
  for (const way of ['asc', 'desc']) {
    const paged: Row[] = [];
    for (let startAt = 0; startAt < all.length; startAt += size)
      paged.push(
        ...(await places.list<Row>(
          `${path}?orderBy=${orderBy}&orderByType=${way}&limit=${size}&startAt=${startAt}`,
        )),
      );
    expect(paged.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(all);
    for (const [n, row] of paged.slice(1).entries()) {
      const [a, b] = [at(paged[n]!, orderBy), at(row, orderBy)];
      // What is not there comes last either way; an empty text in an answer may be either.
      if (a === undefined || b === undefined || a === '' || b === '') continue;
      const order = typeof a === 'string' ? collator.compare(a, b as string) : Number(a) - Number(b);
      expect(way === 'desc' ? -order : order).toBeLessThanOrEqual(0);
    }
  }
});
