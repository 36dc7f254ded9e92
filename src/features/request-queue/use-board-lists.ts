import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ServiceRequest, ServiceState } from '#contract/service-requests.ts';
import type { RequestFilter } from '#src/directory/request-api.ts';
import { requestCountOptions, requestListOptions } from '#src/directory/request-queries.ts';
import { requestStates } from '#src/directory/request-status.tsx';
import * as m from '#messages';
import type { BoardCard, BoardColumn } from '#src/ui/board.tsx';
import { completedOptions } from './queries.ts';
import { whatOf } from './use-steps.ts';

export type QueueCard = BoardCard & { request: ServiceRequest };

/** The same card for the same request, so that only what has changed is drawn anew. */
const cards = new WeakMap<ServiceRequest, QueueCard>();
function cardOf(request: ServiceRequest): QueueCard {
  const known = cards.get(request);
  if (known) return known;
  const card = { id: String(request.id), columnId: request.state, name: whatOf([request]), request };
  cards.set(request, card);
  return card;
}

function useOpenColumn(state: ServiceState, filter: RequestFilter) {
  const own = { ...filter, state };
  const list = useInfiniteQuery(requestListOptions({ ...own, orderBy: 'dueAt', orderByType: 'asc' }));
  const count = useQuery(requestCountOptions(own)).data;
  const found = useMemo(() => list.data?.pages.flat() ?? [], [list.data]);
  const column = useColumn(state, Math.max(count ?? 0, found.length), requestStates[state].label());
  return {
    column,
    found,
    loading: list.isPending,
    error: list.error,
    retry: list.refetch,
    more: () => (list.hasNextPage ? list.fetchNextPage({ cancelRefetch: false }) : undefined),
  };
}
function useColumn(state: ServiceState, count: number, title: string): BoardColumn {
  const { icon, tone } = requestStates[state];
  return useMemo(
    () => ({ id: state, title, count, icon, tone, empty: m.queue_column_empty() }),
    [state, title, count, icon, tone],
  );
}

/** The columns of the board and what stands in them. @param filter as the list takes it, without a state */
export function useBoardLists(filter: RequestFilter) {
  const fresh = useOpenColumn('new', filter);
  const accepted = useOpenColumn('accepted', filter);
  const started = useOpenColumn('started', filter);
  const hold = useOpenColumn('hold', filter);
  // What is closed is not open, nor late, nor does it wait for anything.
  const { open: _open, pastDue, awaitingApproval, ...rest } = filter;
  const wanted = !pastDue && !awaitingApproval;
  const completed = useQuery({ ...completedOptions(rest), enabled: wanted });
  const done = wanted ? completed.data : undefined;
  const last = useColumn('completed', done?.length ?? 0, m.queue_column_lately());

  const open = [fresh, accepted, started, hold];
  const columns = useMemo(
    () => [fresh.column, accepted.column, started.column, hold.column, last],
    [fresh.column, accepted.column, started.column, hold.column, last],
  );
  const requests = useMemo(
    () => [...fresh.found, ...accepted.found, ...started.found, ...hold.found, ...(done ?? [])],
    [fresh.found, accepted.found, started.found, hold.found, done],
  );
  const failed = open.find(({ error, found }) => error && found.length === 0);
  return {
    columns,
    requests,
    cards: useMemo(() => requests.map(cardOf), [requests]),
    loading: open.some(({ loading }) => loading),
    failed: failed?.error,
    retry: () => void failed?.retry(),
    more: ({ id }: BoardColumn) => open.find(({ column }) => column.id === id)?.more(),
  };
}
