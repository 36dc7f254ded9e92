import * as m from '#messages';
import type { Reservation } from '#contract/reservations.ts';
import { BookingCancelDialog } from '#src/directory/booking-cancel-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { useBookingStep } from './mutations.ts';

/** Cancels one of somebody's own bookings, or more of its series, when they say so. */
export function MineCancelDialog({ booking, onClose }: { booking: Reservation; onClose: () => void }) {
  const { id, room } = booking;
  const { mutate, isPending, error } = useBookingStep();
  return (
    <BookingCancelDialog
      booking={booking}
      busy={isPending}
      problem={error?.message}
      onClose={onClose}
      onConfirm={(scope) =>
        mutate(
          { kind: 'cancel', id, ...(scope && { scope }) },
          {
            onSuccess: () => {
              notify({ message: m.bookings_cancelled_now({ space: room.name }), tone: 'success' });
              onClose();
            },
          },
        )
      }
    />
  );
}
