import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Reservation, Scope } from '#contract/reservations.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import classes from './booking.module.css';
import { titleOf } from './day-model.ts';
import { useBookingStep } from './mutations.ts';
import { ScopeField } from './scope-dialog.tsx';

type Props = { booking: Reservation; kind: 'cancel' | 'decline'; onClose: () => void };

/** Cancels a booking, or of a series more of it; or declines one. Asked first, because it cannot be taken back. */
export function LeaveDialog({ booking, kind, onClose }: Props) {
  const { mutate, isPending, error } = useBookingStep();
  const [scope, setScope] = useState<Scope>('this');
  const [reason, setReason] = useState('');
  const title = titleOf(booking);
  const { id } = booking;
  const said = reason.trim() ? { reason: reason.trim() } : {};
  const cancels = kind === 'cancel';
  return (
    <FormDialog
      title={cancels ? m.booking_cancel_title({ title }) : m.booking_decline_title({ title })}
      submitLabel={cancels ? m.booking_cancel() : m.booking_decline()}
      back={
        <Button variant="default" onClick={onClose} data-autofocus>
          {m.booking_cancel_keep()}
        </Button>
      }
      busy={isPending}
      problem={error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        mutate(cancels ? { kind, id, ...(booking.series && { scope }), ...said } : { kind, id, ...said }, {
          onSuccess: () => {
            notify({ message: cancels ? m.booking_cancelled({ title }) : m.booking_declined({ title }) });
            onClose();
          },
        });
      }}
    >
      <p className={classes.hint}>{m.booking_cancel_text()}</p>
      {cancels && booking.series && <ScopeField value={scope} onChange={setScope} />}
      <Textarea
        label={m.booking_cancel_reason()}
        dir="auto"
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
