import { expect, test } from 'vitest';
import { problemOf } from '#src/lib/period.ts';
import { periodOf, readFigureSearch } from './figure-search.ts';

test.each([
  [{}, {}],
  [{ days: 30 }, {}],
  [
    { days: '7', centerId: '3' },
    { days: 7, centerId: 3 },
  ],
  [{ days: 8, centerId: -1 }, {}],
  [
    { from: '2026-01-01', until: '2026-01-31', days: 7 },
    { from: '2026-01-01', until: '2026-01-31' },
  ],
  [{ from: '2026-02-30', until: '2026-03-01', days: 90 }, { days: 90 }],
  [{ from: '2026-03-02', until: '2026-03-01' }, {}],
  [{ from: '2026-03-02' }, {}],
])('the address %j is read as %j', (raw, search) => expect(readFigureSearch(raw)).toEqual(search));

test('days of one’s own are whole, in order, and no more than the server takes', () => {
  expect(problemOf({ from: '', until: '2026-01-01' })).toBe('incomplete');
  expect(problemOf({ from: '0026-01-01', until: '2026-01-01' })).toBe('incomplete');
  expect(problemOf({ from: '2026-01-02', until: '2026-01-01' })).toBe('order');
  expect(problemOf({ from: '2025-01-01', until: '2026-01-02' })).toBeUndefined();
  expect(problemOf({ from: '2025-01-01', until: '2026-01-03' })).toBe('long');
});

test('a period ends today and has as many days as it says', () => {
  expect(periodOf({}, '2026-03-02')).toEqual({ from: '2026-02-01', until: '2026-03-02' });
  expect(periodOf({ days: 7 }, '2026-03-02')).toEqual({ from: '2026-02-24', until: '2026-03-02' });
  const own = { from: '2026-01-01', until: '2026-01-01' };
  expect(periodOf(own, '2026-03-02')).toEqual(own);
});
