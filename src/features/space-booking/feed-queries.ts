import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { calendarFeed, calendarFeedMade } from '#contract/booking-calendar.ts';
import { removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';

const path = '/reservations/feeds';
export const feedsOptions = queryOptions({
  queryKey: ['booking-feeds'],
  queryFn: ({ signal }) => http('GET', path, { reply: z.array(calendarFeed), signal }),
});

type Step =
  /** Without a room: the reader's own bookings. */
  { kind: 'make'; room: number | undefined } | { kind: 'renew'; id: number } | { kind: 'remove'; id: number };

/** Makes a secret link, puts a new one in its place, or takes it away; answers the link where there is one. */
export function useFeedStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (step: Step) => {
      const reply = calendarFeedMade;
      switch (step.kind) {
        case 'make':
          return http('POST', path, {
            reply,
            body: step.room === undefined ? {} : { room: { id: step.room } },
          });
        case 'renew':
          return http('PUT', `${path}/${step.id}/renew`, { reply });
        case 'remove':
          await http('DELETE', `${path}/${step.id}`, { reply: removed });
          return undefined;
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: feedsOptions.queryKey }),
  });
}
