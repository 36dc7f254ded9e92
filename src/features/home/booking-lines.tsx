import * as m from '#messages';
import type { Reservation, Scope } from '#contract/reservations.ts';
import { stepsFor } from '#src/directory/booking-next.ts';
import { dayAndTime, timeRange } from '#src/directory/booking-time.ts';
import { dayOf } from '#src/lib/dates.ts';
import { CalendarIcon, SeatedIcon } from '#src/ui/booking-icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { changed, type Deed, without } from './deeds.ts';
import type { Act, Line, Now } from './line.ts';

export const linkToBooking = ({ id, room, startDate, timeZone }: Reservation): Line['link'] =>
  function toBooking(title) {
    return (
      <TextLink
        to="/bookings"
        search={{ booking: id, building: room.floor.building.id, date: dayOf(startDate, timeZone) }}
      >
        {title}
      </TextLink>
    );
  };

/** Tomorrow, 09:00 – 17:00; of today the time alone. */
export function whenOf(booking: Reservation, now: number): string {
  const { startDate, timeZone } = booking;
  return dayOf(Math.max(startDate, now), timeZone) === dayOf(now, timeZone)
    ? timeRange(booking, timeZone)
    : dayAndTime(booking, timeZone, now);
}
/** Its title, unless that says no more than whose it is. */
export const titleOf = ({ name, user }: Reservation) => (name === user.name ? undefined : name);

const checkIn = ({ id, room }: Reservation): Deed => ({
  call: { method: 'PUT', path: `/reservations/${id}/checkIn`, body: {} },
  told: m.home_checked_in({ name: room.name }),
  apply: changed('bookings', id, { state: 'checked_in', phase: 'in-use', checkedIn: true }),
});
const checkOut = ({ id, room }: Reservation): Deed => ({
  call: { method: 'PUT', path: `/reservations/${id}/checkOut`, body: {} },
  told: m.home_checked_out({ name: room.name }),
  apply: without('bookings', id),
});
/** Of a series, more than the one that is seen may go; the page says how much when it has been read again. */
export const cancelDeed = ({ id, room }: Reservation, scope: Scope | undefined): Deed => ({
  call: { method: 'PUT', path: `/reservations/${id}/cancel`, body: scope ? { scope } : {} },
  told: m.home_cancelled({ name: room.name }),
  apply: without('bookings', id),
});

/** What may be done with one's own booking now, the next step first. */
export function bookingActs(booking: Reservation, now: number): Act[] {
  const { room } = booking;
  const steps = stepsFor(booking, now);
  const acts: Act[] = [];
  if (steps.checkIn)
    acts.push({ label: m.home_check_in(), name: room.name, main: true, deed: checkIn(booking) });
  if (steps.checkOut) acts.push({ label: m.home_check_out(), name: room.name, deed: checkOut(booking) });
  if (steps.cancel)
    acts.push({ label: m.home_cancel_booking(), name: room.name, ask: { kind: 'cancel', booking } });
  return acts;
}

/** Bookings whose check-in is open. */
export const checkInLines = (bookings: readonly Reservation[], { now, tomorrow }: Now): Line[] =>
  bookings
    .filter((booking) => stepsFor(booking, now).checkIn)
    .map((booking) => ({
      kind: 'check-in',
      id: booking.id,
      key: `booking-${booking.id}`,
      // Where nothing gives it free, one is expected there today all the same.
      due: Math.min(booking.releaseAt ?? booking.endDate, tomorrow - 1),
      since: booking.checkInFrom,
      icon: SeatedIcon,
      word: m.home_kind_check_in(),
      title: booking.room.name,
      asides: [titleOf(booking), whenOf(booking, now), booking.room.floor.building.name].filter(
        (text) => text !== undefined,
      ),
      link: linkToBooking(booking),
      acts: bookingActs(booking, now),
    }));

const nameOf = ({ room, user }: Reservation) => `${room.name}, ${user.name}`;
const decide = (booking: Reservation, verdict: 'approve' | 'decline', reason?: string): Deed => ({
  call: { method: 'PUT', path: `/reservations/${booking.id}/${verdict}`, body: reason ? { reason } : {} },
  told:
    verdict === 'approve'
      ? m.home_approved({ name: nameOf(booking) })
      : m.home_declined({ name: nameOf(booking) }),
  apply: without('bookingsToApprove', booking.id),
});
/** Bookings that wait for a manager's yes or no. */
export const bookingDecisions = (bookings: readonly Reservation[], { now }: Now): Line[] =>
  bookings.map((booking) => {
    const { id, room, user, startDate, dateCreated } = booking;
    const name = nameOf(booking);
    return {
      kind: 'approve-booking',
      id,
      key: `approve-booking-${id}`,
      due: startDate,
      since: dateCreated,
      icon: CalendarIcon,
      word: m.home_kind_booking(),
      title: room.name,
      asides: [user.name, whenOf(booking, now), titleOf(booking)].filter((text) => text !== undefined),
      link: linkToBooking(booking),
      acts: [
        { label: m.home_approve(), name, main: true, deed: decide(booking, 'approve') },
        {
          label: m.home_decline(),
          name,
          ask: {
            kind: 'reason',
            name,
            needed: false,
            deed: (reason) => decide(booking, 'decline', reason),
          },
        },
      ],
    };
  });
