import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { archiveMove, type MoveStepName, takeMoveStep } from '#src/directory/move-api.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { notify } from '#src/ui/notify.ts';

type Step = MoveStepName | 'archive';
const said: Record<Step, () => string> = {
  approve: m.moves_did_approve,
  reject: m.moves_did_reject,
  reopen: m.moves_did_reopen,
  start: m.moves_did_start,
  archive: m.moves_did_archive,
  unarchive: m.moves_did_unarchive,
};
/** What takes a step back. Of work that has begun nobody knows who would approve it again. */
const back: Partial<Record<Step, Step>> = {
  approve: 'reopen',
  reject: 'reopen',
  archive: 'unarchive',
  unarchive: 'archive',
};

/** Takes a move a step on, says so, and offers to take it back where that is possible. */
export function useMoveSteps(move: Pick<MoveRequest, 'id'>) {
  const write = useMoveWrite(async ({ step, note }: { step: Step; note?: string | undefined }) => {
    if (step === 'archive') await archiveMove(move.id);
    else await takeMoveStep(move.id, step, note);
  });
  const undo = async (step: Step) => {
    try {
      await write.mutateAsync({ step });
      notify({ message: said[step]() });
    } catch (error) {
      notify({ message: (error as Error).message, tone: 'danger' });
    }
  };
  return {
    error: write.error,
    isPending: write.isPending,
    reset: write.reset,
    /** @param note why; asked for where it is turned down */
    take: (step: Step, note?: string, onDone?: () => void) =>
      write.mutate(
        { step, note },
        {
          onSuccess: () => {
            const other = back[step];
            notify({
              message: said[step](),
              tone: 'success',
              ...(other && { undo: () => void undo(other) }),
            });
            onDone?.();
          },
          onError: (error) => {
            if (!onDone) notify({ message: error.message, tone: 'danger' });
          },
        },
      ),
  };
}
