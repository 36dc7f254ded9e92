import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { useMe } from '#src/directory/me.ts';
import { managesBookings } from '#src/directory/rights.ts';
import { notify } from '#src/ui/notify.ts';
import { BookingForm } from './booking-form.tsx';
import { titleOf } from './day-model.ts';
import { missingIn, showRefusal } from './form-problems.ts';
import { type BookingFields, editOf, fieldsOf, guestText, slotOf } from './form-values.ts';
import { useBookingStep } from './mutations.ts';

type Props = { booking: Reservation; onClose: () => void };

/** Changes a booking, or of a series this and others. */
export function EditBooking({ booking, onClose }: Props) {
  const me = useMe();
  const { mutateAsync, isPending } = useBookingStep();
  const form = useForm<BookingFields>({ defaultValues: fieldsOf(booking) });
  const onSubmit = form.handleSubmit(async (fields) => {
    const missing = missingIn(fields, (booking.guests ?? []).map(guestText));
    for (const [at, message] of missing)
      form.setError(at, { message }, { shouldFocus: at === missing[0]![0] });
    if (missing.length > 0) return;
    const slot = slotOf(fields, booking.timeZone);
    if (!slot) return form.setError('end', { message: m.booking_need_later() }, { shouldFocus: true });
    const body = editOf(booking, fields, slot);
    if (!body) return onClose();
    try {
      const saved = await mutateAsync({ kind: 'change', id: booking.id, body });
      notify({ message: m.booking_saved({ title: titleOf(saved) }) });
      onClose();
    } catch (error) {
      showRefusal(form, error);
    }
  });
  return (
    <BookingForm
      title={m.booking_edit()}
      submitLabel={m.booking_save()}
      form={form}
      onSubmit={(event) => {
        form.clearErrors();
        void onSubmit(event);
      }}
      onClose={onClose}
      busy={isPending}
      zone={booking.timeZone}
      building={booking.room.floor.building.id}
      own={booking.room}
      manages={managesBookings(me)}
      kind={booking.series ? 'series' : 'single'}
    />
  );
}
