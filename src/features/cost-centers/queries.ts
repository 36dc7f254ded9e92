import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenForChanges } from '#src/lib/events.ts';
import * as api from './api.ts';

export const costKeys = {
  all: ['cost-centers'],
  tree: (category: number) => ['cost-centers', 'tree', category],
  members: ['cost-centers', 'members'],
} as const;

export const categoriesOptions = queryOptions({
  queryKey: [...costKeys.all, 'categories'],
  queryFn: ({ signal }) => api.fetchCategories(signal),
  staleTime: 60_000,
});
/** The depths of every category, by level. */
export const depthsOptions = queryOptions({
  queryKey: [...costKeys.all, 'depths'],
  queryFn: ({ signal }) => api.fetchDepths(signal),
  staleTime: 60_000,
});
export const treeOptions = (category: number) =>
  queryOptions({
    queryKey: costKeys.tree(category),
    queryFn: ({ signal }) => api.fetchTree(category, signal),
    staleTime: 60_000,
  });
/** The item itself, for what its tree does not say: a depth that was set for it alone. */
export const itemOptions = (id: number) =>
  queryOptions({
    queryKey: [...costKeys.all, 'item', id],
    queryFn: ({ signal }) => api.fetchItem(id, signal),
  });

const paging = {
  initialPageParam: 0,
  getNextPageParam: (page: readonly unknown[], pages: readonly unknown[]) =>
    page.length < api.PAGE ? undefined : pages.length * api.PAGE,
  placeholderData: keepPreviousData,
};
export const peopleOptions = (item: number, search: string) =>
  infiniteQueryOptions({
    queryKey: [...costKeys.members, 'users', item, search],
    queryFn: ({ pageParam, signal }) => api.fetchPeople(item, search, pageParam, signal),
    ...paging,
  });
export const spacesOptions = (item: number, search: string) =>
  infiniteQueryOptions({
    queryKey: [...costKeys.members, 'rooms', item, search],
    queryFn: ({ pageParam, signal }) => api.fetchSpaces(item, search, pageParam, signal),
    ...paging,
  });
export const spaceSearchOptions = (search: string) =>
  queryOptions({
    queryKey: ['spaces', 'find', search],
    queryFn: ({ signal }) => api.findSpaces(search, signal),
    enabled: search !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export const refreshCosts = (client: QueryClient) => client.invalidateQueries({ queryKey: costKeys.all });

const GATHER = 200;
const heard = new Set(['cost-centers', 'users', 'places']);

/** Shows what others change while the page is open; many changes at once are read once. */
export function useLiveCosts(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenForChanges({
      changed: ({ topic }) => {
        if (!heard.has(topic)) return;
        timer ??= setTimeout(() => {
          timer = undefined;
          void refreshCosts(client);
        }, GATHER);
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}
