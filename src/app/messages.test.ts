import { expect, test } from 'vitest';
import { type Language, languages } from '#contract/languages.ts';
import settingsText from '../../project.inlang/settings.json?raw';

type Variants = { declarations: string[]; selectors: string[]; match: Record<string, string> };
type Message = string | [Variants];
type Words = Record<string, Message>;

const settings = JSON.parse(settingsText) as {
  locales: string[];
  'plugin.inlang.messageFormat': { pathPattern: string[] };
};
const files = import.meta.glob<Words>('../../messages/*/*.json', { eager: true, import: 'default' });
const wordsOf = (language: string): Words =>
  Object.assign(
    {},
    ...Object.entries(files)
      .filter(([path]) => path.includes(`/messages/${language}/`))
      .map(([, words]) => words),
  ) as Words;

const english = wordsOf('en');
const translated = languages.filter((one) => one !== 'en' && Object.keys(wordsOf(one)).length > 0);

const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message[0].match);
const placeholders = (texts: string[]) =>
  [...new Set(texts.flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

/** One line for each thing that is wrong, empty for none. */
function faults(language: Language, key: string, original: Message, message: Message): string[] {
  const found: string[] = [];
  const say = (what: string) => void found.push(`${language} ${key}: ${what}`);
  const [wanted, got] = [placeholders(textsOf(original)), placeholders(textsOf(message))];
  if (wanted.join() !== got.join()) say(`has ${got.join() || 'no placeholder'}, not ${wanted.join()}`);
  if (textsOf(message).some((text) => text.trim() === '')) say('is empty');
  if (typeof original !== 'string' || typeof message !== 'string')
    found.push(...pluralFaults(language, original, message).map((fault) => `${language} ${key}: ${fault}`));
  if (!names.has(key) && isEnglish(language, textsOf(original), textsOf(message))) say('is the English text');
  return found;
}

function pluralFaults(language: Language, original: Message, message: Message): string[] {
  if (typeof original === 'string' || typeof message === 'string')
    return typeof original === typeof message || typeof original === 'string' ? [] : ['counts nothing'];
  const { selectors, match } = message[0];
  const counted = original[0].selectors;
  if ([...selectors].sort().join() !== [...counted].sort().join()) return [`counts by ${selectors.join()}`];
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  // Every combination of what is counted, as a set of "countPlural=few".
  const combinations = counted.reduce<string[][]>(
    (all, selector) =>
      all.flatMap((one) => categories.map((category) => [...one, `${selector}=${category}`])),
    [[]],
  );
  const covered = Object.keys(match).map((key) => key.split(',').map((part) => part.trim()));
  return combinations
    .filter(
      (combination) =>
        !covered.some((parts) => parts.every((part) => part.endsWith('=*') || combination.includes(part))),
    )
    .map((combination) => `has no text for ${combination.join(', ')}`);
}

/** What is the same in every language. */
const names = new Set(['app_name']);
const wordsIn = (text: string) => text.replaceAll(/\{\w+\}/g, ' ').match(/\p{L}{2,}/gu) ?? [];

/** A single word may well be the same in German or French (Name, Transport); in Arabic letters nothing is. */
function isEnglish(language: Language, original: string[], texts: string[]): boolean {
  if (language === 'ar')
    return texts.some((text) => wordsIn(text).length > 0 && !/\p{Script=Arabic}/u.test(text));
  return texts.some((text) => original.includes(text) && wordsIn(text).length > 2);
}

test('the languages of the contract are those of the words, and every file of words is listed', () => {
  expect([...settings.locales].sort()).toEqual([...languages].sort());
  expect(settings.locales[0]).toBe('en');
  const listed = settings['plugin.inlang.messageFormat'].pathPattern.map((path) => path.split('/').at(-1));
  const there = Object.keys(files).map((path) => path.split('/').at(-1)!);
  expect([...new Set(there)].sort()).toEqual(listed.sort());
});

test.each(translated)('%s says all that English says, with the same placeholders', (language) => {
  const words = wordsOf(language);
  expect(Object.keys(words).filter((key) => !(key in english))).toEqual([]);
  expect(Object.keys(english).filter((key) => !(key in words))).toEqual([]);
  expect(
    Object.entries(words).flatMap(([key, message]) => faults(language, key, english[key]!, message)),
  ).toEqual([]);
});

test('what a translation may get wrong is found', () => {
  const plural: Message = [
    { declarations: [], selectors: ['n'], match: { 'n=one': 'One box', 'n=other': '{count} boxes here' } },
  ];
  const arabic: Message = [{ ...plural[0], match: { 'n=one': 'صندوق', 'n=other': '{count} صندوق' } }];
  expect(faults('ar', 'boxes', plural, arabic)).toEqual(
    ['few', 'many', 'two', 'zero'].map((one) => `ar boxes: has no text for n=${one}`),
  );
  expect(faults('de', 'boxes', plural, '{count} Kisten')).toEqual(['de boxes: counts nothing']);
  expect(faults('de', 'hello', 'Hello {name}', 'Hallo {nam}')).toEqual(['de hello: has {nam}, not {name}']);
  expect(faults('fr', 'who', 'Say who it is', 'Say who it is')).toEqual(['fr who: is the English text']);
  expect(faults('ar', 'who', 'Who', 'Who')).toEqual(['ar who: is the English text']);
  expect(faults('de', 'name', 'Name', 'Name')).toEqual([]);
});
