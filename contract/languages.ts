/** The languages of the dashboard and of what the server says, the one that everything falls back to first. */
export const languages = ['en', 'de', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (tag: unknown): tag is Language => languages.some((language) => language === tag);

/** What somebody chose on this device; the server picks the page by it. */
export const LANGUAGE_COOKIE = 'atrium_language';

/** Of the languages that somebody reads, best first (`de-AT`, `en`), the first that there is; undefined for none. */
export function languageAmong(tags: readonly string[]): Language | undefined {
  return tags.map((tag) => tag.split('-', 1)[0]!.toLowerCase()).find(isLanguage);
}

/** The same of an `Accept-Language` header: `fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5`. */
export function languageOfHeader(header: string | undefined): Language | undefined {
  const ranges = (header ?? '').split(',', 50).map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  // An equal quality keeps the order of the header.
  const wanted = ranges.filter(({ quality }) => quality > 0).toSorted((a, b) => b.quality - a.quality);
  return languageAmong(wanted.map(({ tag }) => tag));
}
