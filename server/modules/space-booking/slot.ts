import { invalid } from '#server/lib/app-error.ts';
import { startOfDay } from '#server/lib/zone-time.ts';

/** A time in a space, half-open, in epoch milliseconds. */
export type Slot = { since: number; until: number };

export const MINUTE = 60_000;
const DAY = 86_400_000;
/** A year with a leap day; longer is a mistake, or a lease. */
const LONGEST = 366 * DAY;
/** A booking may begin a moment ago: somebody sits down and books from the last quarter of an hour. */
export const GRACE = 15 * MINUTE;

/**
 * The slot of a booking. All day means the days of the building's calendar: the end may be within the last of them, or be
 * the midnight that ends it, so that what was answered can be sent back. @throws 400
 */
export function slotOf(
  { startDate, endDate, allDay }: { startDate: number; endDate: number; allDay: boolean },
  zone: string,
): Slot {
  if (endDate < startDate) throw invalid('endDate', 'is earlier than startDate. Choose a later end.');
  if (!allDay && endDate === startDate)
    throw invalid('endDate', 'is the same as startDate. Choose a later end.');
  // Measured before a calendar is asked: it knows years up to 275760.
  if (endDate - startDate > LONGEST)
    throw invalid('endDate', 'is more than a year after startDate. Choose an earlier end, or book a series.');
  if (!allDay) return { since: startDate, until: endDate };
  const since = startOfDay(startDate, zone);
  const lastDay = startOfDay(endDate, zone);
  const until = endDate === lastDay && lastDay > since ? lastDay : startOfDay(endDate, zone, 1);
  return { since, until };
}

export const overlap = (a: Slot, b: Slot) => a.since < b.until && b.since < a.until;

/** The slot with the minutes that are kept free around it. */
export const widened = (
  { since, until }: Slot,
  buffers: { bufferBefore: number; bufferAfter: number } | null,
): Slot => ({
  since: since - (buffers?.bufferBefore ?? 0) * MINUTE,
  until: until + (buffers?.bufferAfter ?? 0) * MINUTE,
});
