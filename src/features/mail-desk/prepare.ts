import type { QueryClient } from '@tanstack/react-query';
import { filtersOf, type MailSearch } from './filters.ts';
import { countsOptions, deskOptions } from '#src/directory/mail-queries.ts';
import { listOptions } from './queries.ts';

/** Starts everything that the page of queues needs at once, and waits for what its frame is drawn from. */
export async function prepareMailPage(client: QueryClient, search: MailSearch): Promise<void> {
  const filters = filtersOf(search);
  void client.prefetchInfiniteQuery(listOptions(search.queue ?? 'IN', filters));
  void client.prefetchQuery(countsOptions(filters));
  await client.query({ ...deskOptions, staleTime: 'static' });
}
