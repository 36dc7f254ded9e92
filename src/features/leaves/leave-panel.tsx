import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { leaveOptions } from '#src/directory/leave-queries.ts';
import { daysWords, LeaveBadge, spanWords } from '#src/directory/leave-words.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { ApprovalForm } from './approval-form.tsx';
import { BookingLines } from './booking-lines.tsx';
import { LeaveButtons, type LeaveActions } from './leave-buttons.tsx';
import { LeaveHistory } from './leave-history.tsx';
import classes from './leaves.module.css';

/** A leave with all that is known of it: who decides, what it gave free, and how it came to be so. */
export function LeavePanel({ id, onClose, ...actions }: LeaveActions & { id: number; onClose: () => void }) {
  const { data, error, refetch } = useQuery(leaveOptions(id));
  return (
    <Panel
      label={m.leave_details()}
      title={data ? <bdi>{data.type.name}</bdi> : m.leave_details()}
      onClose={onClose}
    >
      {data ? (
        <>
          {data.allowed.includes('approve') && <ApprovalForm leave={data} onDone={() => {}} />}
          <LeaveButtons leave={data} {...actions} />
          <Facts facts={factsOf(data)} />
          <LeaveHistory id={id} />
        </>
      ) : error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.leave_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <Skeleton height={180} role="status" aria-label={m.shell_loading()} />
      )}
    </Panel>
  );
}

const person = ({ id, name }: { id: number; name: string }) => (
  <TextLink to="/people/$userId" params={{ userId: id }}>
    {name}
  </TextLink>
);
const bookings = (all: Leave['released'] | Leave['lost']) =>
  all.length > 0 && <BookingLines bookings={all} />;

function factsOf(leave: Leave) {
  const { status, user, delegate, approvals, approvalsGiven, approver, decidedBy, decidedAt } = leave;
  return [
    { label: m.leave_person(), value: person(user) },
    { label: m.leave_state(), value: <LeaveBadge status={status} /> },
    { label: m.leave_when(), value: spanWords(leave) },
    { label: m.leave_counted(), value: daysWords(leave.days) },
    { label: m.leave_delegate(), value: delegate && person(delegate) },
    { label: m.leave_note(), value: leave.note && <span className={classes.text}>{leave.note}</span> },
    {
      label: m.leave_approvals_chain(),
      value: approvals > 0 && (
        <span className={classes.stack}>
          <span>
            {m.leave_approvals_given({ given: formatNumber(approvalsGiven), all: formatNumber(approvals) })}
          </span>
          {status === 'pending' && (
            <span className={classes.dim}>
              {approver ? m.leave_waits_for({ name: approver.name }) : m.leave_waits_for_admins()}
            </span>
          )}
        </span>
      ),
    },
    {
      label: m.leave_decided(),
      value:
        decidedAt !== undefined &&
        (decidedBy
          ? m.leave_decided_by({ name: decidedBy.name, when: formatDateTime(decidedAt) })
          : formatDateTime(decidedAt)),
    },
    {
      label: m.leave_comment(),
      value: leave.comment && <span className={classes.text}>{leave.comment}</span>,
    },
    { label: m.leave_released(), value: bookings(leave.released) },
    { label: m.leave_restored(), value: bookings(leave.restored) },
    { label: m.leave_lost(), value: bookings(leave.lost) },
    { label: m.leave_asked_at(), value: formatDateTime(leave.dateCreated) },
  ];
}
