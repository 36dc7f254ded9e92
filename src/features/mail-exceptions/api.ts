import { z } from 'zod';
import { suggestions } from '#contract/mail-exceptions.ts';
import { MAX_BATCH, mailItem } from '#contract/mail.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { ExceptionReason } from './search.ts';

const mailItems = z.array(mailItem);

/** How many one page brings. */
export const PAGE = 100;
export const fetchExceptions = (
  exceptionReason: ExceptionReason | undefined,
  beforeId: number | undefined,
  signal: AbortSignal,
) =>
  http(
    'GET',
    withQuery('/mail/items', {
      exception: true,
      exceptionReason,
      beforeId,
      orderBy: 'id',
      orderByType: 'desc',
      limit: PAGE,
    }),
    { reply: mailItems, signal },
  );

/** People whom the name on the label may mean, best first. */
export const fetchSuggestions = (id: number, signal: AbortSignal) =>
  http('GET', `/mail/items/${id}/suggestions`, { reply: suggestions, signal });

/** All of a call or none of it; more parcels than the server takes at once are several calls. */
export async function assignItems(ids: readonly number[], personId: number, key: string) {
  const assigned = [];
  for (let at = 0; at < ids.length; at += MAX_BATCH) {
    const body = ids.slice(at, at + MAX_BATCH).map((id) => ({ id, toUser: { id: personId } }));
    const idempotencyKey = `${key}-${at}`;
    assigned.push(...(await http('PUT', '/mail/items/assign', { reply: mailItems, body, idempotencyKey })));
  }
  return assigned;
}
