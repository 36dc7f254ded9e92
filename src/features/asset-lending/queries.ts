import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { assetsKey } from '#src/directory/asset-queries.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import {
  countLoans,
  fetchLendable,
  fetchLoan,
  fetchLoans,
  fetchRules,
  type LendableFilter,
  type LoanFilter,
} from './api.ts';
import {
  fetchAsked,
  fetchAsks,
  fetchMine,
  fetchRound,
  fetchRounds,
  previewRound,
  type RoundScope,
} from './round-api.ts';

/** Everything that lending and confirming may change; read again with the topic `asset-loans`. */
const lendingKey = ['asset-lending'] as const;
const PAGE = 50;

export const loanListOptions = (filter: LoanFilter) =>
  infiniteQueryOptions({
    queryKey: [...lendingKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchLoans(filter, pageParam, PAGE, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const loanCountOptions = (filter: LoanFilter) =>
  queryOptions({
    queryKey: [...lendingKey, 'count', filter],
    queryFn: ({ signal }) => countLoans(filter, signal),
    placeholderData: keepPreviousData,
  });
export const loanOptions = (id: number) =>
  queryOptions({ queryKey: [...lendingKey, 'one', id], queryFn: ({ signal }) => fetchLoan(id, signal) });
/** The caller's own that are not over. */
export const myLoansOptions = loanListOptions({
  mine: true,
  state: 'out,reserved',
  orderBy: 'startDate',
  orderByType: 'asc',
});
export const lendableOptions = (filter: LendableFilter) =>
  infiniteQueryOptions({
    queryKey: [...lendingKey, 'lendable', filter],
    queryFn: ({ pageParam, signal }) => fetchLendable(filter, pageParam, PAGE, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const rulesOptions = queryOptions({
  queryKey: [...lendingKey, 'rules'],
  queryFn: ({ signal }) => fetchRules(signal),
});

export const mineOptions = queryOptions({
  queryKey: [...lendingKey, 'mine'],
  queryFn: ({ signal }) => fetchMine(signal),
});
export const roundListOptions = (closed: boolean) =>
  infiniteQueryOptions({
    queryKey: [...lendingKey, 'rounds', closed],
    queryFn: ({ pageParam, signal }) => fetchRounds(closed, pageParam, PAGE, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
  });
export const roundOptions = (id: number) =>
  queryOptions({ queryKey: [...lendingKey, 'round', id], queryFn: ({ signal }) => fetchRound(id, signal) });
/** @param answer comma-separated answers; `none` for what nobody has said anything of */
export const asksOptions = (id: number, answer: string) =>
  infiniteQueryOptions({
    queryKey: [...lendingKey, 'round', id, 'asks', answer],
    queryFn: ({ pageParam, signal }) => fetchAsks(id, answer, pageParam, PAGE, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const askedOptions = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...lendingKey, 'round', id, 'people'],
    queryFn: ({ pageParam, signal }) => fetchAsked(id, pageParam, PAGE, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
  });
export const previewOptions = (scope: RoundScope | undefined) =>
  queryOptions({
    queryKey: [...lendingKey, 'preview', scope],
    queryFn: ({ signal }) => previewRound(scope!, signal),
    enabled: scope !== undefined,
  });

/** Shows what others lend, return and answer while the page is open. */
export const useLiveLending = () => useLiveTopic('asset-loans', lendingKey);

/** A write of lending. Whether it went well or not, what is on screen is read again. */
export function useLendingWrite<Args, Answer>(write: (args: Args) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: lendingKey }),
        client.invalidateQueries({ queryKey: assetsKey }),
      ]),
  });
}
