import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { reservation } from '#contract/reservations.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { Slot } from './api.ts';

const MOST = 500;

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
