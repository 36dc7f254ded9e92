import { z } from 'zod';
import { epochMs, id, text } from './wire.ts';

/**
 * An agreement. The documents name no attribute but `type`, and no values of it: any other attribute is kept
 * and answered as it was sent.
 */
export const agreement = z.looseObject({
  id: z.int(),
  type: z.unknown(),
  name: z.string().optional(),
  code: z.string().optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type Agreement = z.infer<typeof agreement>;

const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (typeof value === 'object' && Object.keys(value).length === 0);
const type = z.unknown().refine((value) => !isEmpty(value), 'must not be empty');
const fields = { name: text(400).nullish(), code: text(200).nullish() };

/** POST /agreements → 201. An id that a client sends along is ignored. */
export const agreementCreate = z.looseObject({ ...fields, id: z.unknown().optional(), type });
/** PUT /agreements/{id}: null takes an attribute away. */
export const agreementEdit = z.looseObject({ ...fields, id: id.optional(), type: type.optional() });
export type AgreementWrite = z.infer<typeof agreementCreate>;
