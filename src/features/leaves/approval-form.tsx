import { Button, Textarea } from '@mantine/core';
import { type Ref, useRef, useState } from 'react';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { stepLeave } from '#src/directory/leave-api.ts';
import { useLeaveWrite } from '#src/directory/leave-queries.ts';
import { spanWords } from '#src/directory/leave-words.tsx';
import { notify } from '#src/ui/notify.ts';
import classes from './leaves.module.css';

type Props = {
  leave: Leave;
  /** Before it leaves the list, so that the focus can go on. */
  onDone: (leave: Leave) => void;
  ref?: Ref<HTMLDivElement>;
};

function decidedWords({ status, user: { name }, approver }: Leave): string {
  if (status === 'rejected') return m.leave_told_rejected({ name });
  if (status === 'approved') return m.leave_told_approved({ name });
  return approver
    ? m.leave_told_endorsed({ name, next: approver.name })
    : m.leave_told_endorsed_admins({ name });
}

/** Approves a leave or declines it, with a comment; what the server refuses is said below. */
export function ApprovalForm({ leave, onDone, ref }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [comment, setComment] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, variables, error } = useLeaveWrite((step: 'approve' | 'reject') =>
    stepLeave(leave.id, step, comment.trim() ? { comment: comment.trim() } : {}),
  );
  const decide = (step: 'approve' | 'reject') => {
    const silent = step === 'reject' && !comment.trim();
    setMissing(silent);
    if (silent) return box.current?.focus();
    mutate(step, {
      onSuccess: (now) => {
        notify({ message: decidedWords(now), tone: 'success' });
        onDone(now);
      },
    });
  };
  const words = { name: leave.user.name, span: spanWords(leave) };
  return (
    <div ref={ref} className={classes.decide}>
      <Textarea
        ref={box}
        className={classes.comment}
        aria-label={m.leave_approval_comment({ name: leave.user.name })}
        placeholder={m.leave_approval_comment_hint()}
        dir="auto"
        size="xs"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={comment}
        error={missing ? m.leave_reject_missing() : error?.message}
        onChange={({ currentTarget }) => {
          setComment(currentTarget.value);
          setMissing(false);
        }}
      />
      <span className={classes.actions}>
        <Button
          size="compact-md"
          variant="light"
          data-step="approve"
          loading={isPending && variables === 'approve'}
          disabled={isPending}
          aria-label={m.leave_approve_what(words)}
          onClick={() => decide('approve')}
        >
          {m.leave_approve()}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          data-step="reject"
          loading={isPending && variables === 'reject'}
          disabled={isPending}
          aria-label={m.leave_reject_what(words)}
          onClick={() => decide('reject')}
        >
          {m.leave_reject()}
        </Button>
      </span>
    </div>
  );
}
