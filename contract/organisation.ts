import { z } from 'zod';
import { requiredText, text } from './wire.ts';

/**
 * What an organisation may switch off when it does not use it: its screens are gone then, for everybody. The API
 * answers as it is documented all the same.
 */
export const features = [
  'mail',
  'booking',
  'service',
  'moves',
  'assets',
  'cost-centers',
  'contacts',
  'agreements',
  'leave',
] as const;
export type Feature = (typeof features)[number];

/** GET /organisation, and the answer of PUT */
export const organisation = z.object({
  id: z.int(),
  name: z.string(),
  /** As it was given: a name or an ISO 3166-1 alpha-2 code; empty for none. */
  country: z.string(),
  /** IANA name such as Europe/Warsaw */
  timeZone: z.string(),
  /** Those that are switched on. */
  features: z.array(z.enum(features)),
});
export type Organisation = z.infer<typeof organisation>;

/** PUT /organisation: what is absent stays. */
export const organisationEdit = z.object({
  name: requiredText(200).optional(),
  country: text(200).nullish(),
  timeZone: requiredText(100).optional(),
  /** All that are to be on; those that are not named are off. */
  features: z.array(z.enum(features)).optional(),
});
export type OrganisationEdit = z.infer<typeof organisationEdit>;
