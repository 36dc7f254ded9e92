import { infiniteQueryOptions, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Queue } from '#contract/mail.ts';
import { fetchCounts, fetchDesk, fetchItem, fetchItems, fetchOpen, PAGE } from './api.ts';
import type { MailFilters } from './filters.ts';

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

/** A queue, newest first, page after page. */
export const listOptions = (queue: Queue, filters: MailFilters) =>
  infiniteQueryOptions({
    queryKey: [...mailKeys.lists, queue, filters],
    queryFn: ({ pageParam, signal }) => fetchItems(queue, filters, { beforeId: pageParam }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
  });
/** The caller's own parcels in every state. */
export const mineOptions = infiniteQueryOptions({
  queryKey: [...mailKeys.lists, 'mine'],
  queryFn: ({ pageParam, signal }) => fetchItems(undefined, {}, { beforeId: pageParam, mine: true }, signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
});
export const countsOptions = (filters: MailFilters) =>
  queryOptions({
    queryKey: [...mailKeys.counts, filters],
    queryFn: async ({ signal }) => (await fetchCounts(filters, signal)).counts,
  });
export const itemOptions = (id: number) =>
  queryOptions({ queryKey: mailKeys.item(id), queryFn: ({ signal }) => fetchItem(id, signal) });
export const useItem = (id: number) => useQuery(itemOptions(id));
/** Parcels still at the desk, by number or by recipient. */
export const openOptions = (filters: Pick<MailFilters, 'search' | 'toUserId'>) =>
  queryOptions({
    queryKey: [...mailKeys.open, filters],
    queryFn: ({ signal }) => fetchOpen(filters, signal),
    staleTime: 0,
  });
