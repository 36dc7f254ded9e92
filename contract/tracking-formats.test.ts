import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gs1, luhn, mod37_36 } from './check-digits.ts';
import { courierNames, s10Issuers } from './tracking-couriers.ts';
import { trackingFormats } from './tracking-formats.ts';
import type { TrackingFormat } from './tracking-formats.ts';
import { recogniseAll } from './tracking-number.ts';

const checked = trackingFormats.filter((format) => format.check);
const label = (format: TrackingFormat, index: number) =>
  [`${format.courier}: ${format.name} (${index})`, format] as const;

/** The pattern without its look-aheads, which the generator of strings does not know. */
function withoutLookahead(source: string): string {
  const start = source.search(/\(\?[=!]/);
  if (start < 0) return source;
  let end = start;
  for (let depth = 0; depth > 0 || end === start; end++) {
    if (source[end] === '\\') end++;
    else if (source[end] === '(') depth++;
    else if (source[end] === ')') depth--;
  }
  return withoutLookahead(source.slice(0, start) + source.slice(end));
}

/** Where the named group lies in the number. */
function span(format: TrackingFormat, number: string, group: string): [number, number] {
  const found = new RegExp(format.pattern.source, 'd').exec(number)?.indices?.groups?.[group];
  if (!found) throw new Error(`${format.name}: no ${group} in ${number}`);
  return found;
}

/** Numbers of the format, with the check digit that belongs to them. */
function numbersOf(format: TrackingFormat): fc.Arbitrary<string> {
  const shaped = fc
    .stringMatching(new RegExp(withoutLookahead(format.pattern.source)))
    .filter((number) => format.pattern.test(number) && !/^(\d)\1*$/.test(number));
  return shaped
    .map((number) => {
      if (!format.check) return number;
      const [start, end] = span(format, number, 'serial');
      const [at] = span(format, number, 'check');
      return number.slice(0, at) + format.check(number.slice(start, end)) + number.slice(at + 1);
    })
    .filter((number) => format.pattern.test(number));
}

const recognisedAs = (number: string, { courier, name }: TrackingFormat) =>
  recogniseAll(number).some((found) => found.courier === courier && found.format === name);

describe('the table', () => {
  test.each(trackingFormats.map(label))('%s describes whole keys', (_label, { pattern, check }) => {
    expect(pattern.source).toMatch(/^\^.*\$$/);
    expect(pattern.flags).toBe('');
    expect(pattern.source.includes('(?<check>')).toBe(check !== undefined);
    expect(pattern.source.includes('(?<serial>')).toBe(check !== undefined);
  });

  test('every courier has a format or issues S10 numbers', () => {
    const known = new Set([...trackingFormats.map((format) => format.courier), ...Object.values(s10Issuers)]);
    expect([...known].toSorted()).toEqual(Object.keys(courierNames).toSorted());
  });

  test('digits alone are trusted only with a check digit or a fixed beginning', () => {
    const loose = trackingFormats.filter(
      (format) => format.pattern.source.startsWith('^\\d') && !format.check,
    );
    expect(loose.map((format) => [format.name, format.confident])).toEqual([['DHL E-Commerce (14)', false]]);
  });
});

describe('numbers made by the rule', () => {
  test.each(trackingFormats.map(label))('%s is recognised', (_label, format) => {
    fc.assert(
      fc.property(numbersOf(format), (number) => {
        expect(recognisedAs(number, format), number).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test.each(checked.map(label))('%s is not recognised with another check digit', (_label, format) => {
    const others = format.check === mod37_36 ? '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '0123456789';
    fc.assert(
      fc.property(numbersOf(format), fc.constantFrom(...others), (number, other) => {
        const [at] = span(format, number, 'check');
        fc.pre(number[at] !== other);
        const wrong = number.slice(0, at) + other + number.slice(at + 1);
        expect(recognisedAs(wrong, format), wrong).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  const sharp = checked.filter(({ check }) => check === gs1 || check === luhn || check === mod37_36);
  test.each(sharp.map(label))('%s is not recognised with one wrong digit', (_label, format) => {
    fc.assert(
      fc.property(numbersOf(format), fc.nat(), fc.nat({ max: 9 }), (number, position, other) => {
        const [start, end] = span(format, number, 'serial');
        const at = start + (position % (end - start));
        fc.pre(/\d/.test(number.charAt(at)) && number.charAt(at) !== String(other));
        const wrong = number.slice(0, at) + String(other) + number.slice(at + 1);
        expect(recognisedAs(wrong, format), wrong).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});
