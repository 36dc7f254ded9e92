import type { QueryClient } from '@tanstack/react-query';
import { meOptions, worksIn } from '#src/directory/me.ts';
import { filtersOf, type MailSearch } from './filters.ts';
import { countsOptions, deskOptions, listOptions, mineOptions } from './queries.ts';

/** Starts everything that the page of queues needs at once, and waits for what its frame is drawn from. */
export async function prepareMailPage(client: QueryClient, search: MailSearch): Promise<void> {
  const me = await client.query({ ...meOptions, staleTime: 'static' });
  if (!worksIn(me, 'mail')) return void client.prefetchInfiniteQuery(mineOptions);
  const filters = filtersOf(search);
  void client.prefetchInfiniteQuery(listOptions(search.queue ?? 'IN', filters));
  void client.prefetchQuery(countsOptions(filters));
  await client.query({ ...deskOptions, staleTime: 'static' });
}
