import { useMutation, useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { notify } from '#src/ui/notify.ts';
import { archiveMove, type MoveStepName, takeMoveStep } from './move-api.ts';
import { movesKey } from './move-queries.ts';

export type MoveDoing = MoveStepName | 'archive';
const said: Record<MoveDoing, () => string> = {
  approve: m.moves_did_approve,
  reject: m.moves_did_reject,
  reopen: m.moves_did_reopen,
  start: m.moves_did_start,
  archive: m.moves_did_archive,
  unarchive: m.moves_did_unarchive,
};
/** What takes a step back. Of work that has begun nobody knows who would approve it again. */
const wayBack: Partial<Record<MoveDoing, MoveDoing>> = {
  approve: 'reopen',
  reject: 'reopen',
  archive: 'unarchive',
  unarchive: 'archive',
};

type Wish = {
  /** Why; asked for where it is turned down. */
  note?: string | undefined;
  /** Whether the step back leads to where the move came from. */
  undoable?: boolean;
};

/** Takes moves a step on, says so, and offers to take it back where that is possible. */
export function useMoveStep() {
  const client = useQueryClient();
  /** @throws the server's refusal; what is on screen is read again either way */
  return async function take(
    id: number,
    step: MoveDoing,
    { note, undoable = true }: Wish = {},
  ): Promise<void> {
    const back = undoable ? wayBack[step] : undefined;
    const undo = (other: MoveDoing) =>
      void take(id, other, { undoable: false }).catch(({ message }: Error) =>
        notify({ message, tone: 'danger' }),
      );
    try {
      if (step === 'archive') await archiveMove(id);
      else await takeMoveStep(id, step, note);
      notify({ message: said[step](), tone: 'success', ...(back && { undo: () => undo(back) }) });
    } finally {
      await client.invalidateQueries({ queryKey: movesKey });
    }
  };
}

/** The steps of one move, where its page tells how they go. */
export function useMoveSteps(move: Pick<MoveRequest, 'id'>) {
  const takeStep = useMoveStep();
  const write = useMutation({
    mutationFn: ({ step, note }: { step: MoveDoing; note?: string | undefined }) =>
      takeStep(move.id, step, { note }),
  });
  return {
    error: write.error,
    isPending: write.isPending,
    reset: write.reset,
    take: (step: MoveDoing, note?: string, onDone?: () => void) =>
      write.mutate(
        { step, note },
        {
          onSuccess: () => onDone?.(),
          onError: (error) => {
            if (!onDone) notify({ message: error.message, tone: 'danger' });
          },
        },
      ),
  };
}
