import * as m from '#messages';
import { dayHeading, dayOf, formatDate, formatTime } from '#src/lib/dates.ts';

/** The zone of whoever looks, as their device has it. */
export const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

type Timed = { startDate: number; endDate: number; allDay: boolean };

/** 09:00 – 17:00, "All day", or with its days what goes on beyond one. */
export function timeRange({ startDate, endDate, allDay }: Timed, zone: string): string {
  const lastDay = dayOf(endDate - 1, zone);
  const oneDay = dayOf(startDate, zone) === lastDay;
  if (allDay)
    return oneDay
      ? m.bookings_all_day()
      : m.bookings_range({ from: formatDate(startDate, zone), to: formatDate(endDate - 1, zone) });
  const [from, to] = [formatTime(startDate, zone), formatTime(endDate, zone)];
  return oneDay
    ? m.bookings_range({ from, to })
    : m.bookings_range({
        from: `${formatDate(startDate, zone)}, ${from}`,
        to: `${formatDate(endDate, zone)}, ${to}`,
      });
}

/** Tomorrow, 09:00 – 17:00 */
export const dayAndTime = (booking: Timed, zone: string, now = Date.now()) =>
  `${dayHeading(booking.startDate, zone, now)}, ${timeRange(booking, zone)}`;

/** What the reader's own clock shows then, where it shows something else: 03:00 – 11:00 your time. */
export function ownTime(booking: Timed, zone: string, reader = ownZone()): string | undefined {
  if (booking.allDay) return undefined;
  const there = timeRange(booking, zone);
  const here = timeRange(booking, reader);
  return here === there ? undefined : m.bookings_your_time({ time: here });
}
