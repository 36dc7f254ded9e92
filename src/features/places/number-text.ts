import * as m from '#messages';

const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** A number as it was typed, with a point or a comma; null for an empty field. */
export const numberIn = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.'));

/** For react-hook-form: whether it is a number at all. What numbers are right the server says. */
export const isNumber = (text: string) =>
  text.trim() === '' || NUMBER.test(text.trim()) || m.places_no_number();
