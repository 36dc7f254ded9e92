import { z } from 'zod';
import { epochMs, ref, refOrNone, text } from './wire.ts';
import { bookingWords, reservation } from './reservations.ts';

const NO_LOCAL = 'must be a date and time of the clock, such as 2027-03-01T09:00';
/** A time as the clocks of the building show it, without a zone. */
export const localTime = z
  .string(NO_LOCAL)
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, NO_LOCAL);

/** What becomes of one occurrence: it is left out, or takes another time or another space. */
const alternative = z.object({
  /** The occurrence as the rule says it. */
  start: localTime,
  skip: z.boolean().optional(),
  newStart: localTime.optional(),
  room: ref.optional(),
});

export const seriesPlan = z.object({
  /** RFC 5545, such as FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270630T235959. UNTIL with a Z is UTC. */
  rule: text(2000),
  start: localTime,
  /** Elapsed minutes; of an all-day series the days are counted instead. */
  minutes: z.int().min(1).max(527_040).optional(),
  allDay: z.boolean().optional(),
  days: z.int().min(1).max(366).optional(),
  /** Left out, and added, as the clocks say them. */
  exdates: z.array(localTime).max(1000).optional(),
  rdates: z.array(localTime).max(500).optional(),
  user: ref,
  room: ref,
  center: refOrNone.optional(),
  alternatives: z.array(alternative).max(500).optional(),
  ...bookingWords,
});
export type SeriesPlan = z.output<typeof seriesPlan>;

/** `skip`: what is taken is left out; `refuse`: nothing is booked while anything is taken. */
export const seriesCreate = seriesPlan.extend({ onConflict: z.enum(['refuse', 'skip']).optional() });
export type SeriesCreate = z.output<typeof seriesCreate>;

export const occurrence = z.object({
  /** The occurrence as the rule says it; names it in `alternatives`. */
  start: z.string(),
  startDate: epochMs,
  endDate: epochMs,
  room: z.object({ id: z.int(), name: z.string() }),
  free: z.boolean(),
  /** Why it is not. */
  problem: z
    .object({
      code: z.string(),
      message: z.string(),
      /** By when the space is free. */ until: epochMs.optional(),
    })
    .optional(),
});
export type Occurrence = z.infer<typeof occurrence>;

export const seriesPreview = z.object({
  occurrences: z.array(occurrence),
  count: z.int(),
  conflicts: z.int(),
  timeZone: z.string(),
});
export const seriesCreated = z.object({
  series: z.object({ id: z.int(), rule: z.string() }),
  reservations: z.array(reservation),
  skipped: z.array(occurrence),
});
