import { z } from 'zod';
import { holdReason } from '#contract/service-requests-catalogue.ts';
import { lookers, serviceOperator, serviceTime } from '#contract/service-requests-work.ts';
import { assigned, serviceRequest, serviceStats } from '#contract/service-requests.ts';
import type { StepName } from '#src/directory/request-steps.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

/** What may be said with a step; the reason goes with `hold`, signature and signer with `complete`. */
export type Said = {
  note?: string | null;
  reason?: { id: number } | null;
  signature?: string | null;
  signedBy?: string | null;
};

const root = '/maintenance/requests';

/** Takes a request a step on; one that has been taken already changes nothing. @throws 409 with the reason */
export const takeStep = (id: number, step: StepName, said: Said) =>
  http('PUT', `${root}/${id}/${step}`, { reply: serviceRequest, body: said });
export const changeOperators = (id: number, add: readonly number[], remove: readonly number[]) =>
  http('PUT', `${root}/${id}/operators`, {
    reply: serviceRequest,
    body: { add: add.map((one) => ({ id: one })), remove: remove.map((one) => ({ id: one })) },
  });
/** The server takes no more at once. */
export const MOST_ASSIGNED = 500;
/** All of these requests to all of those operators, or none. Answers those that changed. */
export const assignMany = (requests: readonly number[], operators: readonly number[]) =>
  http('PUT', `${root}/assign`, {
    reply: assigned,
    body: { requests: requests.map((id) => ({ id })), operators: operators.map((id) => ({ id })) },
  });
export const fetchOperators = (centerId: string, signal: AbortSignal) =>
  http('GET', withQuery('/service/operators', { centerId }), { reply: z.array(serviceOperator), signal });
export const fetchHoldReasons = (centerId: string, signal: AbortSignal) =>
  http('GET', withQuery('/service/hold-reasons', { centerId, limit: 200, orderBy: 'sortOrder' }), {
    reply: z.array(holdReason),
    signal,
  });
export const fetchOpenStats = (signal: AbortSignal) =>
  http('GET', `${root}/stats?open=true`, { reply: serviceStats, signal });

/** Says that one has it open; answers who else has. */
export const look = (id: number, signal: AbortSignal) =>
  http('POST', `${root}/${id}/looking`, { reply: lookers, signal });
export const lookAway = (id: number) => http('DELETE', `${root}/${id}/looking`, { reply: lookers });

const times = z.array(serviceTime);
export const fetchTimes = (id: number, signal: AbortSignal) =>
  http('GET', `${root}/${id}/time`, { reply: times, signal });
export const addTime = (id: number, minutes: number, note: string, key: string) =>
  http('POST', `${root}/${id}/time`, { reply: times, body: { minutes, note }, idempotencyKey: key });
export const addSupply = (id: number, name: string, quantity: number, key: string) =>
  http('POST', `${root}/${id}/supplies`, {
    reply: serviceRequest,
    body: { name, quantity },
    idempotencyKey: key,
  });
