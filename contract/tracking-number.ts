import { s10Issuers } from './tracking-couriers.ts';
import type { CourierCode } from './tracking-couriers.ts';
import { trackingFormats } from './tracking-formats.ts';
import type { TrackingFormat } from './tracking-formats.ts';

export { courierNames } from './tracking-couriers.ts';
export type { CourierCode } from './tracking-couriers.ts';

/** `format` names the kind of number, for people. Not `confident`: a guess to offer rather than to apply. */
export type Recognition = { courier: CourierCode; format: string; confident: boolean };

// Labels carry at most some 60 characters, spaces included; the shortest number listed has 10.
const longestScan = 100;
const shortestKey = 10;
// 0000000000 and the like, typed to get past a field, agree with many check digits.
const oneDigitRepeated = /^(\d)\1*$/;

const alreadyKey = /^[0-9A-Z]*$/;
const invisible = /[\p{Z}\p{Cc}\p{Cf}]+/gu;
const punctuation = /\p{P}+/gu;
// What a scanner may put before the data to name the symbology (ISO/IEC 15424), as ]C1 for GS1-128.
const symbologyIdentifier = /^\][A-Z][0-9A-F]/;
// Keyboard-like scanners type full-width forms where an East Asian input method is on.
const fullWidth = /[\uFF01-\uFF5E]/g;
const halfWidth = (character: string) => String.fromCharCode(character.charCodeAt(0) - 0xfee0);

/**
 * The key under which duplicates meet: capitals, without white space, punctuation and what a scanner adds
 * (GS1 separators, symbology identifiers). Letters, digits and symbols of every script stay. A text of
 * nothing but punctuation is kept, so that two of them do not meet as the empty key.
 */
export function trackingKey(scanned: string): string {
  if (alreadyKey.test(scanned)) return scanned;
  const text = scanned.replace(fullWidth, halfWidth).toUpperCase().replace(invisible, '');
  return text.replace(symbologyIdentifier, '').replace(punctuation, '') || text;
}

// Most formats are ruled out by whether there is a letter at all, which halves the work.
const letterOrDigit = /\[(?:0-9A-Z|A-Z0-9)\]/g;
const withLetters = trackingFormats.filter(({ pattern }) => /[A-Z]/.test(pattern.source));
const withoutLetters = trackingFormats.filter(
  ({ pattern }) => !/[A-Z]/.test(pattern.source.replace(letterOrDigit, '')),
);

function fits(format: TrackingFormat, key: string): boolean {
  if (!format.check) return format.pattern.test(key);
  const { serial, check } = format.pattern.exec(key)?.groups ?? {};
  return serial !== undefined && format.check(serial) === check;
}

/**
 * All couriers whose format the number has, best first: confident ones, then guesses, each in the order of
 * the table. Empty for plain text, which is still an acceptable number.
 *
 * An S10 number is `s10` first and its issuer second: the letters at its end name the post that took the
 * item in, while the one that hands it over is the recipient's.
 */
export function recogniseAll(scanned: string): Recognition[] {
  if (scanned.length > longestScan) return [];
  const key = trackingKey(scanned);
  if (key.length < shortestKey || oneDigitRepeated.test(key)) return [];
  const certain: Recognition[] = [];
  const guesses: Recognition[] = [];
  for (const format of /[A-Z]/.test(key) ? withLetters : withoutLetters) {
    if (!fits(format, key)) continue;
    const { courier, name, confident } = format;
    (confident ? certain : guesses).push({ courier, format: name, confident });
    const issuer = courier === 's10' ? s10Issuers[key.slice(-2)] : undefined;
    if (issuer) guesses.push({ courier: issuer, format: name, confident: false });
  }
  return [...certain, ...guesses];
}

/** The best candidate, or undefined for plain text. */
export function recogniseCourier(scanned: string): Recognition | undefined {
  return recogniseAll(scanned)[0];
}
