import { z } from 'zod';
import { idsFilter, textFilter } from './wire.ts';

/** GET /stats/mail: days as YYYY-MM-DD in the organisation's zone, both included; the last 30 when absent. */
export const mailStatsQuery = z.object({ from: textFilter(10), until: textFilter(10), centerId: idsFilter });
const named = z.object({ id: z.int(), name: z.string() });
export const mailStats = z.object({
  from: z.string(),
  until: z.string(),
  days: z.array(z.object({ day: z.string(), checkedIn: z.int(), delivered: z.int() })),
  couriers: z.array(z.object({ courier: named, checkedIn: z.int() })),
  centers: z.array(z.object({ center: named, checkedIn: z.int(), delivered: z.int() })),
  /** From check-in to delivery, of what was delivered in the period; absent when nothing was. */
  timeToDelivery: z
    .object({
      medianMs: z.number(),
      p90Ms: z.number(),
      days: z.array(z.object({ day: z.string(), medianMs: z.number() })),
    })
    .optional(),
});
export type MailStats = z.infer<typeof mailStats>;
