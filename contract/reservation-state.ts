import type { ReservationState } from './reservations.ts';

export type ReservationStep = 'cancel' | 'checkIn' | 'checkOut' | 'release';

const ways: Record<ReservationStep, { from: readonly ReservationState[]; to: ReservationState }> = {
  cancel: { from: ['booked', 'checked_in'], to: 'cancelled' },
  checkIn: { from: ['booked'], to: 'checked_in' },
  checkOut: { from: ['checked_in'], to: 'checked_out' },
  release: { from: ['booked'], to: 'released' },
};

/** The state that a step leads to; the same one when it has been taken already; undefined when it is not allowed. */
export function stateAfter(now: ReservationState, step: ReservationStep): ReservationState | undefined {
  const { from, to } = ways[step];
  return now === to || from.includes(now) ? to : undefined;
}
