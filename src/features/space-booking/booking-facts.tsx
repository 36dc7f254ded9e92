import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { useMe } from '#src/directory/me.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Facts } from '#src/ui/facts.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './booking.module.css';
import { clockOf } from '#src/lib/zone-clock.ts';
import { GuestList } from './guest-list.tsx';
import { lookOf } from '#src/directory/booking-phases.ts';
import { ruleWords } from '#src/directory/repeat-words.ts';
import { elsewhereWords, spanWords } from './time-words.ts';

/** What is known of a booking. */
export function BookingFacts({ booking }: { booking: Reservation }) {
  const { room, user, createdBy, timeZone, series, guests, notes, startDate, releaseAt } = booking;
  const me = useMe();
  const look = lookOf(booking.phase);
  const elsewhere = elsewhereWords(booking, timeZone);
  const date = clockOf(startDate, timeZone).slice(0, 10);
  return (
    <Facts
      facts={[
        {
          label: m.booking_state(),
          value: (
            <>
              <StatusBadge tone={look.tone} icon={look.icon}>
                {look.word}
              </StatusBadge>
              {releaseAt && booking.state === 'booked' && (
                <span className={classes.aside}>
                  {m.booking_release_at({ time: clockOf(releaseAt, timeZone).slice(11) })}
                </span>
              )}
              {booking.phase === 'awaiting-approval' && (
                <span className={classes.aside}>
                  {user.id === me.id ? m.bookings_approval_text() : m.rules_awaits_manager()}
                </span>
              )}
              {booking.approval === 'declined' && <span className={classes.aside}>{m.rules_declined()}</span>}
            </>
          ),
        },
        {
          label: m.booking_when(),
          value: (
            <>
              {spanWords(booking, timeZone)}
              {elsewhere && <span className={classes.aside}>{elsewhere}</span>}
            </>
          ),
        },
        {
          label: m.booking_where(),
          value: (
            <>
              <bdi>{room.name}</bdi>
              <span className={classes.aside}>
                {room.floor.name}, {room.floor.building.name}
              </span>
              <span className={classes.links}>
                <TextLink
                  size="sm"
                  to="/floors/$floorId"
                  params={{ floorId: room.floor.id }}
                  search={{ space: room.id }}
                >
                  {m.booking_plan()}
                </TextLink>
                <TextLink
                  size="sm"
                  to="/bookings/space/$roomId"
                  params={{ roomId: room.id }}
                  search={{ date }}
                >
                  {m.booking_space_week()}
                </TextLink>
              </span>
            </>
          ),
        },
        {
          label: m.booking_who(),
          value: (
            <TextLink size="sm" to="/people/$userId" params={{ userId: user.id }}>
              <bdi>{user.name}</bdi>
            </TextLink>
          ),
        },
        { label: m.booking_booked_by(), value: createdBy && createdBy.id !== user.id && createdBy.name },
        { label: m.booking_people(), value: formatNumber(booking.numberOfPeople) },
        {
          label: m.booking_guests(),
          value: guests && guests.length > 0 && <GuestList booking={booking} />,
        },
        { label: m.booking_notes(), value: notes && <span className={classes.notes}>{notes}</span> },
        { label: m.booking_private(), value: booking.private && m.booking_private_text() },
        { label: m.booking_series(), value: series && ruleWords(series.rule) },
        { label: m.booking_reason(), value: booking.cancellationReason },
      ]}
    />
  );
}
