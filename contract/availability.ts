import { z } from 'zod';
import { epochMs, flagFilter, idsFilter, instantFilter, numberFilter, textFilter } from './wire.ts';
import { bookedSpace, reservationPhases, reservationStates } from './reservations.ts';

const named = z.object({ id: z.int(), name: z.string() });
const whereabouts = {
  /** Part of the name of a space. */
  search: textFilter(200),
  buildingId: idsFilter,
  floorId: idsFilter,
  roomId: idsFilter,
  /** Types of space. */
  type: idsFilter,
};
/** Of the spaces: 200, at most 1,000. */
const limit = numberFilter(1, 1000).transform((n) => Math.floor(n ?? 200));

/** GET /reservations/day: bookable spaces with what is booked on a day, or from it on. */
export const dayQuery = z.object({
  ...whereabouts,
  /** A day of each building's calendar. */
  date: z.iso.date('must be a day such as 2027-03-01'),
  /** 1 to 31; seven are a week. */
  days: numberFilter(1, 31).transform((n) => Math.floor(n ?? 1)),
  limit,
  startAt: numberFilter(0, 1e9).transform((n) => Math.floor(n ?? 0)),
});
export type DayQuery = z.output<typeof dayQuery>;

export const dayBooking = z.object({
  id: z.int(),
  /** `Busy` where the booking is private. */
  name: z.string(),
  user: named,
  startDate: epochMs,
  endDate: epochMs,
  allDay: z.boolean(),
  state: z.enum(reservationStates),
  phase: z.enum(reservationPhases),
  mine: z.boolean(),
  private: z.boolean(),
  numberOfPeople: z.int(),
  bufferBefore: z.int(),
  bufferAfter: z.int(),
  seriesId: z.int().optional(),
  dateUpdated: epochMs,
});
export const daySpace = bookedSpace.extend({
  timeZone: z.string(),
  /** The first moment of the first day, and the one after the last day, in the zone. */
  dayStart: epochMs,
  dayEnd: epochMs,
  /** What holds the space at some moment of the days, in order of time. */
  bookings: z.array(dayBooking),
});
export const daySheet = z.object({ date: z.string(), days: z.int(), spaces: z.array(daySpace) });
export type DaySheet = z.infer<typeof daySheet>;

/** GET /reservations/availability: bookable spaces for a time, the free ones first, with the reason beside the others. */
export const availabilityQuery = z.object({
  ...whereabouts,
  /** Both must be given. */
  startDate: instantFilter,
  endDate: instantFilter,
  numberOfPeople: numberFilter(0, 1e6),
  /** For whom; default the caller. Rules look at them. */
  userId: idsFilter,
  /** Only what is free. */
  freeOnly: flagFilter,
  limit,
  startAt: numberFilter(0, 1e9).transform((n) => Math.floor(n ?? 0)),
});
export type AvailabilityQuery = z.output<typeof availabilityQuery>;

export const availableSpace = bookedSpace.extend({
  timeZone: z.string(),
  free: z.boolean(),
  /** A booking would wait for a manager. */
  approval: z.boolean(),
  reason: z
    .object({
      code: z.enum(['taken', 'too-small', 'rule-who', 'rule-longest', 'rule-ahead']),
      /** taken: until when, at the latest of what is in the way. */
      until: epochMs.optional(),
      /** too-small: places; rule-longest: minutes; rule-ahead: days. */
      limit: z.int().optional(),
    })
    .optional(),
});
export type AvailableSpace = z.infer<typeof availableSpace>;
export const availability = z.array(availableSpace);
