import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { mailKeys } from '#src/directory/mail-queries.ts';
import { fetchExceptions, fetchSuggestions, PAGE } from './api.ts';
import type { ExceptionReason } from './search.ts';

export const exceptionsKey = [...mailKeys.lists, 'exceptions'] as const;

/** Open parcels that nobody stands on, newest first, page after page. */
export const exceptionsOptions = (reason: ExceptionReason | undefined) =>
  infiniteQueryOptions({
    queryKey: [...exceptionsKey, reason],
    queryFn: ({ pageParam, signal }) => fetchExceptions(reason, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
  });

/** Outside of what every change of a parcel asks for again: a label means the same people a minute later. */
export const suggestionsOptions = (id: number) =>
  queryOptions({
    queryKey: ['mail-suggestions', id],
    queryFn: ({ signal }) => fetchSuggestions(id, signal),
    staleTime: 5 * 60_000,
  });
