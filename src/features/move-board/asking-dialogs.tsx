import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { MoveCard } from '#contract/moves-board.ts';
import { MoveRejectDialog } from '#src/directory/move-reject-dialog.tsx';
import { useMoveStep } from '#src/directory/use-move-steps.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { comesBack } from './board-steps.ts';
import classes from './board.module.css';
import { conflictsOptions } from './queries.ts';

type Props = { move: MoveCard; onClose: () => void };

/** Why a move is turned down. What the server refuses is told in the dialog. */
export function RejectDialog({ move, onClose }: Props) {
  const take = useMoveStep();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: (note: string) => take(move.id, 'reject', { note, undoable: comesBack(move.status) }),
  });
  return (
    <MoveRejectDialog
      busy={isPending}
      problem={error?.message}
      onReject={(note) => void mutateAsync(note).then(onClose, () => undefined)}
      onClose={onClose}
    />
  );
}

/** What speaks against a move, before it is approved all the same. */
export function ApproveDialog({ move, onClose }: Props) {
  const { data, error: unread } = useQuery(conflictsOptions(move.id));
  const take = useMoveStep();
  const { mutateAsync, isPending, error } = useMutation({
    mutationFn: () => take(move.id, 'approve', { undoable: comesBack(move.status) }),
  });
  return (
    <Confirm
      opened
      title={m.moves_approve_title({ count: data?.length ?? move.conflicts })}
      confirmLabel={m.moves_approve_anyway()}
      busy={isPending}
      problem={error?.message ?? unread?.message}
      onClose={onClose}
      onConfirm={() => void mutateAsync().then(onClose, () => undefined)}
    >
      {data ? (
        <ul className={classes.conflicts} aria-label={m.move_board_conflict_list()}>
          {data.map(({ kind, item, message }, at) => (
            <li key={`${kind}-${item}-${at}`} dir="auto">
              {message}
            </li>
          ))}
        </ul>
      ) : (
        !unread && <Skeleton height={48} aria-label={m.shell_loading()} />
      )}
    </Confirm>
  );
}
