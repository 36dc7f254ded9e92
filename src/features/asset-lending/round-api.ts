import { z } from 'zod';
import {
  askedPerson,
  assetAsk,
  assetRound,
  assetRoundPreview,
  heldAsset,
  type HoldingAnswer,
} from '#contract/asset-confirmations.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const held = z.array(heldAsset);
export type Answer = { id: number; answer: HoldingAnswer | null; note?: string | null; photograph?: string };

export const fetchMine = (signal: AbortSignal) => http('GET', '/assets/mine', { reply: held, signal });
/** All of these or none; answers what the caller holds then. */
export const sendAnswers = (answers: readonly Answer[]) =>
  http('PUT', '/assets/mine/answers', { reply: held, body: { answers } });

export const fetchRounds = (closed: boolean, startAt: number, limit: number, signal: AbortSignal) =>
  http(
    'GET',
    withQuery('/assets/confirmations', {
      closed,
      startAt,
      limit,
      orderBy: 'dueDate',
      orderByType: closed ? 'desc' : 'asc',
    }),
    { reply: z.array(assetRound), signal },
  );
export const fetchRound = (id: number, signal: AbortSignal) =>
  http('GET', `/assets/confirmations/${id}`, { reply: assetRound, signal });
export const fetchAsks = (id: number, answer: string, startAt: number, limit: number, signal?: AbortSignal) =>
  http('GET', withQuery(`/assets/confirmations/${id}/answers`, { answer, startAt, limit, orderBy: 'user' }), {
    reply: z.array(assetAsk),
    ...(signal && { signal }),
  });
export const fetchAsked = (id: number, startAt: number, limit: number, signal: AbortSignal) =>
  http('GET', withQuery(`/assets/confirmations/${id}/people`, { startAt, limit }), {
    reply: z.array(askedPerson),
    signal,
  });

type Ref = { id: number };
export type RoundScope = { everybody: true } | { teamOf: Ref } | { people: Ref[] };
export const previewRound = (scope: RoundScope, signal: AbortSignal) =>
  http('POST', '/assets/confirmations/preview', { reply: assetRoundPreview, body: scope, signal });
export const startRound = (body: RoundScope & { name: string; dueDate: number }, key: string) =>
  http('POST', '/assets/confirmations', { reply: assetRound, body, idempotencyKey: key });
export const closeRound = (id: number) =>
  http('PUT', `/assets/confirmations/${id}/close`, { reply: assetRound, body: {} });
export const remindRound = (id: number) =>
  http('PUT', `/assets/confirmations/${id}/remind`, { reply: assetRound, body: {} });
