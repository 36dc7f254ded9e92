import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { LeaveType } from '#contract/leaves.ts';
import { leaveTypesOptions, useLeaveWrite, useLiveLeave } from '#src/directory/leave-queries.ts';
import { LeaveTabs } from '#src/directory/leave-tabs.tsx';
import { daysOf, yearlyDay } from '#src/directory/leave-words.tsx';
import { Confirm } from '#src/ui/confirm.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LeaveIcon } from '#src/ui/leave-icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { removeType } from './api.ts';
import classes from './leaves.module.css';
import { approvalWords, TypeDialog } from './type-dialog.tsx';

/** What kinds of leave there are: whether they are limited, who approves, and what is carried over. */
export function TypesPage() {
  useLiveLeave();
  const { data, error, refetch } = useQuery(leaveTypesOptions);
  const [editing, setEditing] = useState<LeaveType | 'new'>();
  const [dropping, setDropping] = useState<LeaveType>();
  const add = () => setEditing('new');
  useViewKeys({ n: add });
  return (
    <Page
      title={m.leave_types()}
      layout="fill"
      count={data?.length}
      actions={
        <Button size="compact-md" onClick={add}>
          {m.leave_type_new()}
        </Button>
      }
    >
      <LeaveTabs current="types" />
      <div className={classes.scroll}>
        {data ? (
          data.length === 0 ? (
            <EmptyState icon={<LeaveIcon size={22} />} title={m.leave_types_none()}>
              {m.leave_types_none_text()}
            </EmptyState>
          ) : (
            <ul className={classes.list} aria-label={m.leave_types()}>
              {data.map((type) => (
                <li key={type.id} className={classes.row} data-pair>
                  <span className={classes.what}>
                    <bdi className={classes.name} title={type.name}>
                      {type.name}
                    </bdi>
                    <span className={classes.dim}>{typeWords(type)}</span>
                  </span>
                  <RowButtons
                    name={type.name}
                    onEdit={() => setEditing(type)}
                    onHide={() => setDropping(type)}
                  />
                </li>
              ))}
            </ul>
          )
        ) : error ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.leave_types_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        ) : (
          <Skeleton height={160} mt="md" role="status" aria-label={m.shell_loading()} />
        )}
      </div>
      {editing && (
        <TypeDialog
          key={editing === 'new' ? 'new' : editing.id}
          type={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {dropping && <RemoveType type={dropping} onClose={() => setDropping(undefined)} />}
    </Page>
  );
}

function typeWords(type: LeaveType): string {
  const { limited, approvals, defaultDays, carriesOver, carryMost, carryUntil } = type;
  const carry = !carriesOver
    ? m.leave_type_says_no_carry()
    : carryMost === undefined
      ? m.leave_type_says_carry()
      : m.leave_type_says_carry_most(daysOf(carryMost));
  return [
    m.leave_type_says_approvals({ who: approvalWords[approvals]!() }),
    limited ? m.leave_type_says_default(daysOf(defaultDays)) : m.leave_type_says_unlimited(),
    limited && carry,
    limited && carriesOver && carryUntil && m.leave_type_says_until({ day: yearlyDay(carryUntil) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function RemoveType({ type: { id, name }, onClose }: { type: LeaveType; onClose: () => void }) {
  const remove = useLeaveWrite(() => removeType(id));
  return (
    <Confirm
      opened
      danger
      title={m.leave_type_remove_title({ name })}
      confirmLabel={m.leave_type_remove()}
      busy={remove.isPending}
      problem={remove.error?.message}
      onClose={onClose}
      onConfirm={() =>
        remove.mutate(undefined, {
          onSuccess: () => {
            notify({ message: m.leave_type_removed({ name }), tone: 'success' });
            onClose();
          },
        })
      }
    >
      {m.leave_type_remove_text()}
    </Confirm>
  );
}
