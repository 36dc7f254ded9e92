import { stateAfter } from '#contract/reservation-state.ts';
import type { Reservation } from '#contract/reservations.ts';

type Who = { manages: boolean; mine: boolean; now: number };
const DAY = 86_400_000;

/** What somebody may do with a booking now. The server has the last word; this decides what is offered. */
export function actionsFor(booking: Reservation, { manages, mine, now }: Who) {
  const { state, approval, checkInFrom, endDate } = booking;
  const theirs = mine || manages;
  const alive = theirs && endDate > now && (state === 'booked' || state === 'checked_in');
  const waits = approval === 'awaiting' && state === 'booked';
  const expected = alive && !waits && stateAfter(state, 'checkIn') !== undefined && state === 'booked';
  return {
    decide: manages && waits && endDate > now,
    checkIn: expected && now >= checkInFrom,
    /** Not yet, but within a day. */
    soon: expected && now < checkInFrom && checkInFrom < now + DAY,
    checkOut: alive && state === 'checked_in',
    /** Whoever would like to have the time. */
    wait: !mine && endDate > now && (state === 'booked' || state === 'checked_in'),
    edit: alive,
    cancel: alive,
  };
}
