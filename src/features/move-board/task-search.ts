import { textIn } from '#src/lib/address.ts';
import type { TaskFilter } from './api.ts';
import { type BoardSearch, dayIn, daysFilter, kept, positive } from './board-search.ts';

export const taskStates = ['open', 'done', 'all'] as const;
export type TaskState = (typeof taskStates)[number];
/** What narrows the tasks down. Absent state: what is open. */
export type TaskSearch = Pick<BoardSearch, 'search' | 'buildingId' | 'from' | 'until'> & {
  taskId?: number;
  state?: Exclude<TaskState, 'open'>;
};

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readTaskSearch(raw: Record<string, unknown>): TaskSearch {
  const text = textIn(raw.search).slice(0, 200);
  return kept<TaskSearch>({
    search: text.trim() ? text : undefined,
    taskId: positive(raw.taskId),
    buildingId: positive(raw.buildingId),
    from: dayIn(raw.from),
    until: dayIn(raw.until),
    state: raw.state === 'done' || raw.state === 'all' ? raw.state : undefined,
  });
}
export function taskFilter(search: TaskSearch, state: TaskState): TaskFilter {
  const { state: _state, from: _from, until: _until, ...rest } = search;
  return { ...rest, ...daysFilter(search), ...(state !== 'all' && { done: state === 'done' }) };
}
/** Whether something narrows the list down, beside the state. */
export const isNarrowed = ({ state: _state, ...rest }: TaskSearch): boolean => Object.keys(rest).length > 0;
