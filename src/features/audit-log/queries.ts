import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { fetchLog, PAGE } from './api.ts';
import type { AuditSearch } from './search.ts';

/** The log, newest first, page after page by the cursor of the last line. */
export const logOptions = ({ line: _open, ...search }: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) => fetchLog(search, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.cursor),
    placeholderData: keepPreviousData,
    // Reading on must not show lines twice that moved down meanwhile: the first page is asked for on purpose only.
    staleTime: 30_000,
  });
