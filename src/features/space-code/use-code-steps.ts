import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Reservation } from '#contract/reservations.ts';
import { useRef } from 'react';
import * as m from '#messages';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import { stepWith, swapTo, walkInTo } from './api.ts';
import { timeWords } from './standing.ts';

export type Step =
  | { kind: 'walk-in'; endDate: number }
  | { kind: 'swap'; booking: number; from: { id: number; name: string } }
  | { kind: 'check-in' | 'check-out'; booking: number };
type Space = { id: number; name: string };

const take = ({ id }: Space, step: Step, key: string) => {
  if (step.kind === 'walk-in') return walkInTo(id, step.endDate, key);
  if (step.kind === 'swap') return swapTo(id, step.booking, key);
  return stepWith(step.booking, step.kind === 'check-in' ? 'checkIn' : 'checkOut', key);
};

/** The steps that one tap takes at a space; what can be taken back says so. `problem`: why the last one was refused. */
export function useCodeSteps(space: Space) {
  const client = useQueryClient();
  const { keyFor, settle } = useIntentionKey();
  // Known at once, which what is drawn is not: the second of two quick taps does nothing.
  const running = useRef(false);
  const read = () => client.invalidateQueries({ queryKey: ['reservations'] });
  const undo = (work: () => Promise<Reservation>, message: string) => () =>
    void work()
      .then(
        () => notify({ message, tone: 'success' }),
        (error: Error) => notify({ message: error.message, tone: 'danger' }),
      )
      .finally(read);
  const said = (step: Step, made: Reservation) => {
    switch (step.kind) {
      case 'walk-in':
        return {
          message: m.code_done_walk_in({
            space: space.name,
            time: timeWords(made.endDate, made.startDate, made.timeZone),
          }),
          undo: undo(() => stepWith(made.id, 'cancel'), m.code_undone_walk_in({ space: space.name })),
        };
      case 'swap':
        return {
          message: m.code_done_swap({ space: space.name, from: step.from.name }),
          undo: undo(() => swapTo(step.from.id, step.booking), m.code_undone_swap({ space: step.from.name })),
        };
      case 'check-in':
        return { message: m.code_done_in({ space: space.name }) };
      case 'check-out':
        return { message: m.code_done_out({ space: space.name }) };
    }
  };
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (step: Step) => take(space, step, keyFor(step)),
    onSuccess: (made, step) => {
      settle();
      notify({ ...said(step, made), tone: 'success' });
    },
    // A refusal says that the space stands otherwise than shown. The next tap comes when it is read again.
    onSettled: () => {
      running.current = false;
      return read();
    },
  });
  const go = (step: Step) => {
    if (running.current) return;
    running.current = true;
    mutate(step);
  };
  return { go, busy: isPending ? variables.kind : undefined, problem: error?.message };
}
