import { z } from 'zod';

/**
 * What the server-sent event stream says: which records of which topic changed, and who changed them.
 * `resync`, without ids: changes may have been missed, read again what is on screen.
 */
export const changeEvent = z.object({
  topic: z.enum([
    'mail',
    'users',
    'catalogue',
    'places',
    'cost-centers',
    'contacts',
    'agreements',
    'reservations',
    'booking-waiting',
    'centers',
    'service',
    'service-looking',
    'service-catalogue',
    'moves',
    'assets',
    'asset-audits',
    'asset-loans',
    'leaves',
    'notices',
    'filters',
    'resync',
  ]),
  ids: z.array(z.int()),
  by: z.int().optional(),
});
export type ChangeEvent = z.infer<typeof changeEvent>;
