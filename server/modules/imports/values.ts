import { z } from 'zod';

/** A number as people write it; a decimal comma counts as a point. */
export const number = z
  .string()
  .regex(/^[+-]?\d{1,15}(?:[.,]\d{1,20})?$/, 'must be a number')
  .transform((words) => Number(words.replace(',', '.')));

export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'must be a whole number')
  .transform(Number);

const yes = new Set(['yes', 'y', 'true', '1', 'x']);
const no = new Set(['no', 'n', 'false', '0', '-']);
export const yesOrNo = z
  .string()
  .transform((words) => words.toLowerCase())
  .refine((words) => yes.has(words) || no.has(words), 'must be yes or no')
  .transform((words) => yes.has(words));
