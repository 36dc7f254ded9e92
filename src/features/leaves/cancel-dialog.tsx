import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { uses } from '#src/directory/features.ts';
import { stepLeave } from '#src/directory/leave-api.ts';
import { useLeaveWrite } from '#src/directory/leave-queries.ts';
import { daysOf, spanWords } from '#src/directory/leave-words.tsx';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { dayOf } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { BookingLines } from './booking-lines.tsx';
import classes from './leaves.module.css';

/** Asks before an approved leave is cancelled, and says afterwards what of the bookings came back and what did not. */
export function CancelDialog({ leave, onClose }: { leave: Leave; onClose: () => void }) {
  const today = dayOf(useStore(minute));
  const [comment, setComment] = useState('');
  const cancel = useLeaveWrite((body: { comment?: string }) => stepLeave(leave.id, 'cancel', body));
  if (cancel.data) return <CancelResult leave={cancel.data} onClose={onClose} />;
  const span = spanWords(leave);
  // What has passed of a leave that is going on has been taken.
  const going = leave.startDate < today;
  return (
    <FormDialog
      title={m.leave_cancel_title()}
      submitLabel={m.leave_cancel_do()}
      busy={cancel.isPending}
      problem={cancel.error?.message}
      onClose={onClose}
      back={
        <Button variant="default" onClick={onClose}>
          {m.leave_cancel_keep()}
        </Button>
      }
      onSubmit={(event) => {
        event.preventDefault();
        const words = comment.trim();
        cancel.mutate(words ? { comment: words } : {}, {
          onSuccess: (now) => {
            if (now.restored.length + now.lost.length > 0) return;
            notify({ message: m.leave_told_cancelled({ span }), tone: 'success' });
            onClose();
          },
        });
      }}
    >
      <p className={classes.said}>
        {going ? m.leave_cancel_going({ span }) : m.leave_cancel_days({ ...daysOf(leave.days), span })}
      </p>
      {leave.released.length > 0 && (
        <div>
          <p className={classes.said}>{m.leave_cancel_released({ count: leave.released.length })}</p>
          <BookingLines bookings={leave.released} />
        </div>
      )}
      <Textarea
        label={m.leave_cancel_comment()}
        dir="auto"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </FormDialog>
  );
}

function CancelResult({ leave, onClose }: { leave: Leave; onClose: () => void }) {
  const me = useMe();
  const { restored, lost } = leave;
  if (restored.length + lost.length === 0) return null;
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.leave_cancelled_title()}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Stack gap="sm" role="status">
        {lost.length > 0 && (
          <div>
            <p className={classes.said} data-tone="danger">
              {m.leave_cancelled_lost({ count: lost.length })}
            </p>
            <BookingLines bookings={lost} />
          </div>
        )}
        {restored.length > 0 && (
          <div>
            <p className={classes.said}>{m.leave_cancelled_restored({ count: restored.length })}</p>
            <BookingLines bookings={restored} />
          </div>
        )}
        {lost.length === 0 && <p className={classes.dim}>{m.leave_cancelled_all()}</p>}
      </Stack>
      <Group justify="flex-end" gap="xs" mt="md">
        {lost.length > 0 && leave.user.id === me.id && uses(me, 'booking') && (
          <LinkButton to="/bookings/find" search={{}} variant="default">
            {m.leave_book_other()}
          </LinkButton>
        )}
        <Button data-autofocus onClick={onClose}>
          {m.ui_close()}
        </Button>
      </Group>
    </Modal>
  );
}
