import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import type { Queue } from '#contract/mail.ts';
import { fetchItem } from '#src/directory/mail-calls.ts';
import { mailKeys } from '#src/directory/mail-queries.ts';
import { fetchItems, fetchOpen, PAGE } from './api.ts';
import type { MailFilters } from './filters.ts';

/** A queue, newest first, page after page. */
export const listOptions = (queue: Queue, filters: MailFilters) =>
  infiniteQueryOptions({
    queryKey: [...mailKeys.lists, queue, filters],
    queryFn: ({ pageParam, signal }) => fetchItems(queue, filters, { beforeId: pageParam }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
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
