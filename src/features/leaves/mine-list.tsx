import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Leave } from '#contract/leaves.ts';
import { leaveListOptions } from '#src/directory/leave-queries.ts';
import { daysWords, LeaveBadge, spanWords } from '#src/directory/leave-words.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LeaveIcon } from '#src/ui/leave-icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { LeaveButtons, type LeaveActions } from './leave-buttons.tsx';
import classes from './leaves.module.css';
import type { MineSearch } from './search.ts';

type Props = LeaveActions & { year: number; search: MineSearch; onAsk: () => void };

/** The caller's own leave that touches a year, the latest first. */
export function MineList({ year, search, onAsk, ...actions }: Props) {
  const list = useInfiniteQuery(
    leaveListOptions({
      mine: true,
      from: `${year}-01-01`,
      until: `${year}-12-31`,
      orderBy: 'startDate',
      orderByType: 'desc',
    }),
  );
  const leaves = list.data?.pages.flat() ?? [];
  const title = m.leave_requests({ year: String(year) });
  return (
    <section aria-label={title} className={classes.section}>
      <h2 className={classes.heading}>{title}</h2>
      {list.isPending ? (
        <Skeleton height={120} role="status" aria-label={m.shell_loading()} />
      ) : list.isError && leaves.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.leave_requests_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : leaves.length === 0 ? (
        <EmptyState
          icon={<LeaveIcon size={22} />}
          title={m.leave_requests_none({ year: String(year) })}
          action={<Button onClick={onAsk}>{m.leave_new()}</Button>}
        >
          {m.leave_requests_none_text()}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {leaves.map((leave) => (
            <MineRow key={leave.id} leave={leave} search={search} {...actions} />
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
    </section>
  );
}

function MineRow({ leave, search, ...actions }: LeaveActions & { leave: Leave; search: MineSearch }) {
  const { id, type, delegate, approver, status } = leave;
  const span = spanWords(leave);
  return (
    <li className={classes.row} data-current={search.open === id || undefined}>
      <span className={classes.what}>
        <TextLink
          to="/leave"
          search={{ ...search, open: id }}
          className={classes.name}
          aria-label={m.leave_open({ type: type.name, span })}
        >
          {span}
        </TextLink>
        <span className={classes.line}>
          <bdi className={classes.clip} title={type.name}>
            {type.name}
          </bdi>
          <span className={classes.days}>{daysWords(leave.days)}</span>
        </span>
      </span>
      <span className={classes.state}>
        <LeaveBadge status={status} />
        {status === 'pending' && (
          <span className={classes.dim}>
            {approver ? m.leave_waits_for({ name: approver.name }) : m.leave_waits_for_admins()}
          </span>
        )}
        {delegate && <span className={classes.dim}>{m.leave_delegate_is({ name: delegate.name })}</span>}
      </span>
      <LeaveButtons leave={leave} {...actions} />
    </li>
  );
}
