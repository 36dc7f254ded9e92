import { z } from 'zod';
import { epochMs, ref } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** A secret link to the bookings of the caller, or of a space, for calendar programs. */
export const calendarFeed = z.object({
  id: z.int(),
  /** Absent: the caller's own bookings. */
  room: named.optional(),
  dateCreated: epochMs,
  /** When the link was last renewed; those before are void. */
  dateUpdated: epochMs,
});
export type CalendarFeed = z.infer<typeof calendarFeed>;
/** The link is shown when it is made and when it is renewed, and never again: only a hash of it is kept. */
export const calendarFeedMade = calendarFeed.extend({ url: z.string() });
export type CalendarFeedMade = z.infer<typeof calendarFeedMade>;
/** POST /reservations/feeds: one's own, or for managers of the reservation center that of a space. */
export const calendarFeedCreate = z.object({ room: ref.optional() }).nullish();

export const letterStates = ['waiting', 'sent', 'failed'] as const;
/** What was sent of a booking to a guest, or to whose booking it is. */
export const invitation = z.object({
  email: z.string(),
  name: z.string(),
  part: z.enum(['organiser', 'guest']),
  /** The last letter: the entry in their calendar, or that it is cancelled. */
  kind: z.enum(['request', 'cancel']).optional(),
  /** `waiting` with `lastError`: the mail server is down, and there will be another try. */
  state: z.enum(letterStates),
  lastError: z.string().optional(),
  sentAt: epochMs.optional(),
});
export type Invitation = z.infer<typeof invitation>;

/** Somebody in line for a space: told when one that suits becomes free, and out of the line then. */
export const waitingEntry = z.object({
  id: z.int(),
  startDate: epochMs,
  endDate: epochMs,
  /** Any so many minutes of the window; absent: all of it, or what is left of it. */
  minutes: z.int().optional(),
  room: named.optional(),
  building: named.optional(),
  floor: named.optional(),
  type: named.optional(),
  numberOfPeople: z.int(),
  /** IANA name: that of the building, where one is meant. */
  timeZone: z.string(),
  state: z.enum(['waiting', 'told']),
  /** What became free. It is not kept for them. */
  told: z.object({ at: epochMs, room: named, startDate: epochMs, endDate: epochMs }).optional(),
  dateCreated: epochMs,
});
export type WaitingEntry = z.infer<typeof waitingEntry>;

const NO_INSTANT = 'must be a moment in epoch milliseconds, as a number';
const instant = z.int(NO_INSTANT).min(0, NO_INSTANT).max(253_402_300_799_999, NO_INSTANT);
const NO_PEOPLE = 'must be a whole number from 0 to 1000000';
const NO_MINUTES = 'must be a whole number from 1 to 527040';
/** POST /reservations/waiting: a space, or what it has to be like. */
export const waitingCreate = z.object({
  startDate: instant,
  endDate: instant,
  minutes: z.int(NO_MINUTES).min(1, NO_MINUTES).max(527_040, NO_MINUTES).nullish(),
  room: ref.nullish(),
  building: ref.nullish(),
  floor: ref.nullish(),
  type: ref.nullish(),
  numberOfPeople: z.int(NO_PEOPLE).min(0, NO_PEOPLE).max(1_000_000, NO_PEOPLE).nullish(),
});
export type WaitingCreate = z.output<typeof waitingCreate>;
