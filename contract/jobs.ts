import { z } from 'zod';
import { epochMs } from './wire.ts';

/** GET /jobs (site administrators): what the server does by the clock, and whether it does. */
export const jobStatus = z.object({
  name: z.string(),
  /** Absent: never yet. */
  lastRun: epochMs.optional(),
  /** Of the last run, when it failed. */
  lastError: z.string().optional(),
  nextRun: epochMs,
  /** It should have run minutes ago: no server process works, or the queue is stuck. */
  late: z.boolean(),
});
export type JobStatus = z.infer<typeof jobStatus>;
