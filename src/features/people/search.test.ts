import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changed, parametersOf, readChartSearch, readPeopleSearch } from './search.ts';

test('an address is read the same again, whatever somebody wrote into it', () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('MANAGER', 'with', 'email', '7'),
  );
  const names = ['find', 'center', 'role', 'admins', 'type', 'space', 'sort', 'desc', 'person', 'root'];
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), value), (raw) => {
      const read = readPeopleSearch(raw);
      expect(readPeopleSearch(read)).toEqual(read);
      expect(read.center === undefined).toBe(read.role === undefined);
      const chart = readChartSearch(raw);
      expect(readChartSearch(chart)).toEqual(chart);
    }),
  );
});

test('filters come and go, and become parameters', () => {
  const search = changed({ find: 'ada', person: 3 }, { center: 2, role: 'MANAGER', space: 'without' });
  expect(search).toEqual({ find: 'ada', person: 3, center: 2, role: 'MANAGER', space: 'without' });
  expect(parametersOf(search)).toMatchObject({ find: 'ada', centerId: 2, role: 'MANAGER', hasRoom: false });
  expect(changed(search, { center: undefined })).toEqual({ find: 'ada', person: 3, space: 'without' });
});
