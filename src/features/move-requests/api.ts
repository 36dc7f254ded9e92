import { moveConflicts, type moveDraft, movePreview } from '#contract/move-effect.ts';
import { type MoveGroupField, moveGroupPreview } from '#contract/moves-board.ts';
import { type MoveAudience, moveItemTask, moveMessageSent } from '#contract/moves-work.ts';
import { z } from 'zod';
import { fetchMoveSpaces } from '#src/directory/move-api.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export type ConflictBody = z.input<typeof moveDraft>;
/** What speaks against a request that has not been sent. */
export const checkDraft = async (body: ConflictBody, signal: AbortSignal) =>
  (await http('POST', '/move/conflicts', { reply: moveConflicts, body, signal })).conflicts;
/** What will change as things stand, and what speaks against it. */
export const fetchPreview = (id: number, signal: AbortSignal) =>
  http('GET', `/move/requests/${id}/preview`, { reply: movePreview, signal });
/** Now, by hand. @param early although its date is yet to come */
export const effectMove = (id: number, early: boolean, key: string) =>
  http('POST', `/move/requests/${id}/effect`, { body: { early }, idempotencyKey: key });
/** Exactly these things go along with who is moved by the item; null: the usual ones. */
export const chooseAssets = (item: number, assets: readonly number[] | null) =>
  http('PUT', `/move/items/${item}/assets`, { body: { assets: assets?.map((id) => ({ id })) ?? null } });

/** Who takes over parcels and decisions of somebody who leaves; null: their manager. */
export const nameHeir = (item: number, heir: number | null) =>
  http('PUT', `/move/items/${item}/heir`, { body: { heir: heir === null ? null : { id: heir } } });

export type GroupMapping = Partial<Record<MoveGroupField, number>>;
export type GroupBody = {
  csv: string;
  description: string;
  date: number | null;
  mapping?: GroupMapping;
  type?: { id: number };
};
/** What a file says, row by row. Nothing is written. */
export const previewGroup = (body: GroupBody) =>
  http('POST', '/move/groups/preview', { reply: moveGroupPreview, body });

const PAGE = 500;
/** All spaces of a floor in which people can sit, with what is left of them on the date. */
export async function fetchFloorSpaces(
  floorId: number,
  date: number | undefined,
  requestId: number | undefined,
  signal: AbortSignal,
) {
  const all: Awaited<ReturnType<typeof fetchMoveSpaces>> = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page = await fetchMoveSpaces(
      { floorId, date, requestId, left: 0, limit: PAGE, startAt: all.length || undefined },
      signal,
    );
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

const lines = z.array(moveItemTask);
/** What the teams do for a move, every line of it. */
export async function fetchChecklist(id: number, signal: AbortSignal) {
  const all: z.infer<typeof lines> = [];
  for (;;) {
    const query = { requestId: id, limit: PAGE, startAt: all.length || undefined };
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const page = await http('GET', withQuery('/move/checklist', query), { reply: lines, signal });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
/** By mail; answers how many people get it. */
export const writeToPeople = (id: number, body: { text: string; to: MoveAudience }, key: string) =>
  http('POST', `/move/requests/${id}/messages`, { reply: moveMessageSent, body, idempotencyKey: key });
