import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import type { RequestFilter } from '#src/directory/request-api.ts';
import { catalogueOptions, requestListOptions } from '#src/directory/request-queries.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { focusedRow, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { BulkBar } from './bulk-bar.tsx';
import { queueColumns, RequestCard } from './queue-columns.tsx';
import type { QueueTab } from './search.ts';
import { asks, isClosed, mayGo, stepsOf } from '#src/directory/request-steps.ts';
import { filterOf, sorted } from './tabs.ts';
import type { Asked } from './use-asking.ts';
import { useChosen } from './use-chosen.ts';
import { useSteps, whatOf } from './use-steps.ts';

type Props = {
  tab: QueueTab | undefined;
  narrowed: RequestFilter;
  isNarrowed: boolean;
  count: number | undefined;
  openId: number | undefined;
  ask: (kind: Asked, requests: readonly ServiceRequest[]) => Promise<void>;
  onOpen: (request: ServiceRequest) => void;
  onClear: () => void;
};
const NONE: ServiceRequest[] = [];

/** The queue as a table: the soonest due first, one row a request. */
export function QueueTable({ tab, narrowed, isNarrowed, count, openId, ask, onOpen, onClear }: Props) {
  const me = useMe();
  const list = useInfiniteQuery(requestListOptions({ ...filterOf(tab, narrowed), ...sorted(tab) }));
  const several = (useQuery(catalogueOptions).data?.centers.length ?? 0) > 1;
  const columns = useMemo(() => queueColumns(several), [several]);
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const { selected, selection, choose, clear } = useChosen(rows);
  const { take } = useSteps();

  /** What a key speaks of: the chosen ones, the row that has the focus, or what is open. */
  const meant = () => {
    const focused = rows[focusedRow() ?? -1] ?? rows.find(({ id }) => id === openId);
    return selected.length > 0 ? selected : focused ? [focused] : [];
  };
  const next = () => {
    const [one, ...more] = meant();
    const step = one && stepsOf(one, me).next;
    if (!one || !step || more.length > 0) return;
    if (asks(step)) return void ask(step, [one]);
    take(one, step).catch((error: unknown) =>
      notify({
        message: m.queue_refused({
          what: whatOf([one]),
          reason: error instanceof Error ? error.message : '',
        }),
        tone: 'danger',
      }),
    );
  };
  const askFor = (kind: 'assign' | 'hold') => {
    const may = meant().filter((one) =>
      kind === 'hold' ? one.state === 'started' && mayGo(one, 'hold', me) === true : !isClosed(one),
    );
    if (may.length > 0) void ask(kind, may);
  };
  useViewKeys({
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
    x: {
      label: m.mail_key_select,
      run: () => {
        const id = rows[focusedRow() ?? -1]?.id;
        if (id === undefined) return;
        const chosen = new Set(selection);
        if (!chosen.delete(String(id))) chosen.add(String(id));
        choose(chosen);
      },
    },
    a: { label: m.keys_assign, run: () => askFor('assign') },
    h: { label: m.keys_hold, run: () => askFor('hold') },
    n: { label: m.keys_next_step, run: next },
  });

  if (list.isError && rows.length === 0)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.queue_failed()}
        action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
      >
        {list.error.message}
      </EmptyState>
    );
  return (
    <>
      <DataGrid
        key={tab ?? 'open'}
        label={m.queue_title()}
        rows={rows}
        columns={columns}
        rowId={({ id }) => String(id)}
        rowLabel={(one) => whatOf([one])}
        rowCount={count}
        {...(tab !== 'closed' && { selection, onSelectionChange: choose })}
        onOpen={onOpen}
        currentId={openId === undefined ? undefined : String(openId)}
        loading={list.isPending}
        hasMore={list.hasNextPage}
        onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
        card={(one) => <RequestCard request={one} />}
        cardHeight={88}
        empty={
          <EmptyState
            icon={<CheckIcon size={22} />}
            title={isNarrowed ? m.queue_none_found() : m.queue_none()}
            action={
              isNarrowed && (
                <Button variant="default" onClick={onClear}>
                  {m.ui_clear_all()}
                </Button>
              )
            }
          >
            {isNarrowed ? m.queue_none_found_text() : m.queue_none_text()}
          </EmptyState>
        }
      />
      {selected.length > 0 && <BulkBar selected={selected} ask={ask} onClear={clear} />}
    </>
  );
}
