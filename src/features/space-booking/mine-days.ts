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

/** What its person may do with a booking now. `opens`: from when they may check in, where that is to come. */
export function stepsFor(booking: Reservation, now: number) {
  const { state, approval, endDate, checkInFrom } = booking;
  const standing = state === 'booked' && endDate > now && approval !== 'awaiting';
  const open = now >= checkInFrom;
  return {
    checkIn: standing && open,
    opens: standing && !open ? checkInFrom : undefined,
    checkOut: state === 'checked_in',
    cancel: (state === 'booked' || state === 'checked_in') && endDate > now,
  };
}
