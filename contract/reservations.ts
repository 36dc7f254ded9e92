import { z } from 'zod';
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
import { userShort } from './users.ts';

const named = z.object({ id: z.int(), name: z.string() });

export const bookedSpace = named.extend({
  description: z.string(),
  reservable: z.boolean(),
  capacity: z.int().optional(),
  type: named,
  floor: named.extend({ building: named.extend({ code: z.string().optional() }) }),
});

/** The way of a booking: booked → checked in → checked out; cancelled until its end; released when nobody came. */
export const reservationStates = ['booked', 'checked_in', 'checked_out', 'cancelled', 'released'] as const;
export type ReservationState = (typeof reservationStates)[number];

/** What sets it apart from its neighbours on a screen. `running`: its time has come and nobody has checked in. */
export const reservationPhases = [
  'awaiting-approval',
  'upcoming',
  'running',
  'in-use',
  'over',
  'cancelled',
  'released',
] as const;

/** Whom a booking concerns; as sent. */
export const guest = z.union([z.string().max(500), z.record(z.string(), z.unknown())]);

export const reservation = z.object({
  id: z.int(),
  /** `Busy` for others than the person and the managers when `private`. */
  name: z.string(),
  user: userShort,
  room: bookedSpace,
  center: named,
  /** The calendar days of the building; startDate and endDate are then midnights, the end that of the day after. */
  allDay: z.boolean(),
  /** Half-open: at endDate the space is free. */
  startDate: epochMs,
  endDate: epochMs,
  /** IANA name: the zone in which the times are meant. */
  timeZone: z.string(),
  numberOfPeople: z.int(),
  /** "" and [] for others than the person and the managers; null as sent. */
  notes: z.string(),
  guests: z.array(guest).nullable(),
  private: z.boolean(),
  state: z.enum(reservationStates),
  phase: z.enum(reservationPhases),
  checkedIn: z.boolean(),
  checkedOut: z.boolean(),
  cancelled: z.boolean(),
  cancellationReason: z.string().optional(),
  checkedInAt: epochMs.optional(),
  checkedOutAt: epochMs.optional(),
  /** Absent: needs none. */
  approval: z.enum(['awaiting', 'approved', 'declined']).optional(),
  /** From when to check in: the rule's time, else a quarter of an hour before the start. */
  checkInFrom: epochMs,
  /** Without a check-in by then the space is given free. */
  releaseAt: epochMs.optional(),
  /** Minutes kept free around it. */
  bufferBefore: z.int(),
  bufferAfter: z.int(),
  series: z.object({ id: z.int(), rule: z.string() }).optional(),
  createdBy: userShort.optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type Reservation = z.infer<typeof reservation>;

const YEAR_9999 = 253_402_300_799_999;
const NO_INSTANT = 'must be a moment in epoch milliseconds, as a number';
const instant = z.int(NO_INSTANT).min(0, NO_INSTANT).max(YEAR_9999, NO_INSTANT);
const NO_PEOPLE = 'must be a whole number from 0 to 1000000';

/** What a booking says beside where, when and for whom. */
export const bookingWords = {
  name: text(500).nullish(),
  notes: text(20_000).nullish(),
  guests: z.array(guest).max(1000).nullish(),
  numberOfPeople: z.int(NO_PEOPLE).min(0, NO_PEOPLE).max(1_000_000, NO_PEOPLE).nullish(),
  private: bool.optional(),
};
export const reservationCreate = z.object({
  startDate: instant,
  endDate: instant,
  user: ref,
  room: ref,
  allDay: bool,
  center: refOrNone.optional(),
  ...bookingWords,
});
export type ReservationCreate = z.output<typeof reservationCreate>;

/** What of a series is meant: this booking, it and those after it, or all that have not ended. */
export const scopes = ['this', 'following', 'all'] as const;
export type Scope = (typeof scopes)[number];
const scope = z.enum(scopes).optional();

/** What is absent stays. With a `scope`, a new time moves every booking by as much on the clocks of the building. */
export const reservationEdit = z.object({
  id: id.optional(),
  startDate: instant.optional(),
  endDate: instant.optional(),
  user: ref.optional(),
  room: ref.optional(),
  allDay: bool.optional(),
  ...bookingWords,
  scope,
});
export type ReservationEdit = z.output<typeof reservationEdit>;

const reason = text(2000).nullish();
export const cancelBody = z.object({ scope, reason }).nullish();
export type CancelBody = z.output<typeof cancelBody>;
export const declineBody = z.object({ reason }).nullish();

/** PUT /reservations/cancel: what of a person (else the caller) or of a room begins within the dates. */
export const cancelRange = z.object({
  startDate: instant,
  endDate: instant,
  user: ref.optional(),
  room: ref.optional(),
  reason,
});
export const cancelled = z.object({ count: z.int(), ids: z.array(z.int()) });

export const reservationQuery = listQuery.extend({
  /** Default false. */
  includeCancelled: flagFilter,
  /** Default true. */
  includeNonCancelled: flagFilter,
  /** Default false, unless startDate is given. */
  includePastReservations: flagFilter,
  /** Default true. */
  showOnlyMyReservations: flagFilter,
  /** What overlaps the window; either side may stay open. */
  startDate: instantFilter,
  endDate: instantFilter,
  buildingId: idsFilter,
  floorId: idsFilter,
  roomId: idsFilter,
  userId: idsFilter,
  seriesId: idsFilter,
  /** Those that wait for an approval. */
  awaitingApproval: flagFilter,
});
export type ReservationQuery = z.output<typeof reservationQuery>;
