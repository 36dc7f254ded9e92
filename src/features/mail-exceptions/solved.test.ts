import fc from 'fast-check';
import { expect, test } from 'vitest';
import { item } from '#src/directory/test-desk.ts';
import { readExceptionSearch } from './search.ts';
import { nextAfter, withoutSolved, withSolved } from './solved.ts';

test('the latest stand first, and a parcel that is solved anew stands there once', () => {
  const first = withSolved([], [{ item: item(1), person: 'Anna' }]);
  const both = withSolved(first, [
    { item: item(2), person: 'Layla' },
    { item: item(1), outcome: 'returned' },
  ]);
  expect(both.map((one) => [one.item.id, one.person ?? one.outcome])).toEqual([
    [1, 'returned'],
    [2, 'Layla'],
  ]);
  expect(withoutSolved(both, 1).map((one) => one.item.id)).toEqual([2]);
});

test('the next to look at is below what went, or the last that is left', () => {
  const rows = [item(5), item(4), item(3), item(2)];
  expect(nextAfter(rows, [4])).toBe(3);
  expect(nextAfter(rows, [4, 3])).toBe(2);
  expect(nextAfter(rows, [2])).toBe(3);
  expect(nextAfter(rows, [5, 4, 3, 2])).toBeUndefined();
});

test('it is never one of those that went, and there is one as long as any is left', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1 });
  fc.assert(
    fc.property(
      ids.chain((all) => fc.tuple(fc.constant(all), fc.subarray(all))),
      ([all, gone]) => {
        const next = nextAfter(
          all.map((id) => item(id)),
          gone,
        );
        if (gone.length === all.length) expect(next).toBeUndefined();
        else expect(all.filter((id) => !gone.includes(id))).toContain(next);
      },
    ),
  );
});

test('an address that somebody made up shows all exceptions', () => {
  expect(readExceptionSearch({ reason: 'nonsense', item: '-4' })).toEqual({});
  expect(readExceptionSearch({ reason: 'team-name', item: '12' })).toEqual({ reason: 'team-name', item: 12 });
});
