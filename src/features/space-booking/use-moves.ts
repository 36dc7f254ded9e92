import { useState } from 'react';
import * as m from '#messages';
import type { Scope } from '#contract/reservations.ts';
import { notify } from '#src/ui/notify.ts';
import type { BookingEdit, Slot } from './api.ts';
import { type Placed, titleOf } from './day-model.ts';
import { useBookingStep } from './mutations.ts';
import { spanWords } from './time-words.ts';

type Question = { title: string; answer: (scope: Scope | undefined) => void };
/** Nothing to be said: the reader let it be. */
class LetBe extends Error {}

/** Moves bookings to another time or space, with undo; of a series, after asking which of them. */
export function useMoves() {
  const { mutateAsync } = useBookingStep();
  const [question, setQuestion] = useState<Question>();
  const ask = (title: string) =>
    new Promise<Scope>((resolve, reject) =>
      setQuestion({
        title,
        answer: (scope) => {
          setQuestion(undefined);
          if (scope) resolve(scope);
          else reject(new LetBe());
        },
      }),
    );
  /** @returns the version that it has then */
  async function change(id: number, body: BookingEdit, version: number): Promise<number> {
    try {
      return (await mutateAsync({ kind: 'change', id, body, version })).dateUpdated;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notify({ tone: 'danger', message: m.booking_not_moved({ reason }) });
      throw error;
    }
  }
  /** @throws when it stays where it was; what was said about it has been said */
  async function move({ booking, space }: Placed, to: Slot & { room?: number }): Promise<void> {
    const title = titleOf(booking);
    const moved = to.startDate !== booking.startDate || to.endDate !== booking.endDate;
    const scope = booking.seriesId === undefined ? undefined : await ask(title);
    const body = {
      ...(moved && { startDate: to.startDate, endDate: to.endDate, allDay: false }),
      ...(to.room !== undefined && to.room !== space.id && { room: { id: to.room } }),
    };
    const version = await change(booking.id, { ...body, ...(scope && { scope }) }, booking.dateUpdated);
    const before = {
      ...(body.startDate && {
        startDate: booking.startDate,
        endDate: booking.endDate,
        allDay: booking.allDay,
      }),
      ...(body.room && { room: { id: space.id } }),
      // Those that followed are a series of their own by now.
      ...(scope && { scope: scope === 'this' ? scope : ('all' as const) }),
    };
    const words = (slot: Slot) => ({ title, time: spanWords({ ...slot, allDay: false }, space.timeZone) });
    notify({
      message: m.booking_moved(words(to)),
      undo: () =>
        void change(booking.id, before, version).then(
          () => notify({ message: m.booking_moved_back(words(booking)) }),
          () => {},
        ),
    });
  }
  return { move, question };
}
