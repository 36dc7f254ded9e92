import type { DoorDisplay } from '#contract/space-code.ts';

export type DoorState = 'free' | 'soon' | 'busy' | 'closed' | 'unknown';
export type DoorBooking = DoorDisplay['bookings'][number];

const MINUTE = 60_000;
/** So long before it becomes free somebody may well wait at the door. */
const SOON = 10 * MINUTE;
/** Less than this between two bookings is no time to walk in for. */
const GAP = 5 * MINUTE;

/**
 * What a door says at a moment. `until`: when that changes, absent for the rest of the day. Once the day is over, what
 * is known of it says nothing any more.
 */
export function doorState({ space, bookings, dayEnd }: DoorDisplay, now: number) {
  const ahead = bookings.filter(({ endDate }) => endDate > now);
  const current = ahead.find(({ startDate }) => startDate <= now);
  const later = ahead.filter((one) => one !== current);
  const shown = { current, later };
  if (now >= dayEnd) return { state: 'unknown' as const, current: undefined, later: [] };
  if (!space.reservable) return { state: 'closed' as const, ...shown };
  if (!current) {
    const next = later[0]?.startDate;
    return { state: 'free' as const, ...shown, ...(next !== undefined && { until: next }) };
  }
  let until = current.endDate;
  for (const { startDate, endDate } of later) if (startDate < until + GAP) until = Math.max(until, endDate);
  const state = until - now <= SOON ? ('soon' as const) : ('busy' as const);
  return { state, ...shown, ...(until < dayEnd && { until }) };
}
