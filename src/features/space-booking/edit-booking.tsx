import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { useMe } from '#src/directory/me.ts';
import { managesBookings } from '#src/directory/rights.ts';
import { notify } from '#src/ui/notify.ts';
import { BookingForm } from './booking-form.tsx';
import { titleOf } from './day-model.ts';
import { EditConflict } from './edit-conflict.tsx';
import { missingIn, showRefusal } from './form-problems.ts';
import { type BookingFields, editOf, fieldsOf, guestText, slotOf } from './form-values.ts';
import { useBookingStep } from './mutations.ts';

type Props = { booking: Reservation; onClose: () => void };

/** Changes a booking, or of a series this and others. Who changed it meanwhile is told before it is overwritten. */
export function EditBooking({ booking, onClose }: Props) {
  const me = useMe();
  const { mutateAsync, isPending } = useBookingStep();
  /** What the form was begun on: only what differs from it is sent. */
  const [base, setBase] = useState(booking);
  const form = useForm<BookingFields>({ defaultValues: fieldsOf(booking) });
  // The page hears of others' changes; nothing of it can be of this form, which closes once it has saved.
  const theirs = !isPending && booking.dateUpdated !== base.dateUpdated ? booking : undefined;
  const onSubmit = form.handleSubmit(async (fields) => {
    const missing = missingIn(fields, (base.guests ?? []).map(guestText));
    for (const [at, message] of missing)
      form.setError(at, { message }, { shouldFocus: at === missing[0]![0] });
    if (missing.length > 0) return;
    const slot = slotOf(fields, base.timeZone);
    if (!slot) return form.setError('end', { message: m.booking_need_later() }, { shouldFocus: true });
    const body = editOf(base, fields, slot);
    if (!body) return onClose();
    try {
      const version = (theirs ?? base).dateUpdated;
      const saved = await mutateAsync({ kind: 'change', id: booking.id, body, version });
      notify({ message: m.booking_saved({ title: titleOf(saved) }) });
      onClose();
    } catch (error) {
      showRefusal(form, error, managesBookings(me));
    }
  });
  return (
    <BookingForm
      title={m.booking_edit()}
      submitLabel={theirs ? m.rules_conflict_mine() : m.booking_save()}
      form={form}
      onSubmit={(event) => {
        form.clearErrors();
        void onSubmit(event);
      }}
      onClose={onClose}
      busy={isPending}
      zone={base.timeZone}
      building={base.room.floor.building.id}
      own={base.room}
      manages={managesBookings(me)}
      kind={base.series ? 'series' : 'single'}
      notice={
        theirs && (
          <EditConflict
            base={base}
            theirs={theirs}
            onTheirs={() => {
              form.reset(fieldsOf(theirs));
              setBase(theirs);
            }}
          />
        )
      }
    />
  );
}
