/**
 * Computes the check character that belongs to a serial. A serial holds what the courier's rule covers:
 * digits, and capital letters where the rule allows them.
 */
export type CheckDigit = (serial: string) => string;

const digitsAndLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What is missing to the next multiple of ten. */
const toNextTen = (total: number): string => String((10 - (total % 10)) % 10);

/** A letter counts as a digit: A 2, B 3 … H 9, I 0, J 1 … (UPS and OnTrac). */
const digitOf = (character: string): number =>
  character >= '0' && character <= '9' ? Number(character) : (character.charCodeAt(0) - 3) % 10;

function weightedSum(serial: string, weightAt: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < serial.length; index++) {
    total += digitOf(serial.charAt(index)) * weightAt(index);
  }
  return total;
}

/** The serial modulo 7 (DHL Express). Serials have at most 15 digits, so the number stays exact. */
export const mod7: CheckDigit = (serial) => String(Number(serial) % 7);

/** GS1: the last digit counts three times, then once, and so on to the left. Catches every single wrong digit. */
export const gs1: CheckDigit = (serial) =>
  toNextTen(weightedSum(serial, (index) => ((serial.length - index) % 2 === 1 ? 3 : 1)));

/** Weights 1, 2, 1, 2 … from the left, products not reduced to their digits (UPS, OnTrac). */
export const alternatingOneTwo: CheckDigit = (serial) =>
  toNextTen(weightedSum(serial, (index) => (index % 2 === 0 ? 1 : 2)));

/** Luhn: as on payment cards. Catches every single wrong digit. */
export const luhn: CheckDigit = (serial) => {
  let total = 0;
  for (let index = 0; index < serial.length; index++) {
    const digit = Number(serial.charAt(index));
    const counted = (serial.length - index) % 2 === 1 ? digit * 2 : digit;
    total += counted > 9 ? counted - 9 : counted;
  }
  return toNextTen(total);
};

/** The check digit of the postal standard UPU S10, over eight digits. */
export const s10: CheckDigit = (serial) => {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const check = 11 - (weightedSum(serial, (index) => weights[index] ?? 0) % 11);
  return check === 10 ? '0' : check === 11 ? '5' : String(check);
};

/** Weights read from the left, the sum reduced by the one modulus, then by the other. */
export const sumProduct =
  (weights: readonly number[], modulus: number, secondModulus: number): CheckDigit =>
  (serial) =>
    String((weightedSum(serial, (index) => weights[index] ?? 0) % modulus) % secondModulus);

/** ISO/IEC 7064 MOD 37,36 over digits and letters (DPD). Catches every single wrong character. */
export const mod37_36: CheckDigit = (serial) => {
  let state = 36;
  for (const character of serial) {
    state += digitsAndLetters.indexOf(character);
    if (state > 36) state -= 36;
    state *= 2;
    if (state > 36) state -= 37;
  }
  return digitsAndLetters.charAt((37 - state) % 36);
};

/** The control letter of Correos: the sum of the character codes modulo 23, in the order of Spanish identity cards. */
export const correosLetter: CheckDigit = (serial) => {
  let total = 0;
  for (let index = 0; index < serial.length; index++) total += serial.charCodeAt(index);
  return 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(total % 23);
};
