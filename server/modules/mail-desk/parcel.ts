import type { MailAction, MailItem, MailStatus, Queue } from '#contract/mail.ts';

export type PendingReason = NonNullable<MailStatus['reason']>;
export type ExceptionReason = NonNullable<MailItem['exception']>;
type Reference = number | null;

/** What may be said of a parcel; references as ids, null where there is none. */
export type ParcelFields = {
  itemType: MailItem['itemType'];
  deliveryType: string;
  trackingNumber: string | null;
  /** `trackingKey` of the number. */
  trackingKey: string | null;
  toUser: Reference;
  deliverTo: Reference;
  fromUser: Reference;
  recipientName: string | null;
  sender: string | null;
  toAddress: string | null;
  /** Behind A-000123. */
  runningNumber: number | null;
  /** Of an open parcel that nobody stands on: always, and of no other. */
  exception: ExceptionReason | null;
  /** Of a pending parcel: always, and of no other. */
  pendingReason: PendingReason | null;
  pendingUntil: Date | null;
  forwardTo: string | null;
  /** The bag it lies in now. */
  bag: Reference;
  center: number;
  route: Reference;
  mailStop: Reference;
  location: Reference;
  courier: number;
  packageType: Reference;
};

/** A parcel as it stands in the database. */
export type Parcel = ParcelFields & { id: number; queue: Queue; dateUpdated: number };

/**
 * A parcel taken to a queue. What belonged to where it stood stays behind: why it was pending, the bag it lay
 * in and, once it is delivered, that nobody stood on it.
 */
export const takenTo = (now: Parcel, queue: Queue): Parcel => ({
  ...now,
  queue,
  exception: queue === 'OUT' ? null : now.exception,
  pendingReason: null,
  pendingUntil: null,
  forwardTo: null,
  bag: null,
});

/** What the references of a request mean in this organisation, read in one round trip. */
export type Known = {
  /** `stop` is the person's own mail stop or that of their space; `gone` have been removed. */
  users: Map<number, { stop: Reference; gone: boolean }>;
  /** Mail centers, lowest id first. */
  centers: number[];
  routes: Set<number>;
  stops: Set<number>;
  locations: Set<number>;
  packageTypes: Set<number>;
  /** Those in use: id by code in lower case. */
  couriers: Map<string, number>;
  /** All of them, also out of use: a parcel may keep what it bears. */
  courierIds: Set<number>;
  /** The delivery route that calls at a stop. */
  routeOf: Map<number, number>;
  /** The route that outbound parcels leave by. */
  shipping: Reference;
  /** By the name as the label has it: at most two people of that full name, and whether it is a department's. */
  names: Map<string, { people: number[]; team: boolean }>;
};

/** Who looks: the desk sees every parcel, anybody else their own, without signatures and photographs. */
export type Viewer = { id: number; desk: boolean };

/** One parcel's step; `prefix` is where it stands in a batch, `[3].`, or nothing. */
export type Step = { id: number; action: MailAction; prefix: string };
