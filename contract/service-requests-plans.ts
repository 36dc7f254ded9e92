import { z } from 'zod';
import { userShort } from './users.ts';
import { bool, epochMs, id, ref, refOrNone, requiredText, text } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** Planned maintenance: a request for every time that the rule says, `daysAhead` days before it is required. */
export const servicePlan = named.extend({
  center: named,
  type: named,
  priority: named,
  room: named,
  requester: userShort,
  description: z.string(),
  /** RFC 5545, such as FREQ=MONTHLY;BYDAY=1MO. */
  rule: z.string(),
  /** By the clocks of the center, as 2027-03-01T09:00:00. */
  start: z.string(),
  daysAhead: z.int(),
  active: z.boolean(),
  /** When the next request is required; absent: there is none any more. */
  nextRequired: epochMs.optional(),
  /** Why the last time made no request. */
  problem: z.string().optional(),
  /** How many requests it has made. */
  requests: z.int(),
  /** The last of them, and when it is required. */
  lastRequest: z.object({ id: z.int(), required: epochMs }).optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type ServicePlan = z.infer<typeof servicePlan>;

const rule = requiredText(500);
const start = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'must be a time such as 2027-03-01T09:00');
const daysAhead = z.int().min(0).max(366);
export const servicePlanCreate = z.object({
  name: requiredText(200),
  type: ref,
  priority: refOrNone.optional(),
  room: ref,
  /** Absent: the caller. */
  requester: ref.optional(),
  description: text(20_000).nullish(),
  rule,
  start,
  daysAhead: daysAhead.optional(),
  active: bool.optional(),
});
export const servicePlanEdit = servicePlanCreate.partial().extend({ id: id.optional() });
export type ServicePlanWrite = z.output<typeof servicePlanEdit>;
/** POST /service/plans/preview: the next times, ten at most. */
export const planPreviewBody = z.object({ type: ref, rule, start });
export const planPreview = z.object({ times: z.array(epochMs) });
