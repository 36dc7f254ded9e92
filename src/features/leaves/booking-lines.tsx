import * as m from '#messages';
import type { Leave, ReleasedBooking } from '#contract/leaves.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import classes from './leaves.module.css';

type Booking = ReleasedBooking & Partial<Pick<Leave['lost'][number], 'reason'>>;

/** Bookings that a leave gave free, each with the reason where it is lost. */
export function BookingLines({ bookings }: { bookings: readonly Booking[] }) {
  return (
    <ul className={classes.bookings}>
      {bookings.map(({ id, space, startDate, reason }) => {
        const booking = m.leave_booking({ space: space.name, when: formatDateTime(startDate) });
        return (
          <li key={id} dir="auto">
            {reason ? m.leave_lost_why({ booking, reason }) : booking}
          </li>
        );
      })}
    </ul>
  );
}
