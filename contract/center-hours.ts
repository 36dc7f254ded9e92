import { z } from 'zod';
import { requiredText } from './wire.ts';

/** The end of a day, 24:00, in minutes. */
export const DAY_END = 1440;
export const MAX_SPANS = 70;
export const MAX_HOLIDAYS = 1000;

/**
 * From `opens` to `closes`, in minutes of the day by the clocks of the center: 480 is 08:00. Where clocks are put
 * forward or back, they are what the clocks show. Spans of one weekday may touch; they never overlap.
 */
export const openSpan = z
  .object({
    /** 1 Monday … 7 Sunday */
    weekday: z.int().min(1).max(7),
    opens: z
      .int()
      .min(0)
      .max(DAY_END - 1),
    closes: z.int().min(1).max(DAY_END),
  })
  .refine(({ opens, closes }) => opens < closes, { path: ['closes'], message: 'must be after opens' });
export type OpenSpan = z.infer<typeof openSpan>;

const isDay = (day: string) => {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
};
/** A whole day on which the center is closed. */
export const holiday = z.object({
  day: z
    .string()
    .regex(/^[12]\d{3}-\d{2}-\d{2}$/, 'must be a day such as 2027-01-06')
    .refine(isDay, 'must be a day of the calendar'),
  name: requiredText(200),
});
export type Holiday = z.infer<typeof holiday>;

/** GET /centers/{id}/hours, and the answer of PUT */
export const centerHours = z.object({
  id: z.int(),
  name: z.string(),
  /** IANA name of the zone the center keeps, its own or the organisation's. */
  timeZone: z.string(),
  /** Only when it has one of its own. */
  ownTimeZone: z.string().optional(),
  /** By weekday and time. */
  hours: z.array(openSpan),
  /** By day. */
  holidays: z.array(holiday),
});
export type CenterHours = z.infer<typeof centerHours>;

/** The first of two spans of one weekday that overlap, by its place in the list; undefined when none do. */
export function overlapIn(spans: readonly OpenSpan[]): number | undefined {
  const found = spans.findIndex((span, at) =>
    spans.some(
      (other, before) =>
        before < at &&
        other.weekday === span.weekday &&
        other.opens < span.closes &&
        span.opens < other.closes,
    ),
  );
  return found < 0 ? undefined : found;
}

/**
 * PUT /centers/{id}/hours: what is absent stays. `hours` are those of the whole week, `holidays` all of them, each
 * day once; `ownTimeZone` null: the organisation's.
 */
export const centerHoursEdit = z
  .object({
    ownTimeZone: z.string().max(100).nullish(),
    hours: z.array(openSpan).max(MAX_SPANS).optional(),
    holidays: z.array(holiday).max(MAX_HOLIDAYS).optional(),
  })
  .superRefine(({ hours = [], holidays = [] }, context) => {
    const at = overlapIn(hours);
    if (at !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['hours', at],
        message: 'overlaps another span of the weekday',
      });
    const seen = new Set<string>();
    for (const [index, { day }] of holidays.entries()) {
      if (seen.has(day))
        context.addIssue({ code: 'custom', path: ['holidays', index, 'day'], message: 'is there twice' });
      seen.add(day);
    }
  });
export type CenterHoursEdit = z.infer<typeof centerHoursEdit>;
