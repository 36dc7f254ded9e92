import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { z } from 'zod';
import { mailAlert } from '#contract/mail.ts';
import { http } from '#src/lib/http.ts';
import { listenForChanges } from '#src/lib/events.ts';
import { withQuery } from '#src/lib/query-string.ts';

export const mailAlerts = z.array(mailAlert);
export type MailAlert = z.infer<typeof mailAlert>;
export const alertsKey = ['mail-alerts'] as const;
const MOST = 20;

/** The standing notes that are on nobody, which the whole desk should know of. */
export const deskNotesOptions = queryOptions({
  queryKey: [...alertsKey, 'desk'],
  queryFn: async ({ signal }) => {
    // Those on nobody come first.
    const first = await http('GET', withQuery('/mail/alerts', { orderBy: 'user', limit: MOST }), {
      reply: mailAlerts,
      signal,
    });
    return first.filter(({ user }) => user === undefined);
  },
  staleTime: 60_000,
});

/** Notes are shown with the people they are on, too. */
export const refreshAlerts = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: alertsKey }),
    client.invalidateQueries({ queryKey: ['recipients'] }),
  ]);

/** Shows what others note while the page is open. */
export function useLiveAlerts(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      listenForChanges({
        changed: ({ topic }) => topic === 'catalogue' && void refreshAlerts(client),
        missed: () => {},
      }),
    [client],
  );
}
