import { z } from 'zod';
import { mailItem } from '#contract/mail.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const mailItems = z.array(mailItem);
const MOST = 500;
/** How many delivered ones come at a time. */
export const PAGE = 30;
const newest = { mine: true, orderBy: 'id', orderByType: 'desc' } as const;

export const fetchOpen = (signal: AbortSignal) =>
  http('GET', withQuery('/mail/items', { ...newest, queue: 'IN,PENDING,TRANSFER,CHECKOUT', limit: MOST }), {
    reply: mailItems,
    signal,
  });
export const fetchDelivered = (beforeId: number | undefined, signal: AbortSignal) =>
  http('GET', withQuery('/mail/items', { ...newest, queue: 'OUT', beforeId, limit: PAGE }), {
    reply: mailItems,
    signal,
  });

export type Hold = { until?: number; note?: string };
export type Forward = { forwardTo?: string; toUser?: { id: number }; note?: string };
export const holdItem = (id: number, body: Hold) =>
  http('PUT', `/mail/items/${id}/hold`, { reply: mailItem, body });
export const forwardItem = (id: number, body: Forward) =>
  http('PUT', `/mail/items/${id}/forward`, { reply: mailItem, body });
/** Takes a hold or a forward back. */
export const releaseItem = (id: number) =>
  http('PUT', `/mail/items/${id}/release`, { reply: mailItem, body: {} });
