import { z } from 'zod';
import { contact } from '#contract/contacts.ts';
import { count, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { listParameters, type RecordSearch } from '#src/lib/record-search.ts';

export const PAGE = 100;

export const fetchContacts = (search: RecordSearch, startAt: number, signal: AbortSignal) =>
  http('GET', withQuery('/contacts', { ...listParameters(search), startAt, limit: PAGE }), {
    reply: z.array(contact),
    signal,
  });
export const countContacts = async (search: string | undefined, signal: AbortSignal) =>
  (await http('GET', withQuery('/contacts/count', { search }), { reply: count, signal })).count;
export const fetchContact = (id: number, signal: AbortSignal) =>
  http('GET', `/contacts/${id}`, { reply: contact, signal });

/** null takes an attribute away. */
export type ContactText = Record<string, unknown>;
export const addContact = (body: ContactText, idempotencyKey: string) =>
  http('POST', '/contacts', { reply: contact, body, idempotencyKey });
export const changeContact = (id: number, body: ContactText) =>
  http('PUT', `/contacts/${id}`, { reply: contact, body });
export const deleteContact = (id: number) => http('DELETE', `/contacts/${id}`, { reply: removed });
