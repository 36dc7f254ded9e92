import { z } from 'zod';
import { moveSpace } from '#contract/moves-board.ts';
import { moveEvent } from '#contract/moves-work.ts';
import {
  moveRequest,
  type moveRequestCreate,
  type moveRequestEdit,
  moveRequestType,
  moveStatus,
  moveTask,
} from '#contract/moves.ts';
import { count as countReply, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** What narrows a list of moves down, as the list itself and its count take it. */
export type MoveFilter = {
  search?: string | undefined;
  /** One or several, with commas between them. */
  statusCode?: string | undefined;
  archived?: boolean | undefined;
  mine?: boolean | undefined;
  toApprove?: boolean | undefined;
  requesterId?: string | undefined;
  userId?: string | undefined;
  typeId?: string | undefined;
  buildingId?: string | undefined;
  from?: number | undefined;
  until?: number | undefined;
  orderBy?: string | undefined;
  orderByType?: 'asc' | 'desc' | undefined;
};
type Page = { startAt?: number; limit?: number };

const root = '/move/requests';

export const fetchMoves = (filter: MoveFilter, page: Page, signal?: AbortSignal) =>
  http('GET', withQuery(root, { ...filter, ...page }), {
    reply: z.array(moveRequest),
    ...(signal && { signal }),
  });
export const countMoves = async (filter: MoveFilter, signal?: AbortSignal) =>
  (await http('GET', withQuery(`${root}/count`, filter), { reply: countReply, ...(signal && { signal }) }))
    .count;
export const fetchMove = (id: number, signal?: AbortSignal) =>
  http('GET', `${root}/${id}`, { reply: moveRequest, ...(signal && { signal }) });
export const fetchMoveEvents = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}/events`, { reply: z.array(moveEvent), signal });
export const fetchMoveStatuses = (signal: AbortSignal) =>
  http('GET', '/move/statuses', { reply: z.array(moveStatus), signal });
export const fetchMoveTypes = (signal: AbortSignal) =>
  http('GET', '/move/requestTypes', { reply: z.array(moveRequestType), signal });
export const fetchTaskKinds = (signal: AbortSignal) =>
  http('GET', '/move/tasks', { reply: z.array(moveTask), signal });
/** What is left of spaces on a day. */
export const fetchMoveSpaces = (query: Record<string, string | number | undefined>, signal: AbortSignal) =>
  http('GET', withQuery('/move/spaces', query), { reply: z.array(moveSpace), signal });

export type MoveBody = z.input<typeof moveRequestCreate>;
export type MoveChange = z.input<typeof moveRequestEdit>;
export const createMove = (body: MoveBody, key: string) =>
  http('POST', root, { reply: moveRequest, body, idempotencyKey: key });
/** @param version the dateUpdated that the edit was made on; 412 when somebody was quicker */
export const editMove = (id: number, body: MoveChange, version: number) =>
  http('PUT', `${root}/${id}`, { reply: moveRequest, body, ifMatch: `"${version}"` });
export const removeMove = (id: number) => http('DELETE', `${root}/${id}`, { reply: removed });

/** Steps that the server takes by their names. */
export type MoveStepName = 'approve' | 'reject' | 'reopen' | 'start' | 'unarchive';
export const takeMoveStep = (id: number, step: MoveStepName, note?: string) =>
  http('POST', `${root}/${id}/${step}`, { reply: moveRequest, body: { note: note || null } });
export const archiveMove = (id: number) => http('POST', `${root}/${id}/archive`, { body: {} });
export const commentOnMove = (id: number, comment: string, key: string) =>
  http('POST', `${root}/${id}/addComment`, { body: { comment }, idempotencyKey: key });
