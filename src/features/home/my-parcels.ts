import { z } from 'zod';

/** As much of a mail item as the start page shows. */
export const myParcels = z.array(
  z.object({
    id: z.number(),
    trackingNumber: z.string().nullish(),
    originalTrackingNumber: z.string().nullish(),
    currentQueue: z.enum(['IN', 'PENDING', 'TRANSFER', 'CHECKOUT', 'OUT']),
    dateCreated: z.number(),
    dateUpdated: z.number().nullish(),
    courier: z.object({ name: z.string() }).nullish(),
    packageType: z.object({ name: z.string() }).nullish(),
  }),
);
export type MyParcel = z.infer<typeof myParcels>[number];
