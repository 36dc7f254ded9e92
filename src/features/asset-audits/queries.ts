import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { fetchAssets } from '#src/directory/asset-api.ts';
import { listenForChanges } from '#src/lib/events.ts';
import {
  type AuditFilter,
  countDifferences,
  type DifferenceFilter,
  fetchAudit,
  fetchAudits,
  fetchDifferences,
  fetchProgress,
  fetchReport,
  fetchRows,
  fetchTags,
  previewScope,
  type ScopeBody,
  type TagFilter,
} from './api.ts';

const auditsKey = ['asset-audits'] as const;
const PAGE = 100;
const ALL = 500;
const nextPage = (page: readonly unknown[], pages: readonly unknown[]) =>
  page.length < PAGE ? undefined : pages.length * PAGE;

export const auditsOptions = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: [...auditsKey, 'list', filter],
    queryFn: ({ pageParam, signal }) => fetchAudits(filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });
export const auditOptions = (id: number) =>
  queryOptions({
    queryKey: [...auditsKey, id, 'audit'],
    queryFn: ({ signal }) => fetchAudit(id, signal),
  });
/** Building by building, floor by floor, space by space; of one floor where that is all that is wanted. */
export const progressOptions = (id: number, floorId?: number) =>
  queryOptions({
    queryKey: [...auditsKey, id, 'progress', floorId],
    queryFn: ({ signal }) => fetchProgress(id, floorId, signal),
  });
export const reportOptions = (id: number) =>
  queryOptions({
    queryKey: [...auditsKey, id, 'report'],
    queryFn: ({ signal }) => fetchReport(id, signal),
  });
export const previewOptions = (scope: ScopeBody) =>
  queryOptions({
    queryKey: [...auditsKey, 'preview', scope],
    queryFn: ({ signal }) => previewScope(scope, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** All pages of a list, one after the other. */
async function everyPage<T>(fetchPage: (startAt: number) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await fetchPage(all.length);
    all.push(...page);
    if (page.length < ALL) return all;
  }
}
/** What is expected in a space, and what was seen there. */
export const spaceRowsOptions = (id: number, roomId: number) =>
  queryOptions({
    queryKey: [...auditsKey, id, 'space', roomId],
    queryFn: ({ signal }) =>
      everyPage((startAt) => fetchRows(id, { roomId }, { startAt, limit: ALL }, signal)),
  });
/** What the register has in a space, for a walk of no campaign. */
export const registeredOptions = (roomId: number) =>
  queryOptions({
    queryKey: [...auditsKey, 'registered', roomId],
    queryFn: ({ signal }) =>
      everyPage((startAt) => fetchAssets({ roomId, orderBy: 'id' }, { startAt, limit: ALL }, signal)),
  });

export const differencesOptions = (id: number, filter: DifferenceFilter) =>
  infiniteQueryOptions({
    queryKey: [...auditsKey, id, 'differences', filter],
    queryFn: ({ pageParam, signal }) =>
      fetchDifferences(id, filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });
export const differenceCountOptions = (id: number, filter: DifferenceFilter) =>
  queryOptions({
    queryKey: [...auditsKey, id, 'difference-count', filter],
    queryFn: ({ signal }) => countDifferences(id, filter, signal),
    placeholderData: keepPreviousData,
  });
export const tagsOptions = (filter: TagFilter) =>
  infiniteQueryOptions({
    queryKey: [...auditsKey, 'tags', filter],
    queryFn: ({ pageParam, signal }) => fetchTags(filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: nextPage,
    placeholderData: keepPreviousData,
  });

/** Changes within this time are one: two auditors scan several times a second. */
const GATHER = 400;

/** Shows what others do in audits while the page is open; one reading at a time, however many changes come. */
export function useLiveAudits(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let due = false;
    let running = false;
    const run = async () => {
      timer = undefined;
      [due, running] = [false, true];
      await client.invalidateQueries({ queryKey: auditsKey });
      running = false;
      if (due) schedule();
    };
    const schedule = () => {
      timer ??= setTimeout(() => void run(), GATHER);
    };
    const stop = listenForChanges({
      changed: ({ topic }) => {
        if (topic !== 'asset-audits') return;
        due = true;
        if (!running) schedule();
      },
      missed: () => {},
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [client]);
}

/** A write to audits. Whether it went well or not, what is on screen is read again. */
export function useAuditWrite<Args, Answer>(write: (args: Args) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ queryKey: auditsKey }),
  });
}
