import type { QueryClient } from '@tanstack/react-query';
import { deskOptions } from '#src/directory/mail-queries.ts';
import { dayOf } from '#src/lib/dates.ts';
import { figuresOptions } from './queries.ts';
import { type FigureSearch, periodOf } from '#src/directory/figure-search.ts';

/** Starts what the page shows, and waits for what its filters are drawn from. */
export async function prepareFigures(client: QueryClient, search: FigureSearch): Promise<void> {
  const period = periodOf(search, dayOf(Date.now()));
  void client.prefetchQuery(figuresOptions(period, search.centerId));
  await client.query({ ...deskOptions, staleTime: 'static' });
}
