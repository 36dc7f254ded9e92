import * as m from '#messages';
import type { Home } from '#contract/home.ts';
import type { Reservation } from '#contract/reservations.ts';
import { stepsFor } from '#src/directory/booking-next.ts';
import { lookOf } from '#src/directory/booking-phases.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { dayOf, formatTime } from '#src/lib/dates.ts';
import { clockOf } from '#src/lib/zone-clock.ts';
import { ClockIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import type { Doing } from './acts.tsx';
import { bookingActs, linkToBooking, titleOf, whenOf } from './booking-lines.tsx';
import classes from './home.module.css';
import type { Now } from './line.ts';
import { Part, Row } from './part.tsx';

type Props = { part: NonNullable<Home['bookings']>; at: Now; doing: Doing };

/** What somebody has booked, today first, and the ways to more. */
export function OwnBookings({ part: { total, items }, at, doing }: Props) {
  const { now, me } = at;
  return (
    <Part
      title={m.home_bookings()}
      total={total}
      empty={m.home_bookings_none()}
      tools={
        <>
          <Again booking={items.find(({ allDay, user }) => !allDay && user.id === me.id)} now={now} />
          <LinkButton
            to="/bookings/find"
            search={{ date: daysLater(dayOf(now, me.timeZone), 1) }}
            size="compact-sm"
            variant="default"
          >
            {m.home_book_tomorrow()}
          </LinkButton>
          <LinkButton to="/bookings/find" size="compact-sm" variant="light">
            {m.home_book()}
          </LinkButton>
        </>
      }
      all={<TextLink to="/bookings/mine">{m.home_bookings_all()}</TextLink>}
    >
      {items.map((booking) => (
        <Row
          key={booking.id}
          of={`booking-${booking.id}`}
          when={whenOf(booking, now)}
          title={linkToBooking(booking)(<bdi>{booking.room.name}</bdi>)}
          asides={[titleOf(booking), booking.room.floor.name, booking.room.floor.building.name]}
          state={<State booking={booking} now={now} />}
          acts={bookingActs(booking, now)}
          doing={doing}
        />
      ))}
    </Part>
  );
}

function State({ booking, now }: { booking: Reservation; now: number }) {
  const { opens } = stepsFor(booking, now);
  const { timeZone, phase } = booking;
  const { word, tone, icon = ClockIcon } = lookOf(phase);
  const today = opens !== undefined && dayOf(opens, timeZone) === dayOf(now, timeZone);
  if (today)
    return (
      <span className={classes.time}>{m.home_check_in_from({ time: formatTime(opens, timeZone) })}</span>
    );
  return phase === 'upcoming' ? null : (
    <StatusBadge tone={tone} icon={icon}>
      {word}
    </StatusBadge>
  );
}

/** The search for the same space at the same hours of tomorrow. */
function Again({ booking, now }: { booking: Reservation | undefined; now: number }) {
  if (!booking) return null;
  const { room, startDate, endDate, timeZone } = booking;
  const tomorrow = daysLater(dayOf(now, timeZone), 1);
  const [from, to] = [clockOf(startDate, timeZone), clockOf(endDate, timeZone)];
  // What goes on over midnight, or is for tomorrow already, is no model for tomorrow.
  if (from.slice(0, 10) !== to.slice(0, 10) || from.startsWith(tomorrow)) return null;
  return (
    <LinkButton
      to="/bookings/find"
      search={{
        date: tomorrow,
        from: from.slice(11),
        to: to.slice(11),
        building: room.floor.building.id,
        near: room.id,
      }}
      size="compact-sm"
      variant="default"
      maw="100%"
    >
      <bdi className={classes.cut}>{m.home_book_again({ space: room.name })}</bdi>
    </LinkButton>
  );
}
