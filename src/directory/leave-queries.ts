import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import * as api from './leave-api.ts';
import { useLiveTopic } from './use-live-topic.ts';

/** All that asking, deciding and setting days may change; read again with the topic `leaves`. */
export const leaveKey = ['leave'] as const;
const PAGE = 50;

export const leaveListOptions = (filter: api.LeaveFilter) =>
  infiniteQueryOptions({
    queryKey: [...leaveKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => api.fetchLeaves(filter, pageParam, PAGE, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
  });
/** Leave that waits for the caller, the soonest first. */
export const leaveApprovalsOptions = leaveListOptions({
  forApproval: true,
  orderBy: 'startDate',
  orderByType: 'asc',
});
/** How much leave waits for the caller. */
export const leaveApprovalsCountOptions = queryOptions({
  queryKey: [...leaveKey, 'approvals', 'count'],
  queryFn: ({ signal }) => api.countApprovals(signal),
});
export const leaveOptions = (id: number) =>
  queryOptions({ queryKey: [...leaveKey, 'one', id], queryFn: ({ signal }) => api.fetchLeave(id, signal) });
export const leaveTypesOptions = queryOptions({
  queryKey: [...leaveKey, 'types'],
  queryFn: ({ signal }) => api.fetchTypes(signal),
});
/** Days by type of a year, of the caller when nobody is named. */
export const leaveLimitsOptions = (year: number, userId?: number) =>
  queryOptions({
    queryKey: [...leaveKey, 'limits', year, userId],
    queryFn: ({ signal }) => api.fetchLimits(year, userId, signal),
  });
/** Who reports to somebody directly; nobody while it is not known to whom. */
export const teamOptions = (managerId: number | undefined) =>
  queryOptions({
    queryKey: ['people', managerId, 'team'],
    queryFn: ({ signal }) => api.fetchReports(managerId!, signal),
    enabled: managerId !== undefined,
    staleTime: 5 * 60_000,
  });
/** Who of these people is away between two days, without why. */
export const awayOptions = (people: readonly number[] | undefined, from: string, until: string) =>
  queryOptions({
    queryKey: [...leaveKey, 'away', people, from, until],
    queryFn: ({ signal }) => api.fetchAway(people!, from, until, signal),
    enabled: people !== undefined,
    placeholderData: keepPreviousData,
  });

/** Shows what others ask for and decide while the page is open. */
export const useLiveLeave = () => useLiveTopic('leaves', leaveKey);

/**
 * A write of leave. Whether it went well or not, what is on screen is read again; not waited for, as what was decided on
 * leaves the screen with it and could not say any more how it went.
 */
export function useLeaveWrite<Args, Answer>(write: (args: Args) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => void client.invalidateQueries({ queryKey: leaveKey }),
  });
}
