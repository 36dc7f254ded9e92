import { expect, test } from 'vitest';
import { queryString, withQuery } from './query-string.ts';

test('one state has one address: what is not set is left out, false and 0 are set', () => {
  expect(queryString({ q: '', page: 0, mine: false, a: undefined, b: null, c: 'x y&z' })).toBe(
    'page=0&mine=false&c=x+y%26z',
  );
});

test('no question mark without a question', () => {
  expect(withQuery('/mail/items', {})).toBe('/mail/items');
  expect(withQuery('/mail/items', { limit: 5 })).toBe('/mail/items?limit=5');
});
