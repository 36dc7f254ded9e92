import { mailAlert } from '#contract/mail.ts';
import { count, removed } from '#contract/wire.ts';
import { mailAlerts } from '#src/directory/alerts.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export const PAGE = 100;

export const fetchAlerts = (search: string | undefined, startAt: number, signal: AbortSignal) =>
  http(
    'GET',
    withQuery('/mail/alerts', { search, startAt, orderBy: 'id', orderByType: 'desc', limit: PAGE }),
    { reply: mailAlerts, signal },
  );
export const countAlerts = async (search: string | undefined, signal: AbortSignal) =>
  (await http('GET', withQuery('/mail/alerts/count', { search }), { reply: count, signal })).count;

/** A note as it is written; without `user` it is for everybody at the desk. */
export type AlertText = { notes: string; user: { id: number } | null; multipleAlerts: boolean };
export const addAlert = (body: AlertText, idempotencyKey: string) =>
  http('POST', '/mail/alerts', { reply: mailAlert, body, idempotencyKey });
export const changeAlert = (id: number, body: AlertText) =>
  http('PUT', `/mail/alerts/${id}`, { reply: mailAlert, body });
export const deleteAlert = (id: number) => http('DELETE', `/mail/alerts/${id}`, { reply: removed });
