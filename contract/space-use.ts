import { z } from 'zod';
import { epochMs, flagFilter, idsFilter, numberFilter, textFilter } from './wire.ts';
import { attachment } from './users.ts';

const named = z.object({ id: z.int(), name: z.string() });
const NO_DAY = 'must be a day such as 2027-03-01, from 1970 on';
const day = z.iso.date(NO_DAY).refine((text) => text >= '1970-01-01', NO_DAY);
const whole = (least: number, most: number, usual: number) =>
  numberFilter(least, most).transform((n) => Math.floor(n ?? usual));

/** GET /reservations/in: the people who have a booking on a day of each building's calendar. */
export const inQuery = z.object({
  day,
  buildingId: idsFilter,
  floorId: idsFilter,
  /** Part of a name. */
  search: textFilter(200),
  /** Only those who have the caller's manager, or report to the caller; without either, those of a cost center of theirs. */
  team: flagFilter,
  limit: whole(1, 500, 100),
  startAt: whole(0, 1e9, 0),
});
export type InQuery = z.output<typeof inQuery>;

/** `missed`: the time is over and nobody checked in, which says little where nobody has to. */
export const inStates = ['expected', 'here', 'left', 'missed'] as const;
export type InState = (typeof inStates)[number];

/** Never a title: who is in is no secret, what for may be. */
export const inBooking = z.object({
  id: z.int(),
  space: named.extend({ floor: named.extend({ building: named }) }),
  startDate: epochMs,
  endDate: epochMs,
  allDay: z.boolean(),
  timeZone: z.string(),
  state: z.enum(inStates),
});
export const inPerson = z.object({
  id: z.int(),
  name: z.string(),
  color: z.string(),
  image: attachment.optional(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  /** The caller; always first. */
  me: z.boolean(),
  /** By time. */
  bookings: z.array(inBooking),
});
export type InPerson = z.infer<typeof inPerson>;
/** Somebody on leave: from when until when, never why. Both days are included. */
export const awayThatDay = inPerson.omit({ bookings: true }).extend({
  startDate: z.string(),
  endDate: z.string(),
  /** Only from noon of the first day; only until noon of the last one. */
  startsAtNoon: z.boolean(),
  endsAtNoon: z.boolean(),
});
export const whoIsIn = z.object({
  day: z.string(),
  /** People on all pages, and how many of them are here at the moment. */
  count: z.int(),
  here: z.int(),
  people: z.array(inPerson),
  /** The first who are on leave that day, by name; with a building or floor, those who sit there. */
  away: z.array(awayThatDay).optional(),
});
export type WhoIsIn = z.infer<typeof whoIsIn>;

/** As many days as one report holds: a year, and a day or two to hold it against the next. */
export const MOST_USE_DAYS = 367;
/** GET /stats/reservations: days of each building's calendar, both included; the last 28 when absent. */
export const spaceUseQuery = z.object({
  from: day.optional(),
  until: day.optional(),
  buildingId: idsFilter,
  floorId: idsFilter,
  /** Types of space. */
  type: idsFilter,
  /** `least`: the least used spaces first. */
  order: z.enum(['most', 'least']).default('most'),
  /** Of the spaces. */
  limit: whole(1, 1000, 100),
});
export type SpaceUseQuery = z.output<typeof spaceUseQuery>;

/** Milliseconds of bookings that held a space, and of the spaces' open hours. */
const hours = { bookedMs: z.int(), openMs: z.int(), bookedOpenMs: z.int() };
export const usedSpace = named.extend({
  type: named,
  floor: named,
  building: named,
  capacity: z.int().optional(),
  bookings: z.int(),
  noShows: z.int(),
  ...hours,
});
export type UsedSpace = z.infer<typeof usedSpace>;

/**
 * One hour of the clock on one weekday, all its occurrences together. `spaceMs`: how long it lasted times the spaces
 * there were; the hour that clocks skip lasts nothing, the one they show twice counts twice.
 */
export const spaceUseCell = z.object({
  weekday: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  bookedMs: z.int(),
  spaceMs: z.int(),
});
export type SpaceUseCell = z.infer<typeof spaceUseCell>;

export const spaceUse = z.object({
  from: z.string(),
  until: z.string(),
  /** Whose hours count as open; absent: Monday to Friday, 08:00 to 18:00. */
  center: named.optional(),
  /** Bookable spaces that the filters leave. */
  spaceCount: z.int(),
  ...hours,
  /** What begins in the period and was not cancelled. */
  bookings: z.int(),
  cancelled: z.int(),
  /** Of the bookings: those whose time is over or that were given free … */
  over: z.int(),
  /** … into which nobody checked in … */
  noShows: z.int(),
  /** … of these, given free by the rule … */
  released: z.int(),
  /** … and those that were left before their end. */
  leftEarly: z.int(),
  /** Of the bookings of spaces with a capacity, those that held them: people and places, added up. */
  sized: z.object({ bookings: z.int(), people: z.int(), places: z.int() }),
  /** By weekday and hour; all 168. */
  cells: z.array(spaceUseCell),
  /** The first of them, in the order asked for. */
  spaces: z.array(usedSpace),
});
export type SpaceUse = z.infer<typeof spaceUse>;
