import * as m from '#messages';
import type { AvailableSpace } from '#contract/availability.ts';
import { useMe } from '#src/directory/me.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import type { FindSearch } from './find-search.ts';
import { chosenTime } from './find-when.ts';
import { dayAndTime } from '#src/directory/booking-time.ts';
import { useBook, useBookingStep } from './mutations.ts';

/** Books a space with one tap for the time that is searched; the notice takes it back. */
export function useBookSpace(search: FindSearch, zone: string, onBooked?: () => void) {
  const me = useMe();
  const { mutate, isPending, variables } = useBook();
  const { mutate: take } = useBookingStep();
  const { keyFor, settle } = useIntentionKey();
  const undo = (id: number, space: string) =>
    take(
      { kind: 'cancel', id },
      {
        onSuccess: () => notify({ message: m.bookings_undone({ space }), tone: 'success' }),
        onError: ({ message }) => notify({ message, tone: 'danger' }),
      },
    );
  const book = (space: AvailableSpace) => {
    if (isPending) return;
    // A whole day is one of the space's own calendar, whatever zone the search was made in.
    const when = chosenTime(search, search.allDay ? space.timeZone : zone, Date.now());
    const booking = {
      startDate: when.startDate,
      endDate: when.endDate,
      allDay: when.allDay,
      room: { id: space.id },
      user: { id: me.id },
      name: me.name,
      ...(search.people !== undefined && { numberOfPeople: search.people }),
    };
    mutate(
      { booking, key: keyFor(booking) },
      {
        onSuccess: (made) => {
          settle();
          const said = { space: space.name, time: dayAndTime(made, space.timeZone) };
          notify({
            message: made.approval === 'awaiting' ? m.bookings_asked(said) : m.bookings_booked(said),
            tone: 'success',
            undo: () => undo(made.id, space.name),
          });
          onBooked?.();
        },
        onError: ({ message }) => notify({ message, tone: 'danger' }),
      },
    );
  };
  return { book, booking: isPending ? variables.booking.room.id : undefined };
}
