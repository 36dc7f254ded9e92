import { z } from 'zod';
import { room } from './places.ts';
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
  requiredText,
  text,
  textFilter,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
const created = { dateCreated: epochMs, dateUpdated: epochMs };

/** pending → approved → in progress → done, or rejected. The codes are the documents'; "0" is a string. */
export const moveStatusCodes = ['pen', 'apr', 'sub', 'don', '0'] as const;
export type MoveStatusCode = (typeof moveStatusCodes)[number];
export const moveStatus = named.extend({ code: z.enum(moveStatusCodes), ...created });
export type MoveStatus = z.infer<typeof moveStatus>;

const field = z.object({ id: z.int(), code: z.string(), name: z.string() });
export const moveTypeCodes = ['new', 'move', 'terminate'] as const;
/** `equipment`: moves a thing and nobody. */
export const moveRequestType = named.extend({
  typeCode: z.enum(moveTypeCodes),
  equipment: z.boolean(),
  fields: z.array(field),
  ...created,
});
export type MoveRequestType = z.infer<typeof moveRequestType>;
/** `serviceType`: what a service request made from the task asks for. */
export const moveTask = named.extend({
  fields: z.array(field),
  serviceType: named.optional(),
  ...created,
});
export type MoveTask = z.infer<typeof moveTask>;

/** Answers to tasks: task id → code of its field → value, as they were sent. */
export const tasksValueMap = z.record(
  z.string().max(40),
  z.record(z.string().max(200), z.union([z.string().max(20_000), z.boolean(), z.number(), z.null()])),
);
export type TasksValueMap = z.infer<typeof tasksValueMap>;

/** A person as a move shows them: the attributes of the documents' samples. */
export const movePerson = userShort.extend({
  phone: z.string().optional(),
  extension: z.string().optional(),
  employeeId: z.string().optional(),
  color: z.string(),
  floorWarden: z.boolean(),
  specialNeeds: z.boolean(),
  mailStop: named.optional(),
  ...created,
});
/** Where somebody or something is. */
export const movePlace = named.extend({
  floor: named.extend({ building: named }),
});
export type MovePlace = z.infer<typeof movePlace>;

export const moveItem = z.object({
  id: z.int(),
  name: z.string(),
  type: moveRequestType,
  user: movePerson.optional(),
  asset: named.optional(),
  /** Where the person or the asset is now; of what took effect, where they were. */
  fromRoom: movePlace.optional(),
  toRoom: room.optional(),
  /** Whether fewer people sit in the target at the moment than it has room for. Absent without a target. */
  toRoomAvailable: z.boolean().optional(),
  /** Answers to the fields of the type, by code. */
  fieldValues: z.record(z.string(), z.string()),
  tasksValueMap,
  /** What taking effect changed for it (contract/move-plan.ts). */
  outcome: z.unknown().optional(),
});
export type MoveItem = z.infer<typeof moveItem>;

export const moveComment = z.object({
  id: z.int(),
  content: z.string(),
  enteredBy: userShort.optional(),
  dateCreated: epochMs,
});
export type MoveComment = z.infer<typeof moveComment>;

/** What a caller may do with a request as it stands. */
export const moveSteps = [
  'edit',
  'approve',
  'reject',
  'reopen',
  'start',
  'archive',
  'unarchive',
  'remove',
  'tasks',
] as const;
export type MoveStep = (typeof moveSteps)[number];

export const moveRequest = z.object({
  id: z.int(),
  date: epochMs.optional(),
  approved: z.boolean(),
  approvedBy: movePerson.optional(),
  description: z.string(),
  comments: z.array(moveComment),
  items: z.array(moveItem),
  status: moveStatus,
  ...created,

  // What the documents do not have.
  requester: userShort,
  center: named,
  approvedAt: epochMs.optional(),
  archivedAt: epochMs.optional(),
  effectedAt: epochMs.optional(),
  /** Why it did not take effect when it was due. */
  failure: z.object({ why: z.string(), at: epochMs }).optional(),
  /** Tasks of all its items. */
  tasks: z.object({ total: z.int(), done: z.int() }),
  /** Of one request alone, not in lists: what the caller may do with it now. */
  allowed: z.array(z.enum(moveSteps)).optional(),
});
export type MoveRequest = z.infer<typeof moveRequest>;

const YEAR_9999 = 253_402_300_799_999;
const NO_INSTANT = 'must be a moment in epoch milliseconds, as a number';
const instant = z.int(NO_INSTANT).min(0, NO_INSTANT).max(YEAR_9999, NO_INSTANT);

const NO_PERSON = 'must be a reference such as {"id": 7}, the details of a new person, or null';
/** A person there is, or the details of one who is to come: whatever has no id. */
const person = z.union([ref, z.null(), z.looseObject({ id: z.never().optional() }, NO_PERSON)], NO_PERSON);
const fieldValues = z.record(z.string().max(200), text(4000).nullable());
const itemWrite = {
  user: person.optional(),
  asset: refOrNone.optional(),
  toRoom: refOrNone.optional(),
  /** Of equipment without an asset. */
  name: text(300).nullish(),
  fieldValues: fieldValues.nullish(),
  tasksValueMap: tasksValueMap.nullish(),
};
export const MAX_MOVE_ITEMS = 2000;
const items = z.array(z.object({ type: ref, ...itemWrite }), 'must be a list').max(MAX_MOVE_ITEMS);
/** One with an id is the item that there is, and keeps what is not sent; the others are new. What is not in the list goes. */
const itemsEdit = z
  .array(z.object({ id: id.optional(), type: ref.optional(), ...itemWrite }), 'must be a list')
  .max(MAX_MOVE_ITEMS);
export type MoveItemWrite = z.output<typeof itemsEdit>[number];

const words = text(100_000).refine((value) => value.trim() !== '', 'must not be empty');
const comments = z.array(z.object({ content: words }), 'must be a list').max(500);
/** What has an id is there already, and stays as it is. */
const commentsEdit = z
  .array(z.object({ id: id.optional(), content: words.optional() }), 'must be a list')
  .max(500);

const written = {
  date: instant.nullish(),
  approved: bool.nullish(),
  approvedBy: refOrNone.optional(),
};
export const moveRequestCreate = z.object({
  status: ref,
  description: requiredText(100_000),
  center: ref.optional(),
  ...written,
  comments: comments.nullish(),
  items: items.nullish(),
});
export type MoveRequestCreate = z.output<typeof moveRequestCreate>;
/** What is absent stays. */
export const moveRequestEdit = z.object({
  id: id.optional(),
  status: ref.optional(),
  description: requiredText(100_000).optional(),
  center: ref.optional(),
  ...written,
  comments: commentsEdit.nullish(),
  items: itemsEdit.nullish(),
});
export type MoveRequestEdit = z.output<typeof moveRequestEdit>;

export const moveRequestQuery = listQuery.extend({
  statusId: idsFilter,
  /** One or several, separated by commas. */
  statusCode: textFilter(100),
  /** true: archived ones alone; otherwise none. */
  archived: flagFilter,
  /** The caller's own. */
  mine: flagFilter,
  /** Pending ones that the caller may approve. */
  toApprove: flagFilter,
  requesterId: idsFilter,
  /** Who moves. */
  userId: idsFilter,
  typeId: idsFilter,
  /** Targets. */
  toRoomId: idsFilter,
  buildingId: idsFilter,
  centerId: idsFilter,
  from: instantFilter,
  until: instantFilter,
});
export type MoveRequestQuery = z.output<typeof moveRequestQuery>;
