import { z } from 'zod';
import { moveConflicts } from '#contract/move-effect.ts';
import { moveBoard } from '#contract/moves-board.ts';
import { moveItemTask } from '#contract/moves-work.ts';
import { count } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** What narrows the board down; moments in epoch milliseconds, `until` excluded. */
export type BoardFilter = {
  search?: string;
  /** One or several, with commas between them. */
  statusCode?: string;
  buildingId?: number;
  mine?: true;
  toApprove?: true;
  from?: number;
  until?: number;
};
/** @param limit cards of each status */
export const fetchBoard = (filter: BoardFilter, limit: number, signal: AbortSignal) =>
  http('GET', withQuery('/move/board', { ...filter, limit }), { reply: moveBoard, signal });
export const fetchConflicts = async (id: number, signal: AbortSignal) =>
  (await http('GET', `/move/requests/${id}/conflicts`, { reply: moveConflicts, signal })).conflicts;

export type TaskFilter = {
  search?: string;
  taskId?: number;
  buildingId?: number;
  done?: boolean;
  from?: number;
  until?: number;
};
type Page = { startAt: number; limit: number };
/** What is next to be done first. */
export const fetchTasks = (filter: TaskFilter, page: Page, signal: AbortSignal) =>
  http(
    'GET',
    withQuery('/move/checklist', { ...filter, ...page, orderBy: 'request.date', orderByType: 'asc' }),
    { reply: z.array(moveItemTask), signal },
  );
export const countTasks = async (filter: TaskFilter, signal: AbortSignal) =>
  (await http('GET', withQuery('/move/checklist/count', filter), { reply: count, signal })).count;
