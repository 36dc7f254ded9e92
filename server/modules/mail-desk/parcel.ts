import type { MailAction, MailItem, Queue } from '#contract/mail.ts';

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
  center: number;
  route: Reference;
  mailStop: Reference;
  location: Reference;
  courier: number;
  packageType: Reference;
};

/** A parcel as it stands in the database. */
export type Parcel = ParcelFields & { id: number; queue: Queue; dateUpdated: number };

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
  /** All of them: id by code in lower case. */
  couriers: Map<string, number>;
  /** The delivery route that calls at a stop. */
  routeOf: Map<number, number>;
};

/** Who looks: the desk sees every parcel, anybody else their own, without signatures and photographs. */
export type Viewer = { id: number; desk: boolean };

/** One parcel's step; `prefix` is where it stands in a batch, `[3].`, or nothing. */
export type Step = { id: number; action: MailAction; prefix: string };
