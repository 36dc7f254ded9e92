import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchEarliest } from '#src/directory/request-api.ts';

/** When something can be wanted at the earliest; read again each minute, for it moves with the time. */
export const earliestOptions = (priority: number, type: number, center: number) =>
  queryOptions({
    queryKey: ['service-earliest', priority, type, center],
    queryFn: ({ signal }) => fetchEarliest(priority, type, center, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
