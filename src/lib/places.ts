import { locale as ownLocale } from './language.ts';

// Regions that CLDR names and ISO 3166 does not assign to a country: unions, outlying parts, test codes.
const NO_COUNTRY = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '));

export type Country = { code: string; name: string };

/**
 * The countries in the reader's language, sorted by name, with their ISO 3166 codes. Taken from the
 * browser's own tables, so nothing has to be downloaded and nothing goes stale in the bundle.
 */
export function countries(locale: string = ownLocale()): Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .filter(
      (code) =>
        !NO_COUNTRY.has(code) && new Intl.Locale('und', { region: code }).region === code && isCurrent(code),
    )
    .flatMap((code) => {
      const name = names.of(code);
      return name ? [{ code, name }] : [];
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

// A withdrawn code (DD, SU, YU …) is replaced by its successor when the tag is made canonical.
const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

/** The zones this browser can calculate with, UTC among them. */
export function timeZones(): string[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return zones.includes('UTC') ? zones : [...zones, 'UTC'];
}

/** Where this device seems to be: its zone, and the country of its language when that names one. */
export function guessPlace(): { country: string; timeZone: string } {
  const region = new Intl.Locale(navigator.language).region ?? '';
  return { country: region, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}
