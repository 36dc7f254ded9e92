import { z } from 'zod';
import { dayBooking } from './availability.ts';
import { bookedSpace, reservationStates } from './reservations.ts';
import { epochMs, idsFilter, ref } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/** What can be said of why nobody, or not this person, may walk in; `rule-…` as for any booking. */
const barredCodes = ['not-reservable', 'taken', 'rule-who', 'rule-approval'] as const;

/** GET /rooms/:id/now: what the code at a desk or a door opens. */
export const spaceNow = z.object({
  /** By the server's clock. */
  now: epochMs,
  space: bookedSpace.extend({ timeZone: z.string() }),
  /** What holds the space now, and what does later on this day of the building, in order of time. */
  bookings: z.array(
    dayBooking.extend({
      /** From when to check in: the rule's time, else a quarter of an hour before the start. */
      checkInFrom: epochMs,
    }),
  ),
  /** The caller may take it from now on, as they stand there. */
  walkIn: z
    .object({
      until: epochMs,
      /** What ends it then: the day, the next booking, or the longest time that the rule allows. */
      end: z.enum(['day', 'booking', 'rule']),
    })
    .optional(),
  /** Why there is no `walkIn`. */
  barred: z.object({ code: z.enum(barredCodes), message: z.string() }).optional(),
  /** The caller's booking of another space at this time. */
  elsewhere: z
    .object({
      id: z.int(),
      startDate: epochMs,
      endDate: epochMs,
      allDay: z.boolean(),
      state: z.enum(reservationStates),
      room: named.extend({ type: named, floor: named }),
      /** Whether it may move here. */
      fits: z.boolean(),
    })
    .optional(),
  /** Free spaces of the same type on this floor, where this one cannot be had; 5 at most. */
  nearby: z.array(named),
});
export type SpaceNow = z.infer<typeof spaceNow>;

const NO_INSTANT = 'must be a moment in epoch milliseconds, as a number';
/** POST /rooms/:id/walkIn: books from now on, and checks in. */
export const walkInBody = z.object({
  endDate: z.int(NO_INSTANT).min(0, NO_INSTANT).max(253_402_300_799_999, NO_INSTANT),
});
/** POST /rooms/:id/swap: the caller's booking of another space moves here and is checked in. */
export const swapBody = z.object({ reservation: ref });

/** GET /rooms/codes: what is printed on labels. */
export const codesQuery = z.object({ roomId: idsFilter, floorId: idsFilter });
export const spaceCode = named.extend({
  floor: named,
  building: named,
  /** Where the code leads; only a path where the server has not been told its public address. */
  url: z.string(),
});
export type SpaceCode = z.infer<typeof spaceCode>;

/** The secret link of the display at a space's door. */
export const displayLink = z.object({
  id: z.int(),
  room: named,
  dateCreated: epochMs,
  /** When the link was last renewed; those before are void. */
  dateUpdated: epochMs,
});
export type DisplayLink = z.infer<typeof displayLink>;
/** The link is shown when it is made and when it is renewed, and never again: only a hash of it is kept. */
export const displayLinkMade = displayLink.extend({
  /** Only a path where the server has not been told its public address. */
  url: z.string(),
});
export const displayLinkCreate = z.object({ room: ref });
export const displayLinkQuery = z.object({ roomId: idsFilter });

/** GET /displays/:token: what a door shows to whoever passes by. No names, notes or guests. */
export const doorDisplay = z.object({
  now: epochMs,
  space: z.object({
    name: z.string(),
    type: z.string(),
    capacity: z.int().optional(),
    reservable: z.boolean(),
    floor: z.string(),
    building: z.string(),
  }),
  timeZone: z.string(),
  /** The midnight after now, there. */
  dayEnd: epochMs,
  /** Now and later today, in order of time. */
  bookings: z.array(
    z.object({
      startDate: epochMs,
      endDate: epochMs,
      /** `Busy` when private; empty without a title, or where it only says whose it is. */
      title: z.string(),
      checkedIn: z.boolean(),
    }),
  ),
  /** Where the code leads with which to book by phone; only a path as above. */
  code: z.string(),
});
export type DoorDisplay = z.infer<typeof doorDisplay>;
