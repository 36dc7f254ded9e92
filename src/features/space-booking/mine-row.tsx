import { Button } from '@mantine/core';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { stepsFor } from '#src/directory/booking-next.ts';
import { useMe } from '#src/directory/me.ts';
import { dayOf, formatDate, formatDateTime, formatTime } from '#src/lib/dates.ts';
import { RepeatIcon } from '#src/ui/booking-icons.tsx';
import { ClockIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { ownTime, timeRange } from '#src/directory/booking-time.ts';
import classes from './mine.module.css';
import { lookOf } from '#src/directory/booking-phases.ts';

type Props = {
  booking: Reservation;
  now: number;
  /** Say the day too, where no heading does. */
  dated?: boolean;
  busy?: boolean;
  onStep?: ((kind: 'check-in' | 'check-out', booking: Reservation) => void) | undefined;
  onCancel?: ((booking: Reservation) => void) | undefined;
};

/** One of somebody's own bookings, with the step that is next. */
export function MineRow({ booking, now, dated = false, busy = false, onStep, onCancel }: Props) {
  const me = useMe();
  const { room, startDate, timeZone, phase, series, name } = booking;
  const { word, tone, icon: Icon = ClockIcon } = lookOf(phase);
  const steps = stepsFor(booking, now);
  const here = ownTime(booking, timeZone);
  const title = name === me.name ? undefined : name;
  const place = [title, room.type.name, room.floor.name, room.floor.building.name].filter(Boolean);
  const moment = (ms: number) =>
    dayOf(ms, timeZone) === dayOf(startDate, timeZone)
      ? formatTime(ms, timeZone)
      : formatDateTime(ms, timeZone);
  return (
    <li className={classes.row}>
      <span className={classes.time}>
        {dated && <span>{formatDate(startDate, timeZone)}</span>}
        <span>{timeRange(booking, timeZone)}</span>
        {here && <span className={classes.aside}>{here}</span>}
      </span>
      <span className={classes.what}>
        <TextLink
          to="/bookings"
          search={{ booking: booking.id, date: dayOf(startDate, timeZone) }}
          className={classes.space}
        >
          <bdi>{room.name}</bdi>
        </TextLink>
        <bdi className={classes.aside}>{place.join(' · ')}</bdi>
      </span>
      <span className={classes.state}>
        <StatusBadge tone={tone} icon={Icon}>
          {word}
        </StatusBadge>
        {series && (
          <span className={classes.mark}>
            <RepeatIcon size={12} /> {m.bookings_series()}
          </span>
        )}
        {booking.private && <span className={classes.mark}>{m.bookings_private()}</span>}
        {steps.opens !== undefined && onStep && (
          <span className={classes.aside}>{m.bookings_check_in_from({ time: moment(steps.opens) })}</span>
        )}
        {steps.checkIn && booking.releaseAt !== undefined && (
          <span className={classes.aside}>{m.bookings_release_at({ time: moment(booking.releaseAt) })}</span>
        )}
        {booking.approval === 'declined' && <span className={classes.mark}>{m.rules_declined_short()}</span>}
        {booking.cancellationReason && <bdi className={classes.aside}>{booking.cancellationReason}</bdi>}
      </span>
      <span className={classes.actions}>
        {onStep && (steps.checkIn || steps.checkOut) && (
          <Button
            size="compact-sm"
            variant={steps.checkIn ? 'filled' : 'default'}
            loading={busy}
            aria-label={m.bookings_do_with({
              what: steps.checkIn ? m.bookings_check_in() : m.bookings_check_out(),
              space: room.name,
            })}
            onClick={() => onStep(steps.checkIn ? 'check-in' : 'check-out', booking)}
          >
            {steps.checkIn ? m.bookings_check_in() : m.bookings_check_out()}
          </Button>
        )}
        {onCancel && steps.cancel && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={m.bookings_do_with({ what: m.bookings_cancel(), space: room.name })}
            onClick={() => onCancel(booking)}
          >
            {m.bookings_cancel()}
          </Button>
        )}
      </span>
    </li>
  );
}
