import { z } from 'zod';
import { jobStatus } from '#contract/jobs.ts';
import { notice, noticeStates } from '#contract/mail-notices.ts';
import { count } from '#contract/wire.ts';
import { mailNotices } from '#src/directory/notices.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { NoticeSearch, NoticeState } from './search.ts';

export const PAGE = 100;

export const fetchNotices = (search: NoticeSearch, startAt: number, signal: AbortSignal) =>
  http(
    'GET',
    withQuery('/mail/notices', { ...search, startAt, orderBy: 'id', orderByType: 'desc', limit: PAGE }),
    { reply: mailNotices, signal },
  );
/** How many messages there are in each state. */
export async function fetchNoticeCounts(signal: AbortSignal): Promise<Record<NoticeState, number>> {
  const counts = await Promise.all(
    noticeStates.map((state) =>
      http('GET', withQuery('/mail/notices/count', { state }), { reply: count, signal }),
    ),
  );
  return Object.fromEntries(noticeStates.map((state, at) => [state, counts[at]!.count])) as Record<
    NoticeState,
    number
  >;
}
export const retryNotice = (id: number) => http('POST', `/mail/notices/${id}/retry`, { reply: notice });
export const fetchJobs = (signal: AbortSignal) => http('GET', '/jobs', { reply: z.array(jobStatus), signal });
