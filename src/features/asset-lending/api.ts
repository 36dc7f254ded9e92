import { z } from 'zod';
import {
  assetLoan,
  type AssetLoan,
  lendableAsset,
  lendingRules,
  type LendingRules,
  lendingScan,
} from '#contract/asset-loans.ts';
import type { AssetCondition } from '#contract/assets.ts';
import { count as countReply } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export type LoanFilter = {
  state?: string;
  overdue?: boolean;
  mine?: boolean;
  assetId?: number;
  dueUntil?: number;
  search?: string;
  orderBy?: string;
  orderByType?: 'asc' | 'desc';
};
const loans = z.array(assetLoan);

export const fetchLoans = (filter: LoanFilter, startAt: number, limit: number, signal: AbortSignal) =>
  http('GET', withQuery('/assets/loans', { ...filter, startAt, limit }), { reply: loans, signal });
export const countLoans = async (
  { orderBy: _by, orderByType: _way, ...filter }: LoanFilter,
  signal: AbortSignal,
) => (await http('GET', withQuery('/assets/loans/count', filter), { reply: countReply, signal })).count;
export const fetchLoan = (id: number, signal: AbortSignal) =>
  http('GET', `/assets/loans/${id}`, { reply: assetLoan, signal });

export type LendBody = { asset: { id: number }; user: { id: number }; dueDate: number; notes?: string };
/** Hands it over now. @throws 409 that says who has it */
export const lendAsset = (body: LendBody, key: string) =>
  http('POST', '/assets/loans', { reply: assetLoan, body, idempotencyKey: key });
export type ReserveBody = { asset: { id: number }; startDate: number; dueDate: number };
export const reserveAsset = (body: ReserveBody, key: string) =>
  http('POST', '/assets/loans/reserve', { reply: assetLoan, body, idempotencyKey: key });
export const editLoan = ({ id, dateUpdated }: AssetLoan, body: { dueDate?: number; startDate?: number }) =>
  http('PUT', `/assets/loans/${id}`, { reply: assetLoan, body, ifMatch: `"${dateUpdated}"` });
export type LoanStep = 'handOver' | 'return' | 'cancel' | 'undo' | 'remind';
export type ReturnBody = { condition: AssetCondition; notes?: string; room?: { id: number } };
export const stepLoan = (id: number, step: LoanStep, body: object = {}) =>
  http('PUT', `/assets/loans/${id}/${step}`, { reply: assetLoan, body });

export type LendableFilter = { search?: string; startDate: number; dueDate: number; typeId?: number };
export const fetchLendable = (filter: LendableFilter, startAt: number, limit: number, signal: AbortSignal) =>
  http('GET', withQuery('/assets/lendable', { ...filter, startAt, limit }), {
    reply: z.array(lendableAsset),
    signal,
  });
/** What can be done with the asset that bears the code. @throws 404 when none does */
export const scanForLending = (code: string) =>
  http('GET', withQuery('/assets/lending/scan', { code }), { reply: lendingScan });
export const fetchRules = (signal: AbortSignal) =>
  http('GET', '/assets/lending/rules', { reply: lendingRules, signal });
export const saveRules = (body: LendingRules) =>
  http('PUT', '/assets/lending/rules', { reply: lendingRules, body });
