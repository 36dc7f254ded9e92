import { z } from 'zod';
import { bag, bagWithItems } from '#contract/mail-bags.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { BagState } from './search.ts';

const bags = z.array(bag);
export type BagWithItems = z.infer<typeof bagWithItems>;
const MOST = 200;

export const fetchBags = (state: BagState, signal: AbortSignal) =>
  http('GET', withQuery('/mail/bags', { state, orderBy: 'id', orderByType: 'desc', limit: MOST }), {
    reply: bags,
    signal,
  });
export const fetchBag = (id: number, signal: AbortSignal) =>
  http('GET', `/mail/bags/${id}`, { reply: bagWithItems, signal });
export const createBag = (from: number, to: number, idempotencyKey: string) =>
  http('POST', '/mail/bags', {
    reply: bagWithItems,
    body: { from: { id: from }, to: { id: to } },
    idempotencyKey,
  });

const refs = (ids: readonly number[]) => ids.map((id) => ({ id }));
export const putIn = (id: number, items: readonly number[]) =>
  http('PUT', `/mail/bags/${id}/items`, { reply: bagWithItems, body: refs(items) });
export const takeOut = (id: number, items: readonly number[]) =>
  http('DELETE', `/mail/bags/${id}/items`, { reply: bagWithItems, body: refs(items) });
export const sendBag = (id: number) => http('PUT', `/mail/bags/${id}/send`, { reply: bagWithItems });
/** `found` is what was really in it; all of it when not given. */
export const receiveBag = (id: number, found?: readonly number[]) =>
  http('PUT', `/mail/bags/${id}/receive`, { reply: bagWithItems, ...(found && { body: refs(found) }) });
