import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { notify } from '#src/ui/notify.ts';
import { useBookingStep } from './mutations.ts';

/** Checks in and out; says so, or why not. `busy`: the booking it is being done with. */
export function useMineSteps() {
  const { mutate, isPending, variables } = useBookingStep();
  const take = (kind: 'check-in' | 'check-out', { id, room }: Reservation) => {
    const done = kind === 'check-in' ? m.bookings_checked_in_now : m.bookings_checked_out_now;
    mutate(
      { kind, id },
      {
        onSuccess: () => notify({ message: done({ space: room.name }), tone: 'success' }),
        onError: ({ message }) => notify({ message, tone: 'danger' }),
      },
    );
  };
  return { take, busy: isPending ? variables.id : undefined };
}
