import { z } from 'zod';
import { bookedSpace } from './reservations.ts';
import { priority, serviceField, serviceType } from './service-requests-catalogue.ts';
import { attachment, userShort } from './users.ts';
import {
  bool,
  choiceFilter,
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

/** new → accepted → started ⇄ hold → completed, or rejected before it is started; these two are final. */
export const serviceStates = ['new', 'accepted', 'started', 'hold', 'completed', 'rejected'] as const;
export type ServiceState = (typeof serviceStates)[number];
/** The documents' requestStatus of each state. */
export const requestStatuses: Record<ServiceState, { id: number; code: string; name: string }> = {
  new: { id: 1, code: 'new', name: 'New' },
  accepted: { id: 2, code: 'accp', name: 'Accepted' },
  started: { id: 3, code: 'strt', name: 'Started' },
  hold: { id: 4, code: 'hold', name: 'On Hold' },
  completed: { id: 5, code: 'comp', name: 'Completed' },
  rejected: { id: 6, code: 'rejc', name: 'Rejected' },
};
export const operatorStatuses = ['assigned', 'accepted', 'started', 'hold', 'completed', 'rejected'] as const;
export type OperatorStatus = (typeof operatorStatuses)[number];

const fieldValue = z.object({ id: z.int(), code: z.string(), name: z.string(), value: z.string() });
export const serviceRequest = z.object({
  id: z.int(),
  requestStatus: z.object({ id: z.int(), code: z.string(), name: z.string() }),
  requester: userShort,
  requesterPrimaryContact: z.boolean(),
  contact: named.extend({
    firstName: z.string(),
    lastName: z.string(),
    email: z.string(),
    phone: z.string().optional(),
  }),
  type: serviceType,
  priority,
  room: bookedSpace,
  center: named,
  dateRequired: epochMs,
  totalOperatorsNeeded: z.int(),
  /** Each once, with their own status; who turned it down is still named. */
  operators: z.array(userShort.extend({ status: z.enum(operatorStatuses) })),
  assetStatus: z.string(),
  scheduledTask: z.boolean(),
  completed: z.boolean(),
  attachments: z.array(attachment),
  supplies: z.array(z.object({ id: z.int(), name: z.string(), quantity: z.number() })),
  /** The type's questions, and the answers under both names that the documents print. */
  fields: z.array(serviceField),
  fieldValue: z.array(fieldValue),
  valueFields: z.array(fieldValue),
  /** {} or why the required date cannot be kept. */
  warning: z.union([
    z.object({ code: z.string(), message: z.string(), earliest: epochMs }),
    z.strictObject({}),
  ]),
  dateCreated: epochMs,
  dateUpdated: epochMs,

  // What the documents do not have.
  asset: z.object({ id: z.int(), name: z.string().optional() }).optional(),
  description: z.string(),
  state: z.enum(serviceStates),
  approval: z.enum(['awaiting', 'approved', 'declined']).optional(),
  /** When the promise ends; absent without one, on hold and once it is closed. */
  dueAt: epochMs.optional(),
  pastDue: z.boolean(),
  /** Of a closed one with a promise: whether it was kept. */
  promiseMet: z.boolean().optional(),
  hold: z.object({ reason: named.optional(), note: z.string().optional(), since: epochMs }).optional(),
  closedAt: epochMs.optional(),
  closingNote: z.string().optional(),
  signature: attachment.optional(),
  signedBy: z.string().optional(),
  rating: z.object({ stars: z.int(), comment: z.string().optional(), at: epochMs }).optional(),
  /** How many the caller may read. */
  commentCount: z.int(),
  createdBy: userShort.optional(),
});
export type ServiceRequest = z.infer<typeof serviceRequest>;

const YEAR_9999 = 253_402_300_799_999;
const NO_INSTANT = 'must be a moment in epoch milliseconds, as a number';
const instant = z.int(NO_INSTANT).min(0, NO_INSTANT).max(YEAR_9999, NO_INSTANT);

const NO_ASSET = 'must be a reference such as {"id": 7}, or null';
/**
 * An asset is kept as it is sent, its number and a name if any: published clients number assets that the register may not
 * know. Of one that it knows the answer says its present name.
 */
const asset = z.unknown().transform((value, context) => {
  if (value === null || (typeof value === 'object' && Object.keys(value).length === 0)) return null;
  const read = z.object({ id, name: text(500).nullish() }).safeParse(value);
  if (read.success) return read.data;
  context.addIssue({ code: 'custom', message: NO_ASSET });
  return z.NEVER;
});
/** Answers to the type's questions, each named by its code or its id: `{code: "colour", value: "red"}`. */
const answers = z
  .array(
    z.unknown().transform((value, context) => {
      const read = z
        .object({ id: id.optional(), code: z.string().max(100).optional(), value: z.unknown() })
        .refine((one) => one.id !== undefined || one.code !== undefined)
        .safeParse(value);
      if (read.success) return read.data;
      context.addIssue({ code: 'custom', message: 'must have a code (or an id) and a value' });
      return z.NEVER;
    }),
  )
  .max(100);
export type Answer = z.output<typeof answers>[number];

const words = {
  description: text(20_000).nullish(),
  asset: asset.optional(),
  assetStatus: text(200).nullish(),
  fieldValue: answers.nullish(),
  valueFields: answers.nullish(),
};
export const serviceRequestCreate = z.object({
  dateRequired: instant,
  requester: ref,
  type: ref,
  priority: ref,
  room: ref,
  ...words,
});
export type ServiceRequestCreate = z.output<typeof serviceRequestCreate>;
/** What is absent stays. `center`: hands it to another center. */
export const serviceRequestEdit = z.object({
  id: id.optional(),
  dateRequired: instant.optional(),
  requester: ref.optional(),
  type: ref.optional(),
  priority: ref.optional(),
  room: ref.optional(),
  center: ref.optional(),
  ...words,
});
export type ServiceRequestEdit = z.output<typeof serviceRequestEdit>;

/** Another word than the documents' is no filter. */
const word = <const T extends string>(...known: T[]) =>
  z.preprocess((value) => {
    const one: unknown = Array.isArray(value) ? value.at(-1) : value;
    return known.find((name) => name === one);
  }, z.enum(known).optional());
export const serviceRequestQuery = listQuery.extend({
  priority: word('low', 'high'),
  /** `me`: those that the caller is assigned to. */
  assigned: word('me'),
  pastDue: flagFilter,
  requestTypeId: idsFilter,
  centerId: idsFilter,
  priorityId: idsFilter,
  roomId: idsFilter,
  /** What it is about. */
  assetId: idsFilter,
  requesterId: idsFilter,
  /** Who is assigned to it. */
  operatorId: idsFilter,
  /** Nobody is. */
  unassigned: flagFilter,
  state: choiceFilter(serviceStates),
  /** Neither completed nor rejected. */
  open: flagFilter,
  /** The caller's own. */
  mine: flagFilter,
  /** Waiting for an approval. */
  awaitingApproval: flagFilter,
  openedFrom: instantFilter,
  openedUntil: instantFilter,
});
export type ServiceRequestQuery = z.output<typeof serviceRequestQuery>;

/** GET /maintenance/requests/stats; `open`: of the open ones alone. */
export const serviceStatsQuery = z.object({ open: flagFilter });
export const serviceStats = z.object({
  assignedCount: z.int(),
  highPriorityCount: z.int(),
  lowPriorityCount: z.int(),
  pastDueCount: z.int(),
  totalCount: z.int(),
});
export type ServiceStats = z.infer<typeof serviceStats>;

/** PUT /maintenance/requests/{id}/hold */
export const holdBody = z
  .object({ id: id.optional(), reason: refOrNone.optional(), note: text(4000).nullish() })
  .nullish();
/** …/accept, …/start, …/resume, …/reject, …/decline */
export const stepBody = z.object({ id: id.optional(), note: text(4000).nullish() }).nullish();
/** …/complete; the signature is base64 or a data: URL of an image. */
export const completeBody = z
  .object({
    id: id.optional(),
    note: text(4000).nullish(),
    signature: z.string().nullish(),
    signedBy: text(200).nullish(),
  })
  .nullish();

/** PUT /maintenance/requests/{id}/operators */
export const operatorsBody = z.object({
  add: z.array(ref).max(100).optional(),
  remove: z.array(ref).max(100).optional(),
});
/** PUT /maintenance/requests/assign: all of these to all of those, or nothing. */
export const assignBody = z.object({
  requests: z.array(ref).min(1).max(500),
  operators: z.array(ref).min(1).max(100),
});
export const assigned = z.object({ count: z.int(), ids: z.array(z.int()) });
export const ratingBody = z.object({
  stars: z.int().min(1).max(5),
  comment: text(4000).nullish(),
});
export const commentBody = z.object({
  comment: z
    .string()
    .max(100_000)
    .refine((value) => value.trim() !== '', 'must not be empty'),
  /** For those who work on it alone. */
  internal: bool.optional(),
});
export const imageBody = z.object({
  image: z.string().min(1, 'must not be empty'),
  fileName: text(300).nullish(),
});
