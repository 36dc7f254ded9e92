import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import {
  leaveApprovalsCountOptions,
  leaveApprovalsOptions,
  useLiveLeave,
} from '#src/directory/leave-queries.ts';
import { LeaveTabs } from '#src/directory/leave-tabs.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { ApprovalRow } from './approval-row.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { LeavePanel } from './leave-panel.tsx';
import classes from './leaves.module.css';
import { RequestDialog } from './request-dialog.tsx';
import type { ApprovalSearch } from './search.ts';

type Props = { search: ApprovalSearch; onSearch: (search: ApprovalSearch, replace?: boolean) => void };

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-approval]')];
const current = () => document.activeElement?.closest<HTMLElement>('[data-approval]') ?? undefined;
const press = (row: HTMLElement | undefined, step: 'approve' | 'reject') =>
  row?.querySelector<HTMLElement>(`[data-step="${step}"]`)?.click();
/** To the button of the row so many further, or of the first. */
function walk(by: 1 | -1): void {
  const [all, here] = [rows(), current()];
  const to = here ? all[all.indexOf(here) + by] : all[0];
  to?.querySelector<HTMLElement>('[data-step="approve"]')?.focus();
}
/** The keyboard goes on with the one below, else above, else at the heading. */
function focusAfter(id: number): void {
  const all = rows();
  const at = all.findIndex(({ dataset }) => dataset.approval === String(id));
  const next = all[at + 1] ?? all[at - 1];
  (
    next?.querySelector<HTMLElement>('[data-step="approve"]') ??
    document.querySelector<HTMLElement>('[data-page-title]')
  )?.focus();
}

/** Leave that waits for the caller: as a manager, in another's stead, or as a site administrator. */
export function ApprovalsPage({ search: { open }, onSearch }: Props) {
  useLiveLeave();
  const list = useInfiniteQuery(leaveApprovalsOptions);
  const count = useQuery(leaveApprovalsCountOptions).data;
  const [cancelling, setCancelling] = useState<Leave>();
  const [changing, setChanging] = useState<Leave>();
  const leaves = list.data?.pages.flat() ?? [];
  useViewKeys({
    j: () => walk(1),
    k: () => walk(-1),
    a: { label: m.leave_approve, run: () => press(current(), 'approve') },
    d: { label: m.leave_reject, run: () => press(current(), 'reject') },
  });
  return (
    <Page title={m.leave_approvals()} layout="fill" count={count}>
      <LeaveTabs current="approvals" keys={m.leave_approvals_keys()} />
      <SplitView
        panel={
          open && (
            <LeavePanel
              key={open}
              id={open}
              onEdit={setChanging}
              onCancel={setCancelling}
              onClose={() => onSearch({})}
            />
          )
        }
      >
        <div className={classes.scroll}>
          {list.isPending ? (
            <Skeleton height={160} mt="md" role="status" aria-label={m.shell_loading()} />
          ) : list.isError && leaves.length === 0 ? (
            <EmptyState
              icon={<ErrorIcon size={22} />}
              title={m.leave_approvals_failed()}
              action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
            >
              {list.error.message}
            </EmptyState>
          ) : leaves.length === 0 ? (
            <EmptyState icon={<CheckIcon size={22} />} title={m.leave_approvals_none()}>
              {m.leave_approvals_none_text()}
            </EmptyState>
          ) : (
            <ul className={classes.list} aria-label={m.leave_approvals()}>
              {leaves.map((leave) => (
                <ApprovalRow
                  key={leave.id}
                  leave={leave}
                  current={leave.id === open}
                  onDone={() => focusAfter(leave.id)}
                />
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button
              variant="default"
              size="compact-md"
              mt="sm"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {m.leave_more()}
            </Button>
          )}
        </div>
      </SplitView>
      {changing && <RequestDialog leave={changing} onClose={() => setChanging(undefined)} />}
      {cancelling && <CancelDialog leave={cancelling} onClose={() => setCancelling(undefined)} />}
    </Page>
  );
}
