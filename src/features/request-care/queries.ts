import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { catalogueKey, requestsKey } from '#src/directory/request-queries.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { fetchCatalogueSettings, fetchFigures, fetchPlans, type FigureFilter } from './api.ts';

export const catalogueSettingsOptions = queryOptions({
  queryKey: [...catalogueKey, 'settings'],
  queryFn: ({ signal }) => fetchCatalogueSettings(signal),
});
export const plansOptions = queryOptions({
  queryKey: [...catalogueKey, 'plans'],
  queryFn: ({ signal }) => fetchPlans(signal),
});
export const useLiveCatalogue = () => useLiveTopic('service-catalogue', catalogueKey);

/** A write of the catalogue or of plans, after which both are read again, also when it was refused. */
export function useCatalogueWrite<V, T>(mutationFn: (writing: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    // One after the other: an order is written entry by entry.
    scope: { id: 'service-catalogue' },
    onSettled: () => client.invalidateQueries({ queryKey: catalogueKey }),
  });
}

export const figuresOptions = (filter: FigureFilter) =>
  queryOptions({
    queryKey: [...requestsKey, 'figures', filter],
    queryFn: ({ signal }) => fetchFigures(filter, signal),
  });
