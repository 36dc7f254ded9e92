import type { Reservation } from '#contract/reservations.ts';

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
