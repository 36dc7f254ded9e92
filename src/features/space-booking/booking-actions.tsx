import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { queryString } from '#src/lib/query-string.ts';
import { useStore } from '#src/lib/store.ts';
import { LinkIcon, SeatedIcon } from '#src/ui/booking-icons.tsx';
import { CheckIcon, PencilIcon, SignOutIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import classes from './booking.module.css';
import { actionsFor } from './actions.ts';
import { EditBooking } from './edit-booking.tsx';
import { titleOf } from './day-model.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { type BookingStep, useBookingStep } from './mutations.ts';
import { managesBookings } from './rights.ts';
import { clockOf } from '#src/lib/zone-clock.ts';

/** What can be done with a booking as it stands, the next step first. */
export function BookingActions({ booking }: { booking: Reservation }) {
  const me = useMe();
  const now = useStore(minute);
  const { mutate, isPending, variables } = useBookingStep();
  const [asking, setAsking] = useState<'edit' | 'cancel' | 'decline'>();
  const can = actionsFor(booking, { manages: managesBookings(me), mine: booking.user.id === me.id, now });
  const title = titleOf(booking);
  const take = (step: BookingStep, message: string) =>
    mutate(step, {
      onSuccess: () => notify({ message }),
      onError: (error) => notify({ tone: 'danger', message: error.message }),
    });
  const busy = (kind: BookingStep['kind']) => isPending && variables.kind === kind;
  const { id } = booking;
  async function copyLink() {
    try {
      const date = clockOf(booking.startDate, booking.timeZone).slice(0, 10);
      const search = queryString({ building: booking.room.floor.building.id, date, booking: id });
      await navigator.clipboard.writeText(`${location.origin}/bookings?${search}`);
      notify({ message: m.booking_copied() });
    } catch {
      notify({ tone: 'danger', message: m.booking_copy_failed() });
    }
  }
  return (
    <>
      <div className={classes.ways}>
        {can.decide && (
          <Button
            leftSection={<CheckIcon size={16} />}
            loading={busy('approve')}
            onClick={() => take({ kind: 'approve', id }, m.booking_approved({ title }))}
          >
            {m.booking_approve()}
          </Button>
        )}
        {can.decide && (
          <Button variant="default" onClick={() => setAsking('decline')}>
            {m.booking_decline()}
          </Button>
        )}
        {can.checkIn && (
          <Button
            leftSection={<SeatedIcon size={16} />}
            loading={busy('check-in')}
            onClick={() => take({ kind: 'check-in', id }, m.booking_checked_in())}
          >
            {m.booking_check_in()}
          </Button>
        )}
        {can.checkOut && (
          <Button
            leftSection={<SignOutIcon size={16} />}
            loading={busy('check-out')}
            onClick={() => take({ kind: 'check-out', id }, m.booking_checked_out())}
          >
            {m.booking_check_out()}
          </Button>
        )}
        {can.edit && (
          <Button variant="default" leftSection={<PencilIcon size={16} />} onClick={() => setAsking('edit')}>
            {m.booking_edit()}
          </Button>
        )}
        {can.cancel && (
          <Button variant="default" onClick={() => setAsking('cancel')}>
            {m.booking_cancel()}
          </Button>
        )}
        <Button variant="subtle" leftSection={<LinkIcon size={16} />} onClick={() => void copyLink()}>
          {m.booking_copy()}
        </Button>
      </div>
      {can.soon && (
        <p className={classes.hint}>
          {m.booking_check_in_from({ time: clockOf(booking.checkInFrom, booking.timeZone).slice(11) })}
        </p>
      )}
      {asking === 'edit' && <EditBooking booking={booking} onClose={() => setAsking(undefined)} />}
      {(asking === 'cancel' || asking === 'decline') && (
        <LeaveDialog booking={booking} kind={asking} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
}
