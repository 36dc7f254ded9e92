import { z } from 'zod';
import { movePlace, moveStatus } from './moves.ts';
import { userShort } from './users.ts';
import {
  bool,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  instantFilter,
  listQuery,
  ref,
  refOrNone,
  text,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** POST /move/requests/{id}/approve, /reject, /reopen, /start, /archive, /unarchive; a reason is kept in the history. */
export const moveStepBody = z.object({ id: id.optional(), note: text(4000).nullish() }).nullish();
export const moveRejectBody = z.object({
  id: id.optional(),
  note: text(4000).refine((value) => value.trim() !== '', 'must say why'),
});

/** POST /move/requests/{id}/addComment */
export const moveCommentBody = z.object({
  comment: z
    .string()
    .max(100_000)
    .refine((value) => value.trim() !== '', 'must not be empty'),
});

export const moveAudiences = ['everybody', 'requester', 'movees'] as const;
export type MoveAudience = (typeof moveAudiences)[number];
/** POST /move/requests/{id}/messages: by mail, to who asked, to who moves, or to both. */
export const moveMessageBody = z.object({
  text: z
    .string()
    .max(4000)
    .refine((value) => value.trim() !== '', 'must not be empty'),
  to: z.enum(moveAudiences),
});
export type MoveMessage = z.output<typeof moveMessageBody>;
/** How many people it is written to. */
export const moveMessageSent = z.object({ people: z.int() });

export const moveEventKinds = [
  'opened',
  'changed',
  'approved',
  'rejected',
  'reopened',
  'started',
  'effected',
  'failed',
  'task-done',
  'task-open',
  'comment',
  'message',
  'archived',
  'unarchived',
  'removed',
] as const;
export type MoveEventKind = (typeof moveEventKinds)[number];
/** GET /move/requests/{id}/events, the oldest first. `note` is a reason, or what of it has changed. */
export const moveEvent = z.object({
  id: z.int(),
  kind: z.enum(moveEventKinds),
  at: epochMs,
  /** Absent: the server by itself. */
  by: userShort.optional(),
  note: z.string().optional(),
  /** Whom a message is for. */
  to: z.enum(moveAudiences).optional(),
});
export type MoveEvent = z.infer<typeof moveEvent>;

/** A line of the checklist: one task of one item. Done by hand, or when its service request is completed. */
export const moveItemTask = z.object({
  request: z.object({
    id: z.int(),
    description: z.string(),
    date: epochMs.optional(),
    status: moveStatus,
  }),
  item: z.object({
    id: z.int(),
    name: z.string(),
    user: userShort.optional(),
    fromRoom: movePlace.optional(),
    toRoom: movePlace.optional(),
  }),
  task: named,
  /** Answers to the fields of the task, in their order. */
  answers: z.array(z.object({ code: z.string(), name: z.string(), value: z.string() })),
  done: z.boolean(),
  doneAt: epochMs.optional(),
  doneBy: userShort.optional(),
  note: z.string(),
  serviceRequest: z.object({ id: z.int(), state: z.string(), type: z.string() }).optional(),
});
export type MoveItemTask = z.infer<typeof moveItemTask>;

/** PUT /move/items/{id}/tasks/{taskId} */
export const moveItemTaskEdit = z.object({
  done: bool.optional(),
  note: text(4000).nullish(),
  /** null unties it. */
  serviceRequest: refOrNone.optional(),
});
export type MoveItemTaskEdit = z.output<typeof moveItemTaskEdit>;
/** POST /move/items/{id}/tasks/{taskId}/serviceRequest; what is absent comes from the task and the move. */
export const moveTaskRequestBody = z
  .object({
    type: ref.optional(),
    priority: ref.optional(),
    room: ref.optional(),
    dateRequired: z.int().min(0).max(253_402_300_799_999).optional(),
    description: text(20_000).nullish(),
  })
  .nullish();
export type MoveTaskRequest = NonNullable<z.output<typeof moveTaskRequestBody>>;

/** GET /move/checklist: the teams' lines over all requests that have been approved or are under way. */
export const moveChecklistQuery = listQuery.extend({
  taskId: idsFilter,
  requestId: idsFilter,
  /** Of the target, else of where it starts. */
  buildingId: idsFilter,
  /** Absent: both. */
  done: flagFilter,
  from: instantFilter,
  until: instantFilter,
});
export type MoveChecklistQuery = z.output<typeof moveChecklistQuery>;
