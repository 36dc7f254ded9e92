import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changed, filtersOf, isFiltered, readMailSearch } from './filters.ts';

test('what makes no sense in an address is left out', () => {
  expect(
    readMailSearch({
      queue: 'NOWHERE',
      centerId: '-3',
      courierId: 'x',
      toUserId: '7',
      itemType: 'inbound',
      unknownRecipient: 'yes',
      olderThanDays: 1.5,
      search: '  ',
      stray: 1,
    }),
  ).toEqual({ toUserId: 7 });
});
test('the first tab has the plain address', () => {
  expect(readMailSearch({ queue: 'IN' })).toEqual({});
  expect(readMailSearch({ queue: 'OUT' })).toEqual({ queue: 'OUT' });
});
test('a number typed into the search stays text', () => {
  expect(readMailSearch({ search: 1234 })).toEqual({ search: '1234' });
});
test('changing a filter closes the open item, emptying one takes it away', () => {
  const search = readMailSearch({ queue: 'PENDING', centerId: 4, item: 9, search: 'x' });
  expect(changed(search, { search: '', courierId: 2 })).toEqual({
    queue: 'PENDING',
    centerId: 4,
    courierId: 2,
  });
});
test('property: reading an address again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('queue', 'centerId', 'search', 'item', 'x'), fc.anything()),
      (raw) => {
        const plain = JSON.parse(JSON.stringify(raw) ?? '{}') as Record<string, unknown>;
        const once = readMailSearch(plain);
        expect(readMailSearch(once)).toEqual(once);
        expect(isFiltered(filtersOf(once))).toBe('centerId' in once || 'search' in once);
      },
    ),
  );
});
