import { z } from 'zod';

/** The body of every answer that is no success. Clients branch on `code`; `message` is for people. */
export const apiErrorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** The attribute or parameter at fault, with its index in a batch: `[3].trackingNumber`. */
    field: z.string().optional(),
  }),
});
export type ApiErrorBody = z.infer<typeof apiErrorBody>;
