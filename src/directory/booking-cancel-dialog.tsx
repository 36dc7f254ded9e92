import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { type Reservation, type Scope, scopes } from '#contract/reservations.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { dayAndTime } from './booking-time.ts';

const labels: Record<Scope, () => string> = {
  this: m.bookings_scope_this,
  following: m.bookings_scope_following,
  all: m.bookings_scope_all,
};
type Props = {
  booking: Reservation;
  busy: boolean;
  problem: string | undefined;
  /** Without a scope: it is no series. */
  onConfirm: (scope: Scope | undefined) => void;
  onClose: () => void;
};

/** Asks before a booking is cancelled, for nobody can bring it back; of a series, how much of it. */
export function BookingCancelDialog({ booking, busy, problem, onConfirm, onClose }: Props) {
  const { room, series, timeZone } = booking;
  const [scope, setScope] = useState<Scope>('this');
  return (
    <Confirm
      opened
      danger
      title={m.bookings_cancel_title()}
      confirmLabel={m.bookings_do_cancel()}
      cancelLabel={m.bookings_keep()}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => onConfirm(series && scope)}
    >
      <p>
        <bdi>{room.name}</bdi>, {dayAndTime(booking, timeZone)}
      </p>
      {series && (
        <Radio.Group
          label={m.bookings_cancel_which()}
          value={scope}
          onChange={(value) => setScope(scopes.find((one) => one === value) ?? 'this')}
        >
          <Stack gap={6} mt={6}>
            {scopes.map((one) => (
              <Radio key={one} value={one} label={labels[one]()} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Confirm>
  );
}
