import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courierNames, recogniseAll, recogniseCourier, trackingKey } from './tracking-number.ts';

const data = new URL('../../shared/data/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, data), 'utf8');

type Sample = { code: string; courier: string; format: string; expected: string; number: string };

/** No field is quoted, and numbers hold no comma. */
const csvSamples: Sample[] = read('tracking-numbers/test-numbers.csv')
  .split(/\r?\n/)
  .slice(1)
  .filter((line) => line !== '')
  .map((line) => {
    const [code = '', courier = '', , format = '', expected = '', number = ''] = line.split(',');
    return { code, courier, format, expected, number };
  });

type CourierFile = {
  name: string;
  courier_code: string;
  tracking_numbers: { name: string; test_numbers: { valid: string[]; invalid: string[] } }[];
};
const fileSamples: Sample[] = readdirSync(new URL('tracking-numbers/couriers/', data))
  .map((file): CourierFile => JSON.parse(read(`tracking-numbers/couriers/${file}`)))
  .flatMap((file) =>
    file.tracking_numbers.flatMap(({ name: format, test_numbers: numbers }) =>
      (['valid', 'invalid'] as const).flatMap((expected) =>
        numbers[expected].map((number) => ({
          code: file.courier_code,
          courier: file.name,
          format,
          expected,
          number,
        })),
      ),
    ),
  );

const couriersOf = (number: string) => recogniseAll(number).map((found) => found.courier);
const formatsOf = (number: string) =>
  recogniseAll(number).map((found) => `${found.courier}: ${found.format}${found.confident ? '' : '?'}`);

describe.each([
  ['test-numbers.csv', csvSamples, 202],
  ['the couriers’ own files', fileSamples, 202],
])('%s', (_source, samples, count) => {
  test('is read whole', () => expect(samples.length).toBeGreaterThanOrEqual(count));

  test.each(samples.filter((sample) => sample.expected === 'valid'))(
    '$format: $number',
    ({ code, courier, format, number }) => {
      expect(recogniseCourier(number)).toMatchObject({ courier: code, format });
      expect(Object.entries(courierNames)).toContainEqual([code, courier]);
    },
  );

  test.each(samples.filter((sample) => sample.expected === 'invalid'))(
    '$format: not $number',
    ({ code, format, number }) => {
      expect(recogniseAll(number)).not.toContainEqual(expect.objectContaining({ courier: code, format }));
    },
  );
});

test.each([
  ['CP202518045DE', 's10'],
  ['00340434161094042557', 'dhl'],
  ['340434161094042557', 'dhl'],
  ['JJD149020300609000000582', 'dhl'],
  ['JVGL106871000971591823', 'dhl'],
  ['JJD0002247492936157', 'yodel'],
  ['GE950540524WW', 'tnt'],
  ['GE971195415GB', 'tnt'],
  ['XW435801688JB', 'chronopost'],
  ['UG336196744YP', 'yanwen'],
  ['6A22770022266', 'la_poste'],
  ['PK6Q1D0710032430128440H', 'correos'],
  ['PK6Q1D0710032430128440A', 'correos'],
  ['3SOVAC7567398', 'postnl'],
  ['323211383300001502624030', 'bpost'],
  ['99.34.137967.00168509', 'swiss_post'],
  ['1038118500035613902769', 'austrian_post'],
  ['00373400306297064918', 'postnord'],
  ['00794210320413344113', 'new_zealand_post'],
  ['620999672171521435976372', 'inpost'],
  ['14032168300008', 'hermes_germany'],
  ['H1002710741761101081', 'hermes_germany'],
  ['H01HYA0005747846', 'evri'],
  ['PBPV7951955001', 'parcelforce'],
  ['5P50D00165849', 'poste_italiane'],
  ['0199312650999998912JD020603601000931508', 'australia_post'],
  ['SF6043310798724', 'sf_express'],
  ['LP00492755414105', 'cainiao'],
  ['CNUSUP00009319533', 'cainiao'],
  ['4PX3001531337983CN', 'four_px'],
  ['JT5091156768308', 'jt_express'],
  ['INTLCMC328940271', 'intelcom'],
  ['D424012110000015233001', 'canpar'],
  ['602261158854', 'purolator'],
  ['61299998820821171811', 'fedex'],
  ['15502370264989N', 'dpd'],
  ['%008182709980000020033350276', 'dpd'],
])('other couriers: %s', (number, courier) => {
  expect(recogniseCourier(number)?.courier).toBe(courier);
});

describe('precedence, where a number fits two couriers', () => {
  test.each([
    ['Old Dominion before DHL Express', '78045768393', ['old_dominion', 'dhl']],
    ['USPS with its routing code before FedEx', '4201028200009261290113185417468510', ['usps', 'fedex']],
    ['FedEx Ground before a DPD number that ends in a digit', '099800000200561', ['fedex', 'dpd']],
    ['UPS Waybill before Amazon', 'A0000000010', ['amazon']],
    ['UPS Waybill with its check digit before Amazon', 'A0000000019', ['ups', 'amazon']],
    ['S10 before its issuer', 'RB123456785GB', ['s10', 'royal_mail']],
    ['S10 in the United States', 'RB123456785US', ['s10', 'usps']],
    ['S10 of a country without a courier of its own here', 'RB123456785CF', ['s10']],
    ['S10 before DHL E-Commerce, also when the check digit is wrong', 'RX123456786DE', []],
    ['TNT before S10 and its issuer', 'GE971195415GB', ['tnt', 's10', 'royal_mail']],
    ['a GS1 container is no USPS number', '00340434161094042557', ['dhl']],
    ['what carries a check digit before what does not', '14032168300008', ['hermes_germany', 'dhl']],
  ])('%s', (_label, number, couriers) => {
    expect(couriersOf(number)).toEqual(couriers);
  });

  test('guesses come after what is certain', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,2}\d{8,34}[0-9A-Z]{0,2}$/), (number) => {
        const certainties = recogniseAll(number).map((found) => found.confident);
        expect(certainties).toEqual(certainties.toSorted((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 2000 },
    );
  });

  test('the best candidate is the first', () => {
    expect(recogniseCourier('78045768393')).toEqual(recogniseAll('78045768393')[0]);
    expect(recogniseCourier('a parcel without a number')).toBeUndefined();
  });
});

describe('what is no tracking number', () => {
  test.each(['', ' ', '1Z', 'hello', 'PO 2026/0042', '0000000000', '000000000000', '1111111111111111111111'])(
    'plain text: %j',
    (text) => {
      expect(formatsOf(text)).toEqual([]);
    },
  );

  test('a text above 100 characters is not looked at', () => {
    expect(recogniseAll(`1Z5R89390357567127${' '.repeat(82)}`)).toHaveLength(1);
    expect(recogniseAll(`1Z5R89390357567127${' '.repeat(83)}`)).toEqual([]);
  });

  /** Of numbers of random digits, how many the predicate holds for. The seed keeps the share fixed. */
  function share(length: number, holds: (number: string) => boolean): number {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length });
    const numbers = fc.sample(digits, { numRuns: 1000, seed: 7 }).map((drawn) => drawn.join(''));
    return numbers.filter(holds).length / numbers.length;
  }
  const lengths = Array.from({ length: 35 }, (_, index) => index + 6);

  test.each(lengths)('of %i random digits few pass for a courier’s number', (length) => {
    expect(share(length, (number) => recogniseCourier(number)?.confident === true)).toBeLessThan(0.2);
    if (length === 14) return; // DHL prints 14 bare digits: always a guess, never certain.
    expect(share(length, (number) => recogniseAll(number).length > 0)).toBeLessThan(0.25);
  });
});

describe('what a scanner or a typist adds', () => {
  test.each([
    ['white space', ' 1Z 5R8 939 03 5756 7127\t'],
    ['small letters', '1z5r89390357567127'],
    ['hyphens and dashes', '1Z-5R8–939—0357567127'],
    ['a symbology identifier', ']C11Z5R89390357567127'],
    ['a symbology identifier in small letters behind a control character', '\u0002]d21Z5R89390357567127'],
    ['Code 39 start and stop', '*1Z5R89390357567127*'],
    ['no-break and zero-width spaces', '1Z5R8939\u00a00357\u200b567127\ufeff'],
    ['line ends', '1Z5R89390357567127\r\n'],
    ['full-width forms', '１Ｚ５Ｒ８９３９０３５７５６７１２７'],
  ])('%s', (_label, scanned) => {
    expect(trackingKey(scanned)).toBe('1Z5R89390357567127');
    expect(recogniseCourier(scanned)).toEqual({ courier: 'ups', format: 'UPS', confident: true });
  });

  test('a GS1 separator falls between routing code and number', () => {
    expect(couriersOf(']C142078745\u001d9400111206206406260787')[0]).toBe('usps');
  });

  test.each([
    ['Zoë’s Päckchen №7', 'ZOËSPÄCKCHEN№7'],
    ['包裹 12-3', '包裹123'],
    ['طرد ٣٤', 'طرد٣٤'],
    ['C1A0', 'C1A0'],
    ['---', '---'],
    [']C1', ']C1'],
    ['', ''],
    [' \u001d ', ''],
  ])('letters of every script stay in the key: %j', (text, key) => {
    expect(trackingKey(text)).toBe(key);
  });

  test('the key of a key is the key, for every character of the planes in use and any text', () => {
    for (let code = 0; code <= 0x1ffff; code++) {
      const key = trackingKey(String.fromCodePoint(code));
      if (trackingKey(key) !== key) throw new Error(`not stable: U+${code.toString(16)}`);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(trackingKey(trackingKey(text))).toBe(trackingKey(text));
      }),
    );
  });

  test('no letter or digit is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\uFF01-\uFF5E\]]/.test(text));
        const kept = (value: string) => value.match(/[\p{L}\p{N}]/gu) ?? [];
        expect(kept(trackingKey(text))).toEqual(kept(text.toUpperCase()));
      }),
    );
  });
});

describe('hostile input', () => {
  const naughty: string[] = JSON.parse(read('bad-input/naughty-strings/blns.json'));

  test('never throws', () => {
    expect(() => {
      for (const text of naughty) {
        recogniseAll(text);
        recogniseAll(text.slice(0, 100));
      }
      for (const unit of ['9', '4', 'A', ' ', '1Z', '420', ']C1', '- ', '\u001d', '９', 'ß'])
        for (const length of [99, 100, 101]) recogniseAll(unit.repeat(length).slice(0, length));
    }).not.toThrow();
  });

  test('nothing naughty passes for certain', () => {
    const passed = naughty.filter((text) => recogniseCourier(text)?.confident);
    expect(passed).toEqual([]);
  });

  test('the key of a very long text', () => {
    expect(trackingKey(`${' '.repeat(200_000)}x${'-'.repeat(200_000)}x`)).toBe('XX');
  });

  test('any string gets an answer', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.string()), (text) => {
        for (const { courier } of recogniseAll(text)) expect(courierNames).toHaveProperty(courier);
      }),
      { numRuns: 1000 },
    );
  });
});
