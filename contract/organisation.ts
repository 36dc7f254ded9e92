import { z } from 'zod';
import { requiredText, text } from './wire.ts';

/** GET /organisation, and the answer of PUT */
export const organisation = z.object({
  id: z.int(),
  name: z.string(),
  /** As it was given: a name or an ISO 3166-1 alpha-2 code; empty for none. */
  country: z.string(),
  /** IANA name such as Europe/Warsaw */
  timeZone: z.string(),
});
export type Organisation = z.infer<typeof organisation>;

/** PUT /organisation: what is absent stays. */
export const organisationEdit = z.object({
  name: requiredText(200).optional(),
  country: text(200).nullish(),
  timeZone: requiredText(100).optional(),
});
export type OrganisationEdit = z.infer<typeof organisationEdit>;
