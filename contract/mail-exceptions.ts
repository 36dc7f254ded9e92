import { z } from 'zod';
import { MAX_BATCH, recipient } from './mail.ts';
import { id, ref } from './wire.ts';

/**
 * PUT /mail/items/assign: who the parcels are for, all or nothing. It is the way out of the exceptions; the
 * others are a delivery (to a stop, back to the sender) and the removal by a manager.
 */
export const assignBody = z
  .array(z.object({ id, toUser: ref }))
  .min(1)
  .max(MAX_BATCH);

/** GET /mail/items/{id}/suggestions: people whom the name on the label may mean, best first. */
export const suggestions = z.array(recipient);
