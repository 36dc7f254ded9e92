import { Button } from '@mantine/core';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { dayOf } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { RepeatIcon } from '#src/ui/booking-icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { titleOf } from './day-model.ts';
import classes from './mine.module.css';
import { spanWords } from './time-words.ts';

type Props = {
  booking: Reservation;
  busy: boolean;
  onApprove: () => void;
  onDecline: () => void;
};

/** A booking that waits for a yes or no: what, where, when, whose, and what was said about it. */
export function ApprovalRow({ booking, busy, onApprove, onDecline }: Props) {
  const { room, user, timeZone, startDate, series, numberOfPeople, notes } = booking;
  const title = titleOf(booking);
  const words = { title, name: user.name };
  return (
    <li className={classes.row} data-approval={booking.id}>
      <span className={classes.time}>{spanWords(booking, timeZone)}</span>
      <span className={classes.what}>
        <TextLink
          to="/bookings"
          search={{
            booking: booking.id,
            building: room.floor.building.id,
            date: dayOf(startDate, timeZone),
          }}
          className={classes.space}
        >
          <bdi>{room.name}</bdi>
        </TextLink>
        <bdi className={classes.aside}>
          {[room.type.name, room.floor.name, room.floor.building.name].join(' · ')}
        </bdi>
      </span>
      <span className={classes.state}>
        <bdi>{user.name}</bdi>
        <bdi className={classes.aside}>{title}</bdi>
        <span className={classes.aside}>
          {m.rules_people({ count: numberOfPeople, number: formatNumber(numberOfPeople) })}
        </span>
        {series && (
          <span className={classes.mark}>
            <RepeatIcon size={12} /> {m.bookings_series()}
          </span>
        )}
        {notes && (
          <bdi className={classes.aside} title={notes}>
            {notes.length > 200 ? `${notes.slice(0, 200)}…` : notes}
          </bdi>
        )}
      </span>
      <span className={classes.actions}>
        <Button
          size="compact-sm"
          variant="light"
          loading={busy}
          aria-label={m.rules_approve_what(words)}
          onClick={onApprove}
        >
          {m.booking_approve()}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={busy}
          aria-label={m.rules_decline_what(words)}
          onClick={onDecline}
        >
          {m.booking_decline()}
        </Button>
      </span>
    </li>
  );
}
