import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { bookingRule } from '#contract/booking-rules.ts';
import { reservation } from '#contract/reservations.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { Slot } from './api.ts';
import { bookingsKey } from './queries.ts';

const MOST = 500;

/** Says for whom a space is kept. */
export const rulesOptions = queryOptions({
  queryKey: [...bookingsKey, 'rules'],
  queryFn: ({ signal }) =>
    http('GET', withQuery('/reservations/rules', { limit: MOST }), { reply: z.array(bookingRule), signal }),
});
/** The caller's own bookings that meet this time. */
export const ownWithinOptions = ({ startDate, endDate }: Slot) =>
  queryOptions({
    queryKey: [...bookingsKey, 'own', startDate, endDate],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/reservations', { startDate, endDate, orderBy: 'startDate', limit: MOST }), {
        reply: z.array(reservation),
        signal,
      }),
    placeholderData: keepPreviousData,
  });
