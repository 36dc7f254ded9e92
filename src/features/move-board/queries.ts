import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movesKey } from '#src/directory/move-queries.ts';
import {
  type BoardFilter,
  countTasks,
  fetchBoard,
  fetchConflicts,
  fetchTasks,
  type TaskFilter,
} from './api.ts';

const PAGE = 100;

/** @param limit cards of each status */
export const boardOptions = (filter: BoardFilter, limit: number) =>
  queryOptions({
    queryKey: [...movesKey, 'board', filter, limit],
    queryFn: ({ signal }) => fetchBoard(filter, limit, signal),
    placeholderData: keepPreviousData,
  });
export const conflictsOptions = (id: number) =>
  queryOptions({
    queryKey: [...movesKey, 'one', id, 'conflicts'],
    queryFn: ({ signal }) => fetchConflicts(id, signal),
  });
export const taskListOptions = (filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: [...movesKey, 'tasks', filter],
    queryFn: ({ pageParam, signal }) => fetchTasks(filter, { startAt: pageParam, limit: PAGE }, signal),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => (page.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
export const taskCountOptions = (filter: TaskFilter) =>
  queryOptions({
    queryKey: [...movesKey, 'task-count', filter],
    queryFn: ({ signal }) => countTasks(filter, signal),
    placeholderData: keepPreviousData,
  });
