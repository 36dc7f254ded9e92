import { z } from 'zod';
import { agreement } from '#contract/agreements.ts';
import { count, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { listParameters, type RecordSearch } from '#src/lib/record-search.ts';

export const PAGE = 100;

export const fetchAgreements = (search: RecordSearch, startAt: number, signal: AbortSignal) =>
  http('GET', withQuery('/agreements', { ...listParameters(search), startAt, limit: PAGE }), {
    reply: z.array(agreement),
    signal,
  });
export const countAgreements = async (search: string | undefined, signal: AbortSignal) =>
  (await http('GET', withQuery('/agreements/count', { search }), { reply: count, signal })).count;
export const fetchAgreement = (id: number, signal: AbortSignal) =>
  http('GET', `/agreements/${id}`, { reply: agreement, signal });

/** null takes an attribute away. */
export type AgreementText = Record<string, unknown>;
export const addAgreement = (body: AgreementText, idempotencyKey: string) =>
  http('POST', '/agreements', { reply: agreement, body, idempotencyKey });
export const changeAgreement = (id: number, body: AgreementText) =>
  http('PUT', `/agreements/${id}`, { reply: agreement, body });
export const deleteAgreement = (id: number) => http('DELETE', `/agreements/${id}`, { reply: removed });
