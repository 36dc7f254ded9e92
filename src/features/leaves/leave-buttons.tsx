import { Button } from '@mantine/core';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { spanWords } from '#src/directory/leave-words.tsx';
import { useMe } from '#src/directory/me.ts';
import classes from './leaves.module.css';
import { useLeaveSteps } from './use-leave-steps.ts';

export type LeaveActions = { onEdit: (leave: Leave) => void; onCancel: (leave: Leave) => void };

/** What whoever asked may do with a leave now. */
export function LeaveButtons({ leave, onEdit, onCancel }: LeaveActions & { leave: Leave }) {
  const me = useMe();
  const { withdraw, withdrawing } = useLeaveSteps();
  const may = (step: Leave['allowed'][number]) => leave.allowed.includes(step);
  const words = { type: leave.type.name, span: spanWords(leave) };
  return (
    <span className={classes.actions}>
      {may('edit') && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={m.leave_change_what(words)}
          onClick={() => onEdit(leave)}
        >
          {m.leave_change()}
        </Button>
      )}
      {may('withdraw') && (
        <Button
          size="compact-md"
          variant="default"
          loading={withdrawing === leave.id}
          aria-label={m.leave_withdraw_what(words)}
          onClick={() => withdraw(leave, leave.user.id === me.id)}
        >
          {m.leave_withdraw()}
        </Button>
      )}
      {may('cancel') && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={m.leave_cancel_what(words)}
          onClick={() => onCancel(leave)}
        >
          {m.leave_cancel()}
        </Button>
      )}
    </span>
  );
}
