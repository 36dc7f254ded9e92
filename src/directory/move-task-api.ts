import { moveItemTask } from '#contract/moves-work.ts';
import { http } from '#src/lib/http.ts';

export type TaskChange = { done?: boolean; note?: string | null };
export const changeTask = (item: number, task: number, body: TaskChange) =>
  http('PUT', `/move/items/${item}/tasks/${task}`, { reply: moveItemTask, body });
/** Makes the service request through which the task is done. @param type of it, where the settings do not say */
export const makeTaskRequest = (item: number, task: number, type: number | undefined, key: string) =>
  http('POST', `/move/items/${item}/tasks/${task}/serviceRequest`, {
    reply: moveItemTask,
    body: type === undefined ? {} : { type: { id: type } },
    idempotencyKey: key,
  });
