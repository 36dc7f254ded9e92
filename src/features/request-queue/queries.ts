import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { countRequests, fetchRequests, type RequestFilter } from '#src/directory/request-api.ts';
import { requestsKey } from '#src/directory/request-queries.ts';
import { fetchHoldReasons, fetchOpenStats, fetchOperators, fetchTimes, look } from './api.ts';
import type { QueueTab } from './search.ts';
import { allTabs, filterOf } from './tabs.ts';

export type TabCounts = Partial<Record<QueueTab | 'open', number>>;

/** How many each tab holds: kept figures where nothing narrows the queue down, else counted by the same filters. */
export const tabCountsOptions = (narrowed: RequestFilter) =>
  queryOptions({
    queryKey: [...requestsKey, 'tabs', narrowed],
    queryFn: async ({ signal }): Promise<TabCounts> => {
      const whole = Object.values(narrowed).every((value) => value === undefined);
      const kept = whole ? await fetchOpenStats(signal) : undefined;
      const counts: TabCounts = kept
        ? {
            open: kept.totalCount,
            high: kept.highPriorityCount,
            low: kept.lowPriorityCount,
            me: kept.assignedCount,
            late: kept.pastDueCount,
          }
        : {};
      const rest = allTabs.filter((tab) => counts[tab ?? 'open'] === undefined);
      const counted = await Promise.all(
        rest.map(
          async (tab) => [tab ?? 'open', await countRequests(filterOf(tab, narrowed), signal)] as const,
        ),
      );
      return { ...counts, ...Object.fromEntries(counted) };
    },
    placeholderData: keepPreviousData,
  });

/** As many as the board shows of what has been completed. */
export const LATELY = 50;
const WEEK = 7 * 86_400_000;
/** What was completed within seven days, the latest first. */
export const completedOptions = (narrowed: RequestFilter) =>
  queryOptions({
    queryKey: [...requestsKey, 'lately', narrowed],
    queryFn: async ({ signal }) => {
      const filter = { ...narrowed, state: 'completed', orderBy: 'closedAt', orderByType: 'desc' as const };
      const found = await fetchRequests(filter, { limit: LATELY }, signal);
      return found.filter(({ closedAt = 0 }) => closedAt > Date.now() - WEEK);
    },
    placeholderData: keepPreviousData,
  });

const listed = (ids: readonly number[]) => ids.join(',');
export const operatorsOptions = (centers: readonly number[]) =>
  queryOptions({
    queryKey: [...requestsKey, 'operators', listed(centers)],
    queryFn: ({ signal }) => fetchOperators(listed(centers), signal),
  });
export const holdReasonsOptions = (centers: readonly number[]) =>
  queryOptions({
    queryKey: ['service-catalogue', 'hold-reasons', listed(centers)],
    queryFn: ({ signal }) => fetchHoldReasons(listed(centers), signal),
    staleTime: 60_000,
  });
export const timesOptions = (id: number) =>
  queryOptions({
    queryKey: [...requestsKey, 'one', id, 'time'],
    queryFn: ({ signal }) => fetchTimes(id, signal),
  });

export const lookingKey = ['service-looking'] as const;
/** Asked again before the minute ends that the server keeps it for. */
export const lookingOptions = (id: number) =>
  queryOptions({
    queryKey: [...lookingKey, id],
    queryFn: async ({ signal }) => (await look(id, signal)).others,
    refetchInterval: 40_000,
    gcTime: 0,
  });
