import { z } from 'zod';
import { epochMs, id, text } from './wire.ts';

/**
 * Somebody outside of the organisation. The documents name no attribute but the id: those below are the
 * product's, any other is kept and answered as it was sent.
 */
export const contact = z.looseObject({
  id: z.int(),
  /** As given, else made of first and last name. */
  name: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  company: z.string().optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type Contact = z.infer<typeof contact>;

/** POST /contacts → 201, and PUT /contacts/{id}. null takes an attribute away. */
export const contactWrite = z.looseObject({
  id: id.optional(),
  name: text(400).nullish(),
  firstName: text(200).nullish(),
  lastName: text(200).nullish(),
  email: text(254).nullish(),
  phone: text(100).nullish(),
  company: text(200).nullish(),
});
export type ContactWrite = z.infer<typeof contactWrite>;
/** A new contact has no id yet; one that a client sends along is ignored. */
export const contactCreate = contactWrite.extend({ id: z.unknown().optional() });
