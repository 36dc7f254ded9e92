import { labels } from '#contract/mail-scan.ts';
import { http } from '#src/lib/http.ts';

/**
 * What to print. A parcel without a running number gets one by this, once and for ever: asking again answers
 * the same.
 */
export const fetchLabels = (ids: readonly number[], signal: AbortSignal) =>
  http('PUT', '/mail/items/labels', { reply: labels, body: ids.map((id) => ({ id })), signal });
