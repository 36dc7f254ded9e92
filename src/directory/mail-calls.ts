import { z } from 'zod';
import { resolution } from '#contract/mail-scan.ts';
import { type MailAction, mailCounts, mailDesk, type MailEdit, mailItem } from '#contract/mail.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const mailItems = z.array(mailItem);
export type Action = NonNullable<MailAction>;
export type Delivery = Action & { id: number };
export type OpenStep = 'checkout' | 'pending' | 'transfer';

export const fetchDesk = (signal: AbortSignal) => http('GET', '/mail/desk', { reply: mailDesk, signal });
export const fetchCounts = (filters: Record<string, string | number | boolean>, signal: AbortSignal) =>
  http('GET', withQuery('/mail/items/counts', filters), { reply: mailCounts, signal });
export const fetchItem = (id: number, signal?: AbortSignal) =>
  http('GET', `/mail/items/${id}`, { reply: mailItem, ...(signal && { signal }) });
/** What a scanned code is to the desk: a parcel, a bag, a person with their parcels, a stop, or nothing known. */
export const resolveCode = (code: string) =>
  http('GET', withQuery('/mail/resolve', { code: code.slice(0, 200) }), { reply: resolution });
/** `version` is the dateUpdated that the edit was made on; somebody's newer one is refused with 409. */
export const editItem = (id: number, edit: MailEdit, version: number) =>
  http('PUT', `/mail/items/${id}`, { reply: mailItem, body: edit, ifMatch: `"${version}"` });
export const deliverItems = (deliveries: readonly Delivery[], idempotencyKey: string) =>
  http('PUT', '/mail/items/deliver', { reply: mailItems, body: deliveries, idempotencyKey });
