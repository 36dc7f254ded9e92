import {
  infiniteQueryOptions,
  keepPreviousData,
  mutationOptions,
  queryOptions,
  useMutation,
} from '@tanstack/react-query';
import { NOTICES_ANEW, noticesKey } from '#src/directory/notices.ts';
import { fetchJobs, fetchNoticeCounts, fetchNotices, PAGE, retryNotice } from './api.ts';
import type { NoticeSearch } from './search.ts';

/** Messages, newest first, page after page. */
export const noticesOptions = (search: NoticeSearch) =>
  infiniteQueryOptions({
    queryKey: [...noticesKey, 'list', search],
    queryFn: ({ pageParam, signal }) => fetchNotices(search, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
    refetchInterval: NOTICES_ANEW,
  });
export const noticeCountsOptions = queryOptions({
  queryKey: [...noticesKey, 'counts'],
  queryFn: ({ signal }) => fetchNoticeCounts(signal),
  refetchInterval: NOTICES_ANEW,
});
/** What the server does by the clock; for site administrators. */
export const jobsOptions = queryOptions({
  queryKey: ['jobs'],
  queryFn: ({ signal }) => fetchJobs(signal),
  refetchInterval: 60_000,
});

const retryOptions = mutationOptions({
  mutationFn: retryNotice,
  // A refusal says that it has been sent meanwhile.
  onSettled: (_now, _error, _id, _before, { client }) => client.invalidateQueries({ queryKey: noticesKey }),
});
export const useRetryNotice = () => useMutation(retryOptions);
