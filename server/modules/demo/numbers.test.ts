import { expect, test } from 'vitest';
import { recogniseCourier } from '#contract/tracking-number.ts';
import { numberedCouriers, numberMaker } from './numbers.ts';
import { seeded } from './random.ts';

test.each(numberedCouriers)('numbers of %s are recognised as such, and made once', (courier) => {
  const numberOf = numberMaker(seeded(1, 'numbers'));
  const numbers = Array.from({ length: 500 }, () => numberOf(courier)!);
  expect(new Set(numbers).size).toBe(500);
  const foreign = numbers.filter((number) => recogniseCourier(number)?.courier.toUpperCase() !== courier);
  expect(foreign).toEqual([]);
});

test('others have none', () => {
  expect(numberMaker(seeded(1, 'numbers'))('OTHER')).toBeUndefined();
});
