import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barsFor, fitSize, layouts, pagesOf, placeAt, placesOf } from './label-layouts.ts';
import { idsIn, readLabelSearch } from './label-search.ts';

const all = Object.values(layouts);

test('every place lies on the page, and none on another', () => {
  for (const layout of all) {
    const places = Array.from({ length: placesOf(layout) }, (_, nth) => placeAt(layout, nth));
    for (const [nth, { left, top }] of places.entries()) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(left + layout.size.width).toBeLessThanOrEqual(layout.page.width);
      expect(top + layout.size.height).toBeLessThanOrEqual(layout.page.height);
      for (const other of places.slice(0, nth))
        expect(
          Math.abs(other.left - left) >= layout.size.width - 1e-9 ||
            Math.abs(other.top - top) >= layout.size.height - 1e-9,
        ).toBe(true);
    }
  }
  expect(all.map(placesOf)).toEqual([1, 24, 14, 2]);
});

test('every label is printed once and in order, from the place that was asked for', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.nat(100),
      fc.integer({ min: -3, max: 40 }),
      (layout, count, start) => {
        const labels = Array.from({ length: count }, (_, at) => at);
        const pages = pagesOf(labels, layout, start);
        expect(pages.flat().filter((label) => label !== undefined)).toEqual(labels);
        for (const page of pages) {
          expect(page.length).toBeLessThanOrEqual(placesOf(layout));
          expect(page.some((label) => label !== undefined)).toBe(true);
        }
        if (count > 0) expect(pages[0]!.indexOf(0)).toBe(Math.min(Math.max(1, start), placesOf(layout)) - 1);
      },
    ),
  );
});

test('text gets the largest size that fits, and the least where none does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 90 }), (tenths) => {
      expect(fitSize(2, 9, (size) => size <= tenths / 10)).toBe(tenths / 10);
    }),
  );
  expect(fitSize(2, 9, () => false)).toBe(2);
  expect(fitSize(2, 9, () => true)).toBe(9);
});

test('bars are drawn for what they can say in the room there is', () => {
  expect(barsFor('A-000123')).toBe('A-000123');
  expect(barsFor('1Z999AA10123456784')).toBe('1Z999AA10123456784');
  expect(barsFor('ŁÓDŹ')).toBeUndefined();
  expect(barsFor('9'.repeat(40))).toBeUndefined();
});

test('the address keeps to whole ids, each once, and no more than can be printed', () => {
  expect(readLabelSearch({ ids: '3,3,x,-1,0.5,7', layout: 'a4-24', start: '5' })).toEqual({
    ids: '3,7',
    layout: 'a4-24',
    start: 5,
  });
  expect(readLabelSearch({ ids: 12, layout: 'letter', start: -2 })).toEqual({ ids: '12' });
  expect(idsIn(readLabelSearch({}))).toEqual([]);
  const many = Array.from({ length: 900 }, (_, at) => at + 1).join(',');
  expect(idsIn(readLabelSearch({ ids: many }))).toHaveLength(500);
});
