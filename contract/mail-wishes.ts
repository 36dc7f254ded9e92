import { z } from 'zod';
import { epochMs, refOrNone, requiredText, text } from './wire.ts';

// What recipients ask of the desk for their own open parcels, which become pending by it.

const note = text(2000).nullish();
/** PUT /mail/items/{id}/hold: keep it, until a time or until told otherwise. */
export const holdBody = z.object({ until: epochMs.nullish(), note }).nullish();
/** PUT /mail/items/{id}/forward: to an address outside or to a colleague. */
export const forwardBody = z
  .object({ forwardTo: requiredText(1000).nullish(), toUser: refOrNone.optional(), note })
  .refine(({ forwardTo, toUser }) => Boolean(forwardTo) || Boolean(toUser), {
    path: ['forwardTo'],
    message: 'must say where to, unless toUser names a colleague',
  });
/** PUT /mail/items/{id}/release: takes the wish back; the parcel is checked in again. */
export const releaseBody = z.object({ note }).nullish();
