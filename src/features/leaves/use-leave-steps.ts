import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { stepLeave } from '#src/directory/leave-api.ts';
import { useLeaveWrite } from '#src/directory/leave-queries.ts';
import { spanWords } from '#src/directory/leave-words.tsx';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import { askForLeave, changeLeave, type WishBody } from './api.ts';

// What undoes may run after the dialog or row has gone, whose own callbacks are then not called.
const failed = ({ message }: Error) => notify({ message, tone: 'danger' });

/** What asks for the same leave as this one. */
export const wishOf = ({ type, delegate, ...leave }: Leave): WishBody => ({
  type: { id: type.id },
  startDate: leave.startDate,
  endDate: leave.endDate,
  startsAtNoon: leave.startsAtNoon,
  endsAtNoon: leave.endsAtNoon,
  note: leave.note,
  delegate: delegate ? { id: delegate.id } : null,
});

const askedWords = (leave: Leave): string => {
  const span = spanWords(leave);
  if (leave.status === 'approved') return m.leave_told_taken({ span });
  return leave.approver
    ? m.leave_told_asked({ span, name: leave.approver.name })
    : m.leave_told_asked_admins({ span });
};

/** Asking for leave, changing it and taking it back, each with a notice that undoes it where that can be done. */
export function useLeaveSteps() {
  const { keyFor, settle } = useIntentionKey();
  const ask = useLeaveWrite((body: WishBody) => askForLeave(body, keyFor(body)));
  const change = useLeaveWrite(({ leave, body }: { leave: Leave; body: WishBody }) =>
    changeLeave(leave.id, body, leave.dateUpdated),
  );
  const withdraw = useLeaveWrite(({ id }: Leave) => stepLeave(id, 'withdraw', {}));
  const asked = (leave: Leave) => {
    settle();
    const undo = () => void withdraw.mutateAsync(leave).catch(failed);
    notify({
      message: askedWords(leave),
      tone: 'success',
      ...(leave.allowed.includes('withdraw') && { undo }),
    });
  };
  return {
    ask: (body: WishBody, onDone: (leave: Leave) => void) =>
      ask.mutate(body, {
        onSuccess: (leave) => {
          asked(leave);
          onDone(leave);
        },
      }),
    change: (leave: Leave, body: WishBody, onDone: () => void) =>
      change.mutate(
        { leave, body },
        {
          onSuccess: (now) => {
            const undo = () => void change.mutateAsync({ leave: now, body: wishOf(leave) }).catch(failed);
            notify({
              message: m.leave_told_changed({ span: spanWords(now) }),
              tone: 'success',
              ...(now.allowed.includes('edit') && { undo }),
            });
            onDone();
          },
        },
      ),
    /** Undone it is asked for once more: whoever decides starts from the beginning. */
    withdraw: (leave: Leave, mine: boolean) =>
      withdraw.mutate(leave, {
        onSuccess: () =>
          notify({
            message: m.leave_told_withdrawn({ span: spanWords(leave) }),
            tone: 'success',
            undo: () =>
              void ask
                .mutateAsync({ ...wishOf(leave), ...(!mine && { user: { id: leave.user.id } }) })
                .then(asked)
                .catch(failed),
          }),
        onError: failed,
      }),
    busy: ask.isPending || change.isPending,
    withdrawing: withdraw.isPending ? withdraw.variables.id : undefined,
    problem: (ask.error ?? change.error) as Error | null,
  };
}
