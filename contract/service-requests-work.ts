import { z } from 'zod';
import { userShort } from './users.ts';
import { epochMs, idsFilter, requiredText, text } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** The answer of addComment: HTML, one fragment a comment, what people wrote as text. */
export const commentsHtml = z.object({ comments: z.string() });
/** GET /maintenance/requests/{id}/comments: the oldest first. */
export const serviceComment = z.object({
  id: z.int(),
  content: z.string(),
  internal: z.boolean(),
  enteredBy: userShort,
  dateCreated: epochMs,
});
export type ServiceComment = z.infer<typeof serviceComment>;

export const serviceEventKinds = [
  'opened',
  'awaiting',
  'approved',
  'declined',
  'accepted',
  'rejected',
  'started',
  'held',
  'resumed',
  'part-completed',
  'completed',
  'cancelled',
  'priority',
  'type',
  'center',
  'assigned',
  'unassigned',
  'withdrawn',
  'required',
  'room',
  'comment',
  'image',
  'rated',
] as const;
export type ServiceEventKind = (typeof serviceEventKinds)[number];
/**
 * GET /maintenance/requests/{id}/events, the oldest first. `from` and `to` are what the kind speaks of: priority, type,
 * center, room, the operator who was assigned, the reason of a hold; of `required` they are `fromTime` and `toTime`.
 */
export const serviceEvent = z.object({
  id: z.int(),
  kind: z.enum(serviceEventKinds),
  at: epochMs,
  /** Absent: the server by itself. */
  by: userShort.optional(),
  from: named.optional(),
  to: named.optional(),
  fromTime: epochMs.optional(),
  toTime: epochMs.optional(),
  note: z.string().optional(),
});
export type ServiceEvent = z.infer<typeof serviceEvent>;

/** POST /maintenance/requests/{id}/looking, again within the minute: who else has it open. */
export const lookers = z.object({ others: z.array(userShort) });

/** GET /service/operators: who may be assigned. */
export const serviceOperator = userShort.extend({
  centerIds: z.array(z.int()),
  /** Open requests that they are assigned to. */
  open: z.int(),
});
export type ServiceOperator = z.infer<typeof serviceOperator>;
export const operatorQuery = z.object({ centerId: idsFilter });

/** GET and POST /maintenance/requests/{id}/time */
export const serviceTime = z.object({
  id: z.int(),
  user: userShort,
  minutes: z.int(),
  note: z.string(),
  dateCreated: epochMs,
});
export const timeBody = z.object({ minutes: z.int().min(1).max(100_000), note: text(2000).nullish() });
/** POST /maintenance/requests/{id}/supplies */
export const supplyBody = z.object({
  name: requiredText(500),
  quantity: z.number().gt(0).max(100_000_000).multipleOf(0.001),
});
