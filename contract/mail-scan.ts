import { z } from 'zod';
import { bag } from './mail-bags.ts';
import { mailItem, recipient } from './mail.ts';
import { id } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
/** GET /mail/resolve?code=: what a scanned code is, to the desk. */
export const resolution = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), item: mailItem }),
  z.object({ kind: z.literal('bag'), bag }),
  /** A collect code or a badge: everything open for the person (and for whom they are the delegate). */
  z.object({ kind: z.literal('person'), person: recipient, items: z.array(mailItem) }),
  z.object({ kind: z.literal('stop'), stop: named }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Resolution = z.infer<typeof resolution>;

/** GET /mail/collect-code: the caller's own, shown as a QR code at the desk; POST makes a new one. */
export const collectCode = z.object({ code: z.string() });

/** PUT /mail/items/labels: gives each parcel its running number if it has none, and answers what to print. */
export const labelsBody = z.array(z.object({ id })).min(1).max(500);
export const label = z.object({
  itemId: z.int(),
  /** What the bars say: the running number, or the tracking number where there is one. */
  code: z.string(),
  runningNumber: z.string(),
  recipient: z.string(),
  mailStop: z.string().optional(),
  route: z.string().optional(),
  space: z.string().optional(),
  sender: z.string().optional(),
  center: z.string(),
  dateCreated: z.int(),
});
export type Label = z.infer<typeof label>;
export const labels = z.array(label);
