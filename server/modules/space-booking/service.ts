/** Seen as tickets of a person. */
export { ticketRows as bookingTickets } from './ticket-rows.ts';
/** SQL: the rule in force for a room. */
export { ruleOf } from './reservation-json.ts';
/** What the clock does. */
export { releaseNoShows } from './release.ts';
/** What whoever waits for a space asks of it. */
export { breach } from './check.ts';
export { overlap, widened, type Slot } from './slot.ts';
export { loadSpaces, type Space } from './space-repository.ts';
export { freeFrom, heldBetween } from './taken.ts';
/** What becomes of the bookings of whoever leaves. */
export {
  awaitingBookings,
  bookingsBeyond,
  endBookings,
  restoreBookings,
  seatsBetween,
  type OpenBooking,
} from './departures.ts';
/** What brings in many bookings at once. */
export { bookingOf, wordsOf } from './create.ts';
export { insertBookings, type Booking } from './write-repository.ts';
/** Bookings as their lists tell of them. */
export { reservationCount, reservationsOf } from './read.ts';
