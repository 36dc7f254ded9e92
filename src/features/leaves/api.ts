import type { z } from 'zod';
import {
  leave,
  type leaveCreate,
  leaveLimit,
  type leaveLimitEdit,
  leavePreview,
  leaveType,
  type leaveTypeCreate,
} from '#contract/leaves.ts';
import { removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';

/** What is asked for; `id` is that of a pending leave that is to be changed. */
export type WishBody = z.input<typeof leaveCreate>;
/** Of what it would mean; nothing is written. @throws 400 naming the field */
export const previewLeave = (body: WishBody & { id?: number }, signal: AbortSignal) =>
  http('POST', '/leaves/preview', { reply: leavePreview, body, signal });
/** @throws 409 with the reason, such as a limit that is exceeded */
export const askForLeave = (body: WishBody, key: string) =>
  http('POST', '/leaves', { reply: leave, body, idempotencyKey: key });
/** @param version of the leave that is changed @throws 412 when somebody was quicker */
export const changeLeave = (id: number, { user: _user, ...body }: WishBody, version: number) =>
  http('PUT', `/leaves/${id}`, { reply: leave, body, ifMatch: `"${version}"` });

export type TypeBody = z.input<typeof leaveTypeCreate>;
export const addType = (body: TypeBody, key: string) =>
  http('POST', '/leaves/types', { reply: leaveType, body, idempotencyKey: key });
export const changeType = (id: number, body: TypeBody) =>
  http('PUT', `/leaves/types/${id}`, { reply: leaveType, body });
export const removeType = (id: number) => http('DELETE', `/leaves/types/${id}`, { reply: removed });
export type LimitBody = z.input<typeof leaveLimitEdit>;
export const changeLimit = (body: LimitBody) => http('PUT', '/leaves/limits', { reply: leaveLimit, body });
