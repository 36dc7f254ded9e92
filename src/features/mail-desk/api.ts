import { z } from 'zod';
import { type MailCheckIn, mailItem, type Queue } from '#contract/mail.ts';
import { removed } from '#contract/wire.ts';
import type { Action, OpenStep } from '#src/directory/mail-calls.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { MailFilters } from './filters.ts';

const mailItems = z.array(mailItem);

/** How many items one page of a queue brings. */
export const PAGE = 100;
type Paging = { beforeId?: number | undefined };

export const fetchItems = (
  queue: Queue | undefined,
  filters: MailFilters,
  page: Paging,
  signal: AbortSignal,
) =>
  http(
    'GET',
    withQuery('/mail/items', { queue, ...filters, ...page, orderBy: 'id', orderByType: 'desc', limit: PAGE }),
    { reply: mailItems, signal },
  );
/** Open items whose number contains the text, or all open ones of a person. */
export const fetchOpen = (filters: Pick<MailFilters, 'search' | 'toUserId'>, signal?: AbortSignal) =>
  http(
    'GET',
    withQuery('/mail/items', {
      queue: 'IN,PENDING,TRANSFER,CHECKOUT',
      ...filters,
      orderBy: 'id',
      orderByType: 'desc',
      limit: PAGE,
    }),
    { reply: mailItems, ...(signal && { signal }) },
  );

export const checkIn = (scans: readonly MailCheckIn[], idempotencyKey: string) =>
  http('POST', '/mail/items/checkin', { reply: mailItems, body: scans, idempotencyKey });
export const stepItem = (id: number, step: OpenStep, action: Action) =>
  http('PUT', `/mail/items/${id}/${step}`, { reply: mailItem, body: action });
export const commentItem = (id: number, comment: string, idempotencyKey: string) =>
  http('PUT', `/mail/items/${id}/addComment`, { reply: mailItem, body: { comment }, idempotencyKey });
export const deleteItem = (id: number) => http('DELETE', `/mail/items/${id}`, { reply: removed });
