import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import {
  countRequests,
  fetchCatalogue,
  fetchClock,
  fetchComments,
  fetchEvents,
  fetchRequest,
  fetchRequests,
  type RequestFilter,
} from './request-api.ts';
import { useLiveTopic } from './use-live-topic.ts';

/** Everything that a change of a request may change; read again with the topic `service`. */
export const requestsKey = ['service'] as const;
export const catalogueKey = ['service-catalogue'] as const;
const PAGE = 50;

export const requestListOptions = (filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: [...requestsKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchRequests(filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const requestCountOptions = (filter: RequestFilter) =>
  queryOptions({
    queryKey: [...requestsKey, 'count', filter],
    queryFn: ({ signal }) => countRequests(filter, signal),
    placeholderData: keepPreviousData,
  });

export const requestOptions = (id: number) =>
  queryOptions({
    queryKey: [...requestsKey, 'one', id],
    queryFn: ({ signal }) => fetchRequest(id, signal),
  });
export const requestEventsOptions = (id: number) =>
  queryOptions({
    queryKey: [...requestsKey, 'one', id, 'events'],
    queryFn: ({ signal }) => fetchEvents(id, signal),
  });
export const requestCommentsOptions = (id: number) =>
  queryOptions({
    queryKey: [...requestsKey, 'one', id, 'comments'],
    queryFn: ({ signal }) => fetchComments(id, signal),
  });
export const requestClockOptions = (id: number) =>
  queryOptions({
    queryKey: [...requestsKey, 'one', id, 'clock'],
    queryFn: ({ signal }) => fetchClock(id, signal),
  });

/** What may be asked for: categories, products, types with their questions, priorities. */
export const catalogueOptions = queryOptions({
  queryKey: [...catalogueKey, 'tree'],
  queryFn: ({ signal }) => fetchCatalogue(signal),
  staleTime: 60_000,
});

/** Shows what others do to requests while the page is open. */
export const useLiveRequests = () => useLiveTopic('service', requestsKey);

/** A write to a request. Whether it went well or not, what is on screen is read again. */
export function useRequestWrite<Args, Answer>(write: (args: Args) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: requestsKey }),
  });
}
