import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { roomType } from '#contract/places.ts';
import { MAX_PAGE } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** The types of space of the organisation, in its own order. */
export const typesOptions = queryOptions({
  queryKey: ['booking-places', 'types'],
  queryFn: ({ signal }) =>
    http('GET', withQuery('/rooms/types', { orderBy: 'sortOrder', limit: MAX_PAGE }), {
      reply: z.array(roomType),
      signal,
    }),
  staleTime: 60_000,
});
