import { expect, test } from 'vitest';
import { languageAmong, languageOfHeader } from './languages.ts';

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['pl, en;q=0.5, fr;q=0.7', 'fr'],
  ['ar-EG', 'ar'],
  ['EN-gb', 'en'],
  ['de;q=0, fr', 'fr'],
  ['pl, *;q=0.5', undefined],
  ['', undefined],
  [undefined, undefined],
  ['de;q=none, fr;q=0.1', 'fr'],
])('%j is answered in %s', (header, language) => expect(languageOfHeader(header)).toBe(language));

test('the first language there is, whatever its region', () => {
  expect(languageAmong(['pl-PL', 'fr-CH', 'de'])).toBe('fr');
  expect(languageAmong([])).toBeUndefined();
});
