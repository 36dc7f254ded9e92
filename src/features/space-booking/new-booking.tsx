import { useState } from 'react';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { SeriesPlan } from '#contract/reservation-series.ts';
import { useMe } from '#src/directory/me.ts';
import { managesBookings } from '#src/directory/rights.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import { previewSeries, type Slot } from './api.ts';
import { BookingForm } from './booking-form.tsx';
import { missingIn, showRefusal } from './form-problems.ts';
import { type BookingFields, bookingOf, freshFields, planOf, slotOf } from './form-values.ts';
import { useBook } from './mutations.ts';
import { SeriesDates } from './series-dates.tsx';
import { spanWords } from './time-words.ts';

type Props = {
  slot: Slot;
  /** The space that was pressed. */
  space: { id: number; name: string } | undefined;
  building: number | undefined;
  zone: string;
  /** @param id the booking that was made; undefined when none was, or many */
  onClose: (id?: number) => void;
};

/** A new booking, or a series of them: what, where and when first; then, for a series, its dates with what is in the way. */
export function NewBooking({ slot, space, building, zone, onClose }: Props) {
  const me = useMe();
  const { mutateAsync, isPending } = useBook();
  const { keyFor, settle } = useIntentionKey();
  const name = m.booking_name_default({ name: me.firstName || me.name });
  const person = { id: me.id, name: me.name };
  const form = useForm<BookingFields>({
    defaultValues: freshFields({ ...slot, room: space?.id, name, person }, zone),
  });
  const [plan, setPlan] = useState<SeriesPlan>();
  const [looking, setLooking] = useState(false);

  async function book(fields: BookingFields, when: Slot) {
    const booking = bookingOf(fields, when);
    const made = await mutateAsync({ booking, key: keyFor(booking) });
    settle();
    const words = { space: made.room.name, time: spanWords(made, made.timeZone) };
    notify({
      message: made.approval === 'awaiting' ? m.booking_booked_awaiting(words) : m.booking_booked(words),
    });
    onClose(made.id);
  }
  async function look(fields: BookingFields, when: Slot) {
    setLooking(true);
    const asked = planOf(fields, when);
    await previewSeries(asked).finally(() => setLooking(false));
    setPlan(asked);
  }
  const onSubmit = form.handleSubmit(async (fields) => {
    const missing = missingIn(fields);
    for (const [at, message] of missing)
      form.setError(at, { message }, { shouldFocus: at === missing[0]![0] });
    const when = slotOf(fields, zone);
    if (missing.length > 0) return;
    if (!when) return form.setError('end', { message: m.booking_need_later() }, { shouldFocus: true });
    try {
      await (fields.repeat.every === 'none' ? book : look)(fields, when);
    } catch (error) {
      showRefusal(form, error, managesBookings(me));
    }
  });
  const repeats = form.watch('repeat.every') !== 'none';
  if (plan)
    return (
      <SeriesDates
        plan={plan}
        building={building}
        onBack={() => setPlan(undefined)}
        onClose={() => onClose()}
      />
    );
  return (
    <BookingForm
      title={m.booking_new()}
      submitLabel={repeats ? m.booking_check() : m.booking_book()}
      form={form}
      onSubmit={(event) => {
        form.clearErrors();
        void onSubmit(event);
      }}
      onClose={() => onClose()}
      busy={isPending || looking}
      zone={zone}
      building={building}
      own={space}
      manages={managesBookings(me)}
      kind="new"
    />
  );
}
