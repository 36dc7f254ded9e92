import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { assetCatalogueKey, assetsKey } from '#src/directory/asset-queries.ts';
import { countModels, fetchModels, type ModelFilter } from './api.ts';

const PAGE = 200;

export const modelListOptions = (filter: ModelFilter) =>
  infiniteQueryOptions({
    queryKey: [...assetCatalogueKey, 'models', filter],
    queryFn: ({ pageParam, signal }) => fetchModels(filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const modelCountOptions = (filter: ModelFilter) =>
  queryOptions({
    queryKey: [...assetCatalogueKey, 'count', filter],
    queryFn: ({ signal }) => countModels(filter, signal),
    placeholderData: keepPreviousData,
  });

/** A write of types and models, after which they and the assets that show them are read again. */
export function useCatalogueWrite<V, T>(mutationFn: (writing: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: assetCatalogueKey }),
        client.invalidateQueries({ queryKey: assetsKey }),
        // What forms offer by typing.
        client.invalidateQueries({ queryKey: ['records', '/assets/models'] }),
      ]),
  });
}
