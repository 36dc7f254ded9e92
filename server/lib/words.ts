// What the server says to people, in their language. English is the language of the code: a sentence is written where
// it is said, and its translation is found in server/words by the English one, values as {1}, {2} …
import { AsyncLocalStorage } from 'node:async_hooks';
import ar from '#server/words/ar.json' with { type: 'json' };
import de from '#server/words/de.json' with { type: 'json' };
import fr from '#server/words/fr.json' with { type: 'json' };
import { languageOfHeader, type Language } from '#contract/languages.ts';

const catalogues: Partial<Record<Language, Record<string, string>>> = { ar, de, fr };

const spoken = new AsyncLocalStorage<Language>();
/** Runs `work`, and all that it begins, for a reader of this language. */
export const speaking = <T>(language: Language, work: () => T): T => spoken.run(language, work);
/** The language of whoever is answered or written to; English when nobody said. */
export const currentLanguage = (): Language => spoken.getStore() ?? 'en';

/** The language that a request asks to be answered in. */
export const languageOf = ({ headers }: { headers: { 'accept-language'?: string | undefined } }): Language =>
  languageOfHeader(headers['accept-language']) ?? 'en';

const PLACE = /\{(\d+)\}/g;
const fill = (text: string, values: readonly string[]) =>
  text.replaceAll(PLACE, (place, nth: string) => values[Number(nth) - 1] ?? place);
const literal = (text: string) => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);

type Pattern = { matches: RegExp; to: string; places: number[] };
/** Sentences with values, those with the most words of their own first: the surest. */
function patternsOf(catalogue: Record<string, string>): Pattern[] {
  const own = (key: string) => key.replaceAll(PLACE, '').length;
  return Object.entries(catalogue)
    .filter(([key]) => key.includes('{1}'))
    .sort(([a], [b]) => own(b) - own(a))
    .map(([key, to]) => ({
      matches: new RegExp(
        `^${key
          .split(/\{\d+\}/)
          .map(literal)
          .join('(.*?)')}$`,
        's',
      ),
      to,
      places: [...key.matchAll(PLACE)].map(([, nth]) => Number(nth)),
    }));
}
const patterns = new Map<Language, Pattern[]>();

/**
 * A finished English sentence in another language. What is not in the catalogue, such as words that people wrote
 * themselves, comes back as it is.
 */
export function translated(sentence: string, language = currentLanguage()): string {
  const catalogue = catalogues[language];
  if (!catalogue) return sentence;
  const whole = Object.hasOwn(catalogue, sentence) ? catalogue[sentence] : undefined;
  if (whole !== undefined) return whole;
  if (!patterns.has(language)) patterns.set(language, patternsOf(catalogue));
  for (const { matches, to, places } of patterns.get(language)!) {
    const found = matches.exec(sentence);
    if (!found) continue;
    const values: string[] = [];
    for (const [n, nth] of places.entries()) values[nth - 1] = translated(found[n + 1]!, language);
    return fill(to, values);
  }
  return sentence;
}

/**
 * Says a sentence in the language that is spoken: say`${name} has left.` Values stay as they are; what is no sentence
 * of the code, such as a name, is handed in as a value and never taken for one.
 */
export function say(texts: TemplateStringsArray, ...values: (string | number)[]): string {
  const key = texts.reduce((text, part, nth) => `${text}{${nth}}${part}`);
  return fill(catalogues[currentLanguage()]?.[key] ?? key, values.map(String));
}

/** Moments as the reader of this language writes them, in a zone by its IANA name. */
export function momentsIn(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = currentLanguage();
  // Western digits in Arabic too: numbers of parcels and rooms around them have those.
  const locale = language === 'en' ? 'en-GB' : language === 'ar' ? 'ar-u-nu-latn' : language;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
}
