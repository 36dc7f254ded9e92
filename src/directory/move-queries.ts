import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  countMoves,
  fetchMove,
  fetchMoveEvents,
  fetchMoves,
  fetchMoveStatuses,
  fetchMoveTypes,
  fetchTaskKinds,
  type MoveFilter,
} from './move-api.ts';
import { useLiveTopic } from './use-live-topic.ts';

/** Everything that a change of a move may change; read again with the topic `moves`. */
export const movesKey = ['moves'] as const;
/** What moves are made of; read again with the topic `catalogue`. */
export const moveCatalogueKey = ['move-catalogue'] as const;
const PAGE = 50;
const A_WHILE = 10 * 60_000;

export const moveListOptions = (filter: MoveFilter) =>
  infiniteQueryOptions({
    queryKey: [...movesKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchMoves(filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const moveCountOptions = ({ orderBy: _by, orderByType: _type, ...filter }: MoveFilter) =>
  queryOptions({
    queryKey: [...movesKey, 'count', filter],
    queryFn: ({ signal }) => countMoves(filter, signal),
    placeholderData: keepPreviousData,
  });
export const moveOptions = (id: number) =>
  queryOptions({
    queryKey: [...movesKey, 'one', id],
    queryFn: ({ signal }) => fetchMove(id, signal),
  });
export const moveEventsOptions = (id: number) =>
  queryOptions({
    queryKey: [...movesKey, 'one', id, 'events'],
    queryFn: ({ signal }) => fetchMoveEvents(id, signal),
  });

export const moveStatusesOptions = queryOptions({
  queryKey: [...moveCatalogueKey, 'statuses'],
  queryFn: ({ signal }) => fetchMoveStatuses(signal),
  staleTime: A_WHILE,
});
/** What can be moved, and the fields that are asked about it. */
export const moveTypesOptions = queryOptions({
  queryKey: [...moveCatalogueKey, 'types'],
  queryFn: ({ signal }) => fetchMoveTypes(signal),
  staleTime: A_WHILE,
});
/** What the teams do for a move. */
export const taskKindsOptions = queryOptions({
  queryKey: [...moveCatalogueKey, 'tasks'],
  queryFn: ({ signal }) => fetchTaskKinds(signal),
  staleTime: A_WHILE,
});

/** Shows what others do to moves while the page is open. */
export const useLiveMoves = () => useLiveTopic('moves', movesKey);

/** A write to a move. Whether it went well or not, what is on screen is read again. */
export function useMoveWrite<Args, Answer>(write: (args: Args) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: movesKey }),
  });
}
