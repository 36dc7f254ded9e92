import { z } from 'zod';
import { mailItem, route } from './mail.ts';

const named = z.object({ id: z.int(), name: z.string() });
/**
 * GET /mail/routes/{id}/run-sheet: the stops in order, each with what is to be brought there (checked in or
 * checked out) and what was delivered today (by the organisation's day). Stops without parcels are left out
 * unless `all=true`; parcels of the route without a stop come last under no stop.
 */
export const runSheet = z.object({
  route,
  stops: z.array(
    z.object({
      stop: named.optional(),
      position: z.int(),
      remaining: z.array(mailItem),
      delivered: z.array(mailItem),
    }),
  ),
  remaining: z.int(),
  delivered: z.int(),
});
export type RunSheet = z.infer<typeof runSheet>;

/** GET /mail/run-sheets: the delivery routes with what is left on each today. */
export const runSheets = z.array(route.extend({ stops: z.int(), remaining: z.int(), delivered: z.int() }));
