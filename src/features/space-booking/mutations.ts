import { mutationOptions, type QueryClient, useMutation } from '@tanstack/react-query';
import type { SeriesCreate } from '#contract/reservation-series.ts';
import type { Scope } from '#contract/reservations.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import {
  addReservation,
  addSeries,
  type BookingEdit,
  cancelBetween,
  cancelReservation,
  changeReservation,
  checkInTo,
  checkOutOf,
  decideOn,
  type NewBooking,
} from './api.ts';
import { reservationOptions } from './queries.ts';

const refresh = (client: QueryClient) => client.invalidateQueries({ queryKey: bookingsKey });

const bookOptions = mutationOptions({
  mutationFn: ({ booking, key }: { booking: NewBooking; key: string }) => addReservation(booking, key),
  onSettled: (_now, _error, _asked, _before, { client }) => refresh(client),
});
export const useBook = () => useMutation(bookOptions);

const bookSeriesOptions = mutationOptions({
  mutationFn: ({ plan, key }: { plan: SeriesCreate; key: string }) => addSeries(plan, key),
  onSettled: (_now, _error, _asked, _before, { client }) => refresh(client),
});
export const useBookSeries = () => useMutation(bookSeriesOptions);

/** What is done with a booking that is there. */
export type BookingStep =
  | { kind: 'change'; id: number; body: BookingEdit; version: number }
  | { kind: 'cancel'; id: number; scope?: Scope; reason?: string }
  | { kind: 'check-in'; id: number }
  | { kind: 'check-out'; id: number }
  | { kind: 'approve' | 'decline'; id: number; reason?: string };

const take = (step: BookingStep) => {
  switch (step.kind) {
    case 'change':
      return changeReservation(step.id, step.body, step.version);
    case 'cancel': {
      const { scope, reason } = step;
      return cancelReservation(step.id, { ...(scope && { scope }), ...(reason && { reason }) });
    }
    case 'check-in':
      return checkInTo(step.id);
    case 'check-out':
      return checkOutOf(step.id);
    case 'approve':
    case 'decline':
      return decideOn(step.id, step.kind, step.reason);
  }
};
const stepOptions = mutationOptions({
  mutationFn: take,
  onSuccess: (now, _step, _before, { client }) =>
    client.setQueryData(reservationOptions(now.id).queryKey, now),
  // A refusal says that the booking, or the space, stands elsewhere than shown.
  onSettled: (_now, _error, _step, _before, { client }) => refresh(client),
});
export const useBookingStep = () => useMutation(stepOptions);

const cancelRangeOptions = mutationOptions({
  mutationFn: cancelBetween,
  onSettled: (_now, _error, _asked, _before, { client }) => refresh(client),
});
export const useCancelRange = () => useMutation(cancelRangeOptions);
