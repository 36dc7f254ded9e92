import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sentencesIn } from '../../test/sentences.ts';
import { momentsIn, say, speaking, translated } from './words.ts';

const root = new URL('../../', import.meta.url).pathname;
const said = [...sentencesIn(`${root}server`, `${root}contract`)].sort();
const catalogue = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`${root}server/words/${language}.json`, 'utf8'));
const places = (text: string) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort();

test.each(['de', 'fr', 'ar'])('every sentence of the server is there in %s, with its values', (language) => {
  const words = catalogue(language);
  expect(Object.keys(words).sort()).toEqual(said);
  expect(Object.entries(words).filter(([from, to]) => `${places(from)}` !== `${places(to)}`)).toEqual([]);
});

test('a finished sentence is found again with its values, which stay as they are', () => {
  for (const language of ['de', 'fr', 'ar'] as const)
    for (const sentence of said) {
      const values = places(sentence).map((_, nth) => `«${nth} x»`);
      const fill = (text: string) => text.replaceAll(/\{(\d+)\}/g, (_, nth) => values[Number(nth) - 1]!);
      expect(translated(fill(sentence), language)).toBe(fill(catalogue(language)[sentence]!));
    }
  expect(translated('Nobody wrote this.', 'de')).toBe('Nobody wrote this.');
});

test('what is said takes names for names, and English where nobody asked for another language', () => {
  const name = 'There is no such person.';
  expect(say`${name} has left.`).toBe('There is no such person. has left.');
  expect(speaking('de', () => say`${name} has left.`)).toContain(name);
  expect(speaking('ar', () => momentsIn('UTC', { dateStyle: 'short' }).format(0))).toMatch(/1970/);
});
