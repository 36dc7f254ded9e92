import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvLine, unprotected } from './csv.ts';

/** Reads one record as RFC 4180 has it, for the tests alone. */
function read(line: string): string[] {
  const cells: string[] = [];
  let rest = line;
  for (;;) {
    const [found, quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)!;
    cells.push(quoted?.replaceAll('""', '"') ?? plain!);
    rest = rest.slice(found.length);
    if (end === '\r\n') break;
  }
  expect(rest).toBe('');
  return cells;
}

const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\' aż9'), maxLength: 12 });

test('what is written is read again, and nothing of it is a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.option(text), { minLength: 1, maxLength: 6 }), (cells) => {
      const found = read(csvLine(cells));
      for (const [index, cell] of found.entries()) {
        const given = cells[index] ?? '';
        expect([given, `'${given}`]).toContain(cell);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(cell === given).toBe(!/^'*[=+\-@\t\r\n]/.test(given));
        expect(unprotected(cell)).toBe(given);
      }
      expect(found).toHaveLength(cells.length);
    }),
  );
});

test('numbers stay numbers', () => {
  expect(csvLine([1, -2, 0.5, null, undefined, ''])).toBe('1,-2,0.5,,,\r\n');
});
