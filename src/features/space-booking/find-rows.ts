import * as m from '#messages';
import type { AvailableSpace } from '#contract/availability.ts';
import type { BookingRule } from '#contract/booking-rules.ts';
import type { Reservation } from '#contract/reservations.ts';
import type { Slot } from './api.ts';
import { reasonInWords } from './find-reason.ts';

export type Standing = 'free' | 'asks' | 'taken' | 'barred' | 'mine';
/** A space as a search shows it. `words`: how it stands. */
export type FindRow = {
  space: AvailableSpace;
  standing: Standing;
  words: string;
  /** The caller's own booking in the way. */
  own?: Reservation;
};
type Given = {
  spaces: readonly AvailableSpace[];
  own: readonly Reservation[];
  rules: readonly BookingRule[];
  slot: Slot;
  rangeOf: (booking: Reservation) => string;
};

const holds = ({ state }: Reservation) => state === 'booked' || state === 'checked_in';

/** The caller's own first, then what is free, then the rest with its reason; else in the server's order. */
export function findRows({ spaces, own, rules, slot, rangeOf }: Given): FindRow[] {
  const mine = new Map(own.filter(holds).map((booking) => [booking.room.id, booking]));
  const rows = spaces.map((space): FindRow => {
    const booking = mine.get(space.id);
    if (booking && !space.free)
      return { space, standing: 'mine', words: m.bookings_yours({ time: rangeOf(booking) }), own: booking };
    if (space.free)
      return space.approval
        ? { space, standing: 'asks', words: m.bookings_free_approval() }
        : { space, standing: 'free', words: m.bookings_free() };
    const standing = space.reason?.code === 'taken' ? 'taken' : 'barred';
    return { space, standing, words: reasonInWords(space, rules, slot.startDate) ?? m.bookings_taken() };
  });
  return [
    ...rows.filter(({ standing }) => standing === 'mine'),
    ...rows.filter(({ standing }) => standing !== 'mine'),
  ];
}

export const isBookable = ({ standing }: FindRow) => standing === 'free' || standing === 'asks';
