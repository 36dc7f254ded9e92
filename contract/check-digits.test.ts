import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alternatingOneTwo,
  correosLetter,
  gs1,
  luhn,
  mod7,
  mod37_36,
  s10,
  sumProduct,
} from './check-digits.ts';
import type { CheckDigit } from './check-digits.ts';

describe('check digits printed on real labels', () => {
  test.each<[string, CheckDigit, string, string]>([
    ['DHL Express', mod7, '331881002', '5'],
    ['GS1, serial of odd length', gs1, '703511447713847', '2'],
    ['GS1, serial of even length', gs1, '04144176022896', '4'],
    ['GS1, sum a multiple of ten', gs1, '0034043449893936209', '0'],
    ['Luhn', luhn, '7776755320', '7'],
    ['Luhn, as in its definition', luhn, '7992739871', '3'],
    ['UPS, letters counted as digits', alternatingOneTwo, '5R8939035756712', '7'],
    ['OnTrac, the opening letter counted', alternatingOneTwo, 'C1103150000187', '9'],
    ['S10, as in its definition', s10, '47312482', '9'],
    ['S10, remainder 0', s10, '12345678', '5'],
    ['S10, remainder 1', s10, '80166096', '0'],
    ['FedEx', sumProduct([3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], 11, 10), '98657878885', '5'],
    ['FedEx, remainder 10', sumProduct([3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1], 11, 10), '97436766271', '0'],
    ['DPD', mod37_36, '008182709980000020033350276', 'C'],
    ['DPD, a digit', mod37_36, '1000402103190', '4'],
    ['Correos', correosLetter, 'PK6Q1D0710032430128440', 'H'],
  ])('%s', (_label, check, serial, expected) => {
    expect(check(serial)).toBe(expected);
  });
});

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');

describe('a single wrong character never goes unnoticed', () => {
  test.each<[string, CheckDigit, fc.Arbitrary<string>]>([
    ['GS1', gs1, digit],
    ['Luhn', luhn, digit],
    ['ISO 7064 MOD 37,36', mod37_36, character],
  ])('%s', (_label, check, unit) => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 30 }), fc.nat(), unit, (serial, at, other) => {
        const index = at % serial.length;
        fc.pre(serial[index] !== other);
        expect(check(serial.with(index, other).join(''))).not.toBe(check(serial.join('')));
      }),
    );
  });
});

test('every check is one digit or capital letter', () => {
  const checks = [mod7, gs1, luhn, alternatingOneTwo, s10, mod37_36, correosLetter];
  fc.assert(
    fc.property(fc.array(digit, { minLength: 1, maxLength: 15 }), (serial) => {
      for (const check of checks) expect(check(serial.join(''))).toMatch(/^[0-9A-Z]$/);
    }),
  );
});
