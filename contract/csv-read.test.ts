import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvError, delimiterOf, parseCsv } from './csv-read.ts';

const spectrum = new URL('../../shared/data/bad-input/csv-spectrum/', import.meta.url);
const files = readdirSync(new URL('csvs/', spectrum)).map((name) => name.replace('.csv', ''));

test('there are files to try', () => expect(files.length).toBeGreaterThan(8));

test.each(files)('reads %s as its JSON twin says', (name) => {
  const [head, ...rows] = parseCsv(readFileSync(new URL(`csvs/${name}.csv`, spectrum), 'utf8'));
  const expected: unknown = JSON.parse(readFileSync(new URL(`json/${name}.json`, spectrum), 'utf8'));
  const read = rows.map((row) => Object.fromEntries(row.map((cell, n) => [head![n]!, cell])));
  // Their twins were made on Unix, and a telephone number was made up in one of the two.
  const unix = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll(String.raw`\r\n`, String.raw`\n`)
        .replaceAll(/"\d{10}"/g, '"telephone"'),
    );
  // One of the twins is its only record alone.
  expect(unix(read)).toEqual(unix([expected].flat()));
});

test('what is written is read again, whatever parts the cells and ends the lines', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '\t', '漢') });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom('', '\uFEFF'),
      (rows, delimiter, end, mark) => {
        const all = [['x', 'y', 'z'], ...rows.map((row) => [...row])];
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = all.map((row) =>
          row.map((one, n) => (n === 0 || /[",;|\t\r\n]/.test(one) ? quoted(one) : one)).join(delimiter),
        );
        expect(parseCsv(mark + text.join(end) + end)).toEqual(all);
      },
    ),
  );
});

test('rows keep their places, and broken files say where', () => {
  expect(parseCsv('a;b\n\n1;"2;3"\n')).toEqual([['a', 'b'], [''], ['1', '2;3']]);
  expect(parseCsv('a,b\n1,')).toEqual([
    ['a', 'b'],
    ['1', ''],
  ]);
  expect(parseCsv('')).toEqual([]);
  expect(parseCsv('size\n5" pipe')).toEqual([['size'], ['5" pipe']]);
  expect(delimiterOf('"a,b,c";d')).toBe(';');
  for (const [text, row] of [
    ['a\n"b', 2],
    ['a\n1\n"b"c', 3],
  ] as const) {
    const problem = (() => {
      try {
        return parseCsv(text);
      } catch (error) {
        return error;
      }
    })();
    expect(problem).toBeInstanceOf(CsvError);
    expect((problem as CsvError).row).toBe(row);
  }
});

test('a file of 100,000 rows is read without delay', () => {
  const text = `a,b\n${'one cell,"another, quoted"\n'.repeat(100_000)}`;
  expect(parseCsv(text)).toHaveLength(100_001);
});
