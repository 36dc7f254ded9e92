import { infiniteQueryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { reservation } from '#contract/reservations.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const PAGE = 100;
const fetchAwaiting = (startAt: number, signal: AbortSignal) =>
  http(
    'GET',
    withQuery('/reservations', {
      awaitingApproval: true,
      showOnlyMyReservations: false,
      orderBy: 'startDate',
      limit: PAGE,
      startAt,
    }),
    { reply: z.array(reservation), signal },
  );

/** What waits for a manager's yes or no, the next one first. */
export const awaitingOptions = infiniteQueryOptions({
  queryKey: [...bookingsKey, 'awaiting', 'list'],
  queryFn: ({ pageParam, signal }) => fetchAwaiting(pageParam, signal),
  initialPageParam: 0,
  getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
});
