import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberIn, textIn } from './address.ts';

test('texts and numbers are read, whatever else is there is nothing', () => {
  expect([textIn('a'), textIn(12), textIn(null), textIn({ toString: 0 })]).toEqual(['a', '12', '', '']);
  expect([numberIn('12'), numberIn(12), numberIn(' 7 ')]).toEqual([12, 12, 7]);
  for (const nothing of ['', ' ', null, undefined, true, [], ['3'], { toString: 0 }])
    expect(numberIn(nothing)).toBeNaN();
});

test('property: no address breaks a page', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(typeof textIn(value)).toBe('string');
      expect(typeof numberIn(value)).toBe('number');
    }),
  );
});
