import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { fetchCounts, fetchDesk } from './mail-calls.ts';

/** Everything under `all` is asked for again when parcels change, single items only when they are meant. */
export const mailKeys = {
  all: ['mail'],
  lists: ['mail', 'list'],
  counts: ['mail', 'counts'],
  open: ['mail', 'open'],
  items: ['mail', 'item'],
  item: (id: number) => ['mail', 'item', id],
} as const;

/** Every catalogue of the desk; changes a few times a year. */
export const deskOptions = queryOptions({
  queryKey: ['mail-desk'],
  queryFn: ({ signal }) => fetchDesk(signal),
  staleTime: 10 * 60_000,
});
export const useDesk = () => useSuspenseQuery(deskOptions).data;

/** How many parcels stand in each queue under these filters, and how many of them are exceptions. */
export const countsOptions = (filters: Record<string, string | number | boolean>) =>
  queryOptions({
    queryKey: [...mailKeys.counts, filters],
    queryFn: ({ signal }) => fetchCounts(filters, signal),
  });
