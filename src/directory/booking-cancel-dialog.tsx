import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { type Reservation, type Scope, scopes } from '#contract/reservations.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { dayAndTime } from './find-words.ts';
import { useBookingStep } from './mutations.ts';

const labels: Record<Scope, () => string> = {
  this: m.bookings_scope_this,
  following: m.bookings_scope_following,
  all: m.bookings_scope_all,
};

/** Asks before a booking is cancelled, for nobody can bring it back; of a series, how much of it. */
export function MineCancelDialog({ booking, onClose }: { booking: Reservation; onClose: () => void }) {
  const { id, room, series, timeZone } = booking;
  const [scope, setScope] = useState<Scope>('this');
  const { mutate, isPending, error } = useBookingStep();
  return (
    <Confirm
      opened
      danger
      title={m.bookings_cancel_title()}
      confirmLabel={m.bookings_do_cancel()}
      cancelLabel={m.bookings_keep()}
      busy={isPending}
      problem={error?.message}
      onClose={onClose}
      onConfirm={() =>
        mutate(
          { kind: 'cancel', id, ...(series && { scope }) },
          {
            onSuccess: () => {
              notify({ message: m.bookings_cancelled_now({ space: room.name }), tone: 'success' });
              onClose();
            },
          },
        )
      }
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
