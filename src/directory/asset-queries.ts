import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { listenForChanges } from '#src/lib/events.ts';
import {
  type AssetFilter,
  countAssets,
  fetchAsset,
  fetchAssetHistory,
  fetchAssetModel,
  fetchAssets,
  fetchAssetTypes,
  fetchOpenLoans,
} from './asset-api.ts';

/** Everything that a change of an asset may change; read again with the topic `assets`. */
export const assetsKey = ['assets'] as const;
export const assetCatalogueKey = ['asset-catalogue'] as const;
const PAGE = 100;
const HISTORY = 50;

export const assetListOptions = (filter: AssetFilter) =>
  infiniteQueryOptions({
    queryKey: [...assetsKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchAssets(filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const assetCountOptions = (filter: AssetFilter) =>
  queryOptions({
    queryKey: [...assetsKey, 'count', filter],
    queryFn: ({ signal }) => countAssets(filter, signal),
    placeholderData: keepPreviousData,
  });
export const assetOptions = (id: number) =>
  queryOptions({
    queryKey: [...assetsKey, 'one', id],
    queryFn: ({ signal }) => fetchAsset(id, signal),
  });
/** The loan by which it is out; null: none. For keepers, as others hear of their own loans alone. */
export const assetLoanOptions = (id: number) =>
  queryOptions({
    queryKey: [...assetsKey, 'one', id, 'loan'],
    queryFn: async ({ signal }) => (await fetchOpenLoans(id, signal))[0] ?? null,
  });
/** What happened to it, the newest first. */
export const assetHistoryOptions = (id: number) =>
  infiniteQueryOptions({
    queryKey: [...assetsKey, 'one', id, 'history'],
    queryFn: ({ pageParam, signal }) => fetchAssetHistory(id, { startAt: pageParam, limit: HISTORY }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < HISTORY ? undefined : pages.length * HISTORY),
  });
/** Types of asset in their own order. */
export const assetTypesOptions = queryOptions({
  queryKey: [...assetCatalogueKey, 'types'],
  queryFn: ({ signal }) => fetchAssetTypes(signal),
  staleTime: 60_000,
});
export const assetModelOptions = (id: number) =>
  queryOptions({
    queryKey: [...assetCatalogueKey, 'model', id],
    queryFn: ({ signal }) => fetchAssetModel(id, signal),
    staleTime: 60_000,
  });

/** Changes within this time are one: a walk through a floor, or an import, announces thousands. */
const GATHER = 300;

/** Shows what others do to assets while the page is open. */
export function useLiveAssets(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = false;
    let running = false;
    const run = async () => {
      timer = undefined;
      [due, running] = [false, true];
      await client.invalidateQueries({ queryKey: assetsKey });
      running = false;
      // One refetch at a time: begun anew with every change of many, none would ever end.
      if (due) schedule();
    };
    const schedule = () => {
      timer ??= setTimeout(() => void run(), GATHER);
    };
    const stop = listenForChanges({
      changed: ({ topic }) => {
        if (topic !== 'assets') return;
        due = true;
        if (!running) schedule();
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}

/** A write to assets. Whether it went well or not, what is on screen is read again. */
export function useAssetWrite<Args, Answer>(write: (args: Args) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: assetsKey }),
  });
}
