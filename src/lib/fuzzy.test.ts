import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folded, match } from './fuzzy.ts';

const scoreOf = (query: string, text: string) => match(query, text)?.score ?? Number.NEGATIVE_INFINITY;
const shown = (query: string, text: string) =>
  match(query, text)?.marks.map(([from, to]) => text.slice(from, to));

test('case, accents and letters of their own kind do not matter, and the letters of the text are marked', () => {
  expect(folded('Łukasz Żółw-Størmß')).toBe('lukasz zolw-stormss');
  expect(shown('zolw', 'Łukasz Żółw')).toEqual(['Żółw']);
  expect(shown('strasse', 'Straße')).toEqual(['Straße']);
  expect(shown('حسن', 'ليلى حسن')).toEqual(['حسن']);
  expect(shown('e\u0301lan', 'Élan vital')).toEqual(['Élan']);
});

test.each([
  ['desk', 'Book a desk', ['desk']],
  ['desk bo', 'Book a desk', ['Bo', 'desk']],
  ['bad', 'Book a desk', ['B', 'a', 'd']],
  ['bookings', 'Bookings', ['Bookings']],
  ['bokings', 'My bookings', ['bookings']],
  ['registre', 'Register an asset', ['Register']],
  ['reqeust', 'My requests', ['request']],
])('“%s” finds “%s”', (query, text, letters) => expect(shown(query, text)).toEqual(letters));

test.each([
  ['desk', 'People'],
  ['abc', 'abd'],
  ['move desk', 'Book a desk'],
  ['xbook', 'Look'],
])('“%s” does not find “%s”', (query, text) => expect(match(query, text)).toBeUndefined());

const word = fc.stringMatching(/^[a-zżéø]{2,12}$/);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));

test('whatever begins with the query comes before what merely has it, and that before what is mistyped', () => {
  fc.assert(
    fc.property(words, words, fc.nat(), (text, other, cut) => {
      const query = text.slice(0, 1 + (cut % text.length)).trim();
      const begins = scoreOf(query, text);
      expect(begins).toBeGreaterThan(400);
      if (!folded(other).startsWith(folded(query))) expect(scoreOf(query, other)).toBeLessThan(begins);
    }),
  );
});

test('a name is found by any of its words, each from its beginning, in any order; marks lie within the text', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 4 }), (list) => {
      const text = list.join(' ');
      const found = match(list.toReversed().join(' '), text);
      expect(found).toBeDefined();
      for (const [from, to] of found!.marks) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
