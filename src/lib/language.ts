import { isLanguage, type Language, LANGUAGE_COOKIE, languageAmong } from '#contract/languages.ts';

/** Each language by its own name, as people look for it who read no other. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  ar: 'العربية',
};

/** The language of the page, with which its words came: another one loads the page anew. */
export function language(): Language {
  const { lang } = document.documentElement;
  return isLanguage(lang) ? lang : 'en';
}

export const isRightToLeft = (): boolean => document.documentElement.dir === 'rtl';

/** An arrow from what was to what is; the character itself is not turned by the browser. */
export const towards = (): string => (isRightToLeft() ? '←' : '→');

const cookie = () =>
  document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${LANGUAGE_COOKIE}=`))
    ?.slice(LANGUAGE_COOKIE.length + 1);

/** What the server would choose for this device now. */
export function languageOfDevice(): Language {
  const kept = cookie();
  return isLanguage(kept) ? kept : (languageAmong(navigator.languages) ?? 'en');
}

const YEAR = 365 * 24 * 60 * 60;

/**
 * Keeps a language on this device, or with null what the browser prefers. True when the page must be loaded anew to
 * show it; never where cookies are blocked, as that would go on for ever.
 */
export function keepLanguage(chosen: Language | null): boolean {
  const age = chosen === null ? 0 : YEAR;
  document.cookie = `${LANGUAGE_COOKIE}=${chosen ?? ''}; path=/; max-age=${age}; samesite=lax`;
  return languageOfDevice() !== language();
}

/**
 * Takes over what the person chose on another device. True when the page must be loaded anew; not again when that
 * was done already and the page still came in another language.
 */
export const followLanguage = (chosen: Language | null): boolean =>
  chosen !== null && cookie() !== chosen && keepLanguage(chosen);

let tag: { language: Language; locale: string } | undefined;

/**
 * The tag for dates, numbers and order: the language of the page as it is used in the person's region, if their
 * browser names one. Arabic keeps to the digits that labels, tags and keyboards have, and to the calendar of the data.
 */
export function locale(): string {
  const own = language();
  if (tag?.language === own) return tag.locale;
  const regional = navigator.languages.find((one) => one.toLowerCase().startsWith(`${own}-`)) ?? own;
  const locale =
    own === 'ar'
      ? new Intl.Locale(regional, { calendar: 'gregory', numberingSystem: 'latn' }).toString()
      : regional;
  tag = { language: own, locale };
  return locale;
}

let collator: { locale: string; compare: Intl.Collator } | undefined;

/** For sorting names as the reader's language does, "Room 9" before "Room 10". */
export function compareNames(a: string, b: string): number {
  const wanted = locale();
  if (collator?.locale !== wanted)
    collator = { locale: wanted, compare: new Intl.Collator(wanted, { numeric: true }) };
  return collator.compare.compare(a, b);
}
