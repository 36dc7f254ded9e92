import { iso31661 } from 'iso-3166';
import { expect, test } from 'vitest';
import { countries, guessPlace, timeZones } from './places.ts';

test('the countries are those of ISO 3166, no union, no withdrawn state', () => {
  const assigned = iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2);
  expect(
    countries('en')
      .map(({ code }) => code)
      .sort(),
  ).toEqual(assigned.sort());
});

test('they come in the language and the order of the reader', () => {
  const names = countries('de').map(({ name }) => name);
  expect(names).toContain('Deutschland');
  expect(names.indexOf('Österreich')).toBeLessThan(names.indexOf('Polen'));
});

test('zones include UTC and the one this device is in', () => {
  expect(timeZones()).toContain('UTC');
  expect(timeZones()).toContain('Europe/Warsaw');
  expect(guessPlace().timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});
