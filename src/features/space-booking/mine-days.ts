import type { Reservation } from '#contract/reservations.ts';
import { dayOf } from '#src/lib/dates.ts';

export type MineDay = {
  day: string;
  /** A moment of it, for its heading. */ at: number;
  zone: string;
  bookings: Reservation[];
};

/** By day of each booking's own calendar; what has begun before today stands under today. */
export function byDay(bookings: readonly Reservation[], now: number): MineDay[] {
  const days = new Map<string, MineDay>();
  for (const booking of bookings) {
    const zone = booking.timeZone;
    const at = Math.max(booking.startDate, now);
    const day = dayOf(at, zone);
    const found = days.get(day);
    if (found) found.bookings.push(booking);
    else days.set(day, { day, at, zone, bookings: [booking] });
  }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day));
}
