import { z } from 'zod';
import { asset } from './assets.ts';
import { mailItem } from './mail.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** One thing that a scanned code names, as far as the caller may know of it. */
export const scanMatch = z.discriminatedUnion('kind', [
  /** A parcel: any to mail workers, to anybody else their own. */
  z.object({ kind: z.literal('item'), item: mailItem }),
  /** To mail workers. */
  z.object({ kind: z.literal('bag'), bag: named }),
  z.object({ kind: z.literal('asset'), asset }),
  z.object({
    kind: z.literal('space'),
    space: named.extend({ type: z.string(), floor: named, building: named, reservable: z.boolean() }),
  }),
  z.object({ kind: z.literal('stop'), stop: named }),
  /** By their badge; to mail workers by their collect code too. */
  z.object({
    kind: z.literal('person'),
    person: named.extend({
      color: z.string(),
      jobTitle: z.string().optional(),
      space: z.string().optional(),
      /** What waits for them at the desk; to mail workers. */
      parcels: z.int().optional(),
    }),
  }),
]);
export type ScanMatch = z.infer<typeof scanMatch>;

/** GET /scan?code=: what is most likely meant comes first; nothing known: []. */
export const scanAnswer = z.array(scanMatch);
