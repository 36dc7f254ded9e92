import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { reservation } from '#contract/reservations.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { Slot } from './api.ts';

const MOST = 500;
const read = (query: Record<string, unknown>, signal: AbortSignal) =>
  http('GET', withQuery('/reservations', { orderBy: 'startDate', limit: MOST, ...query }), {
    reply: z.array(reservation),
    signal,
  });

/** What of the caller's is to come and was cancelled. */
export const cancelledOptions = queryOptions({
  queryKey: [...bookingsKey, 'mine', 'cancelled'],
  queryFn: ({ signal }) => read({ includeCancelled: true, includeNonCancelled: false }, signal),
});
/** What `cancelBetween` would cancel: what begins within these dates and is not over. At most 500 of them. */
export const beginningOptions = ({ startDate, endDate }: Slot) =>
  queryOptions({
    queryKey: [...bookingsKey, 'mine', 'beginning', startDate, endDate],
    queryFn: async ({ signal }) => {
      const all = await read({ startDate, endDate, includePastReservations: false }, signal);
      return all.filter(
        (one) => one.startDate >= startDate && (one.state === 'booked' || one.state === 'checked_in'),
      );
    },
    staleTime: 0,
  });
