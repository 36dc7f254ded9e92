import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDistance, kilometres } from './distance.ts';
import { buildingQuery, spaceQuery } from './list-query.ts';
import { isNumber, numberIn } from './number-text.ts';
import { readBuildingSearch, readSpaceSearch } from './search.ts';

const anything = fc.dictionary(
  fc.constantFrom(
    'search',
    'country',
    'city',
    'lat',
    'lon',
    'building',
    'type',
    'kind',
    'reservable',
    'space',
    'sort',
  ),
  fc.oneof(fc.string(), fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string())),
);

test('whatever stands in an address, reading it twice is reading it once, and it can be asked for', () => {
  fc.assert(
    fc.property(anything, (raw) => {
      for (const read of [readBuildingSearch, readSpaceSearch] as const) {
        const once = read(raw) as Record<string, unknown>;
        expect(read(once)).toEqual(once);
        expect(Object.values(once)).not.toContain(undefined);
      }
      const { nearLatitude, nearLongitude } = buildingQuery(readBuildingSearch(raw));
      expect(nearLatitude === undefined).toBe(nearLongitude === undefined);
      expect(spaceQuery(readSpaceSearch(raw), []).orderBy).toBeTruthy();
    }),
  );
});

test('what makes no sense is left out', () => {
  expect(readBuildingSearch({ lat: 91, lon: 20, country: 'PL', sort: 'password' })).toEqual({});
  expect(readSpaceSearch({ building: '-3', kind: 'moon', reservable: 'perhaps', capacity: 1.5 })).toEqual({});
  expect(readSpaceSearch({ floor: '7', reservable: 'false', sort: '-capacity' })).toEqual({
    floor: 7,
    reservable: false,
    sort: '-capacity',
  });
});

test('no type is for parking: nothing is found, rather than everything', () => {
  expect(spaceQuery({ kind: 'parking' }, []).type).toBe(0);
});

test('distances are those of the great circle, also across 180°', () => {
  const at = (latitude: number, longitude: number) => ({ latitude, longitude });
  // Warsaw to Berlin, 518 km.
  expect(kilometres(at(52.2297, 21.0122), at(52.52, 13.405))).toBeCloseTo(518, -1);
  expect(kilometres(at(0, 179.9), at(0, -179.9))).toBeCloseTo(22.24, 1);
  expect(kilometres(at(0, 0), at(0, 180))).toBeCloseTo(Math.PI * 6371.0088, 3);
  expect(formatDistance(16.09344, false)).toBe('10 mi');
});

test('numbers are read with a point or a comma; words are no numbers', () => {
  expect([' 29,75 ', '-1', '', '+3.5'].map(numberIn)).toEqual([29.75, -1, null, 3.5]);
  expect(['29,75', '-1', ''].map(isNumber)).toEqual([true, true, true]);
  for (const text of ['many', '1e3', '1.2.3', '--1']) expect(isNumber(text)).not.toBe(true);
});
