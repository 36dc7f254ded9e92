import type { z } from 'zod';
import type { moveTaskCreate } from '#contract/moves-settings.ts';
import { moveRequestType, moveTask } from '#contract/moves.ts';
import { removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';

/** Of a type or a task; what a request asks for is a task's alone. */
export type EntryBody = z.input<typeof moveTaskCreate>;
const root = '/move/settings';

export const changeType = (id: number, { name, fields }: EntryBody) =>
  http('PUT', `${root}/types/${id}`, { reply: moveRequestType, body: { name, fields } });
export const changeTask = (id: number, body: EntryBody) =>
  http('PUT', `${root}/tasks/${id}`, { reply: moveTask, body });
export const addTask = (body: EntryBody, key: string) =>
  http('POST', `${root}/tasks`, { reply: moveTask, body, idempotencyKey: key });
export const removeTask = (id: number) => http('DELETE', `${root}/tasks/${id}`, { reply: removed });
