import { z } from 'zod';
import { trackingKey } from './tracking-number.ts';
import { attachment, userShort } from './users.ts';
import {
  bool,
  choiceFilter,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  listQuery,
  oneOrMany,
  refOrNone,
  requiredText,
  text,
  textFilter,
} from './wire.ts';

export const itemTypes = ['INBOUND', 'OUTBOUND', 'INTEROFFICE'] as const;
/** Checked in, pending, in transfer, checked out, delivered. */
export const queues = ['IN', 'PENDING', 'TRANSFER', 'CHECKOUT', 'OUT'] as const;
export type Queue = (typeof queues)[number];
export const statusCodes = ['checkin', 'pending', 'transfer', 'checkout', 'out'] as const;
export type StatusCode = (typeof statusCodes)[number];

/** Why nobody in the directory stands on a parcel: it waits in the exceptions until somebody does. */
export const exceptionReasons = ['no-recipient', 'several-matches', 'team-name'] as const;
/** Why a parcel is pending. `hold`, `forward` and `return` are wishes to act on, the others findings. */
export const pendingReasons = [
  'hold',
  'forward',
  'return',
  'recipient-away',
  'refused',
  'damaged',
  'address-unknown',
  'other',
] as const;
/** How a parcel left the desk. */
export const outcomes = ['person', 'stop', 'courier', 'returned', 'forwarded'] as const;

const named = z.object({ id: z.int(), name: z.string() });
const dated = named.extend({ dateCreated: epochMs, dateUpdated: epochMs });
const coded = dated.extend({ code: z.string() });

export const courier = coded;
export const packageType = coded.extend({ sortOrder: z.int() });
export const route = dated.extend({ forShipping: z.boolean() });
export const mailLocation = dated.extend({ sortOrder: z.int() });
export const mailStop = named;
export const mailStatusType = coded.extend({ forShipping: z.boolean() });

export const mailStatus = z.object({
  id: z.int(),
  type: z.object({ id: z.int(), code: z.enum(statusCodes), name: z.string() }),
  center: named.partial(),
  /** Absent when the person has been removed for good, and when the time of a hold was over. */
  enteredBy: userShort.optional(),
  dateCreated: epochMs,
  note: z.string().optional(),
  /** Of a pending status; of a check-in, the reason that ended by the recipient's word or by its time. */
  reason: z.enum(pendingReasons).optional(),
  /** Of a delivery; absent: handed to a person. */
  outcome: z.enum(outcomes).optional(),
  collectedBy: userShort.partial().optional(),
  signature: attachment.optional(),
  photograph: attachment.optional(),
});
export type MailStatus = z.infer<typeof mailStatus>;

export const mailComment = z.object({
  id: z.int(),
  content: z.string(),
  enteredBy: userShort.optional(),
  dateCreated: epochMs,
});

export const mailItem = z.object({
  id: z.int(),
  itemType: z.enum(itemTypes),
  currentQueue: z.enum(queues),
  deliveryType: z.string(),
  trackingNumber: z.string().optional(),
  originalTrackingNumber: z.string().optional(),
  toUser: userShort.optional(),
  deliverTo: userShort.optional(),
  fromUser: userShort.optional(),
  /** The addressee as the label names them, while nobody in the directory has been found. */
  recipientName: z.string().optional(),
  sender: z.string().optional(),
  /** The desk's own number, such as A-000123, on labels for what bears none; found by search like a tracking number. */
  runningNumber: z.string().optional(),
  exception: z.enum(exceptionReasons).optional(),
  /** While pending. */
  pending: z
    .object({
      reason: z.enum(pendingReasons),
      /** Held until this time, when it comes back to the desk by itself. */
      until: epochMs.optional(),
      /** Where it is to be forwarded to, as the recipient or the clerk wrote it. */
      forwardTo: z.string().optional(),
    })
    .optional(),
  bag: z.object({ id: z.int(), code: z.string() }).optional(),
  /** Of an outbound parcel: who and where it goes to outside. */
  toAddress: z.string().optional(),
  route: route.optional(),
  courier,
  packageType: packageType.optional(),
  center: named,
  mailStop: mailStop.optional(),
  location: mailLocation.partial().required({ id: true, name: true }).optional(),
  statuses: z.array(mailStatus),
  comments: z.array(mailComment),
  dateCreated: epochMs,
  /** Grows with every change of the item; sent back as If-Match it guards an edit against a newer one. */
  dateUpdated: epochMs,
  /** Only in the answer of a check-in: the number was already here, nothing was added. */
  duplicate: z.literal(true).optional(),
});
export type MailItem = z.infer<typeof mailItem>;

const tracking = text(200);
const itemFields = {
  itemType: z.enum(itemTypes).optional(),
  deliveryType: text(100).nullish(),
  trackingNumber: tracking.nullish(),
  toUser: refOrNone.optional(),
  deliverTo: refOrNone.optional(),
  fromUser: refOrNone.optional(),
  recipientName: text(300).nullish(),
  sender: text(300).nullish(),
  toAddress: text(1000).nullish(),
  route: refOrNone.optional(),
  courier: refOrNone.optional(),
  packageType: refOrNone.optional(),
  center: refOrNone.optional(),
  mailStop: refOrNone.optional(),
  location: refOrNone.optional(),
};
/** One scan. It names a number or somebody, or else there is nothing to find the parcel by. */
export const mailCheckIn = z
  .object(itemFields)
  .refine(
    (scan) =>
      trackingKey(scan.trackingNumber ?? '') !== '' ||
      Boolean(scan.toUser ?? scan.deliverTo) ||
      Boolean(scan.recipientName?.trim()),
    'must name at least one of trackingNumber, toUser, deliverTo and recipientName',
  );
export type MailCheckIn = z.infer<typeof mailCheckIn>;

/** More parcels than this in one call are several calls. */
export const MAX_BATCH = 500;
export const mailCheckInBody = oneOrMany(mailCheckIn, MAX_BATCH);
export const mailEdit = z.object({ id: id.optional(), ...itemFields });
export type MailEdit = z.infer<typeof mailEdit>;

/** A data URL or bare base64 of an image; decoded, measured and stored anew by the server. */
const image = z.string().max(15_000_000);
/** Body of an action; empty is fine. What the documents' samples repeat of the item is ignored. */
const actionFields = {
  note: text(2000).nullish(),
  /** Where a transfer goes; of no meaning for the other actions. */
  center: refOrNone.optional(),
  signature: image.nullish(),
  photograph: image.nullish(),
  collectedBy: refOrNone.optional(),
  /** Of a pending step; absent: other. */
  reason: z.enum(pendingReasons).nullish(),
  until: epochMs.nullish(),
  forwardTo: text(1000).nullish(),
  /** Of a delivery; absent: person. */
  outcome: z.enum(outcomes).nullish(),
  /** Who took it, when they are not in the directory. */
  collectedByName: text(300).nullish(),
};
export const mailAction = z.object({ id: id.optional(), ...actionFields }).nullish();
export type MailAction = NonNullable<z.infer<typeof mailAction>>;
/** Delivering many: all or nothing. A picture repeated letter by letter in one call is stored once. */
export const mailDelivery = z.object({ id, ...actionFields });
export const mailDeliveryBody = oneOrMany(mailDelivery, MAX_BATCH);
export const mailCommentBody = z.object({ comment: requiredText(4000) });

export const mailQuery = listQuery.extend({
  queue: choiceFilter(queues),
  centerId: idsFilter,
  routeId: idsFilter,
  mailStopId: idsFilter,
  locationId: idsFilter,
  courierId: idsFilter,
  packageTypeId: idsFilter,
  toUserId: idsFilter,
  itemType: choiceFilter(itemTypes),
  /** true: parcels nobody in the directory has been found for. */
  unknownRecipient: flagFilter,
  /** Whole days since the check-in, at least. */
  olderThanDays: textFilter(6).pipe(
    z.union([
      z.undefined(),
      z
        .string()
        .regex(/^\d{1,5}$/)
        .transform(Number),
    ]),
  ),
  /** true: only the caller's own parcels. */
  mine: flagFilter,
  /** true: every open exception; false: none. */
  exception: flagFilter,
  exceptionReason: choiceFilter(exceptionReasons),
  pendingReason: choiceFilter(pendingReasons),
  bagId: idsFilter,
  /** Keyset paging for the dashboard: only ids below this one, with orderBy=id descending. */
  beforeId: idsFilter,
});
export type MailQuery = z.output<typeof mailQuery>;

export const mailCounts = z.object({
  counts: z.record(z.enum(queues), z.int()),
  /** Open parcels that nobody in the directory stands on. */
  exceptions: z.int(),
});

/**
 * Words of the search hit anywhere in name, e-mail, user name, employee id, mail stop and space; words of one or two
 * characters only where a word begins.
 */
export const recipientQuery = listQuery.pick({ search: true, limit: true });

/** A person a parcel may be for, as the type-ahead at the scan shows them. */
export const recipient = userShort.extend({
  employeeId: z.string().optional(),
  department: z.string().optional(),
  color: z.string(),
  mailStop: named.optional(),
  room: named.extend({ floor: z.string(), building: z.string() }).optional(),
  alerts: z.array(z.string()),
  /** One of the alerts is to be seen anew for every parcel, not once for all of a check-in. */
  alertEachTime: z.boolean().optional(),
  openItems: z.int(),
});
export type Recipient = z.infer<typeof recipient>;

export const mailAlert = z.object({
  id: z.int(),
  notes: z.string(),
  multipleAlerts: bool,
  enteredBy: userShort.optional(),
  user: userShort.optional(),
});
export const leaderboardEntry = z.object({ count: z.int(), user: userShort });

/** One round trip for the scan screen: every catalogue the clerk chooses from. */
export const mailDesk = z.object({
  centers: z.array(named),
  packageTypes: z.array(packageType),
  couriers: z.array(courier),
  routes: z.array(route),
  mailStops: z.array(named.extend({ routeIds: z.array(z.int()) })),
  locations: z.array(mailLocation.extend({ centerId: z.int().optional() })),
});
export type MailDesk = z.infer<typeof mailDesk>;
