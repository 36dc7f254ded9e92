import { queryOptions } from '@tanstack/react-query';
import { fetchLabels } from './api.ts';

export const labelsOptions = (ids: readonly number[]) =>
  queryOptions({
    queryKey: ['mail-labels', ids],
    queryFn: ({ signal }) => fetchLabels(ids, signal),
    enabled: ids.length > 0,
    staleTime: 60_000,
  });
