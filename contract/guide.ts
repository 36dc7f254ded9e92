import { z } from 'zod';
import { bool } from './wire.ts';

/** What a new organisation sets up, in the order in which its manager would. */
export const guideSteps = ['building', 'spaces', 'people', 'roles', 'bookable', 'scan', 'deliver'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** GET /guide: which steps there are (those of a feature that is off are left out), and how far they are. */
export const guide = z.object({
  /** Nobody wants to see it any more. */
  closed: z.boolean(),
  steps: z.array(
    z.object({
      step: z.enum(guideSteps),
      /** How many there are of what the step brings; it is done when there is one. */
      count: z.int(),
      done: z.boolean(),
      /** Left out by choice. */
      skipped: z.boolean(),
    }),
  ),
});
export type Guide = z.infer<typeof guide>;

/** PUT /guide: puts it away, or brings it back. */
export const guideEdit = z.object({ closed: bool });
/** PUT /guide/steps/{step}: leaves a step out, or takes it up again. */
export const guideStepEdit = z.object({ skipped: bool });
