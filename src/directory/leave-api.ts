import { z } from 'zod';
import { type AwayPerson, awayPerson, leave, leaveLimit, leaveType } from '#contract/leaves.ts';
import { chartPerson } from '#contract/people.ts';
import { count as countReply } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export type LeaveFilter = {
  mine?: boolean;
  forApproval?: boolean;
  /** Leaves that touch these days. */
  from?: string;
  until?: string;
  orderBy?: string;
  orderByType?: 'asc' | 'desc';
};

export const fetchLeaves = (filter: LeaveFilter, startAt: number, limit: number, signal: AbortSignal) =>
  http('GET', withQuery('/leaves', { ...filter, startAt, limit }), { reply: z.array(leave), signal });
export const countApprovals = async (signal: AbortSignal) =>
  (await http('GET', '/leaves/count?forApproval=true', { reply: countReply, signal })).count;
export const fetchLeave = (id: number, signal: AbortSignal) =>
  http('GET', `/leaves/${id}`, { reply: leave, signal });
export const fetchTypes = (signal: AbortSignal) =>
  http('GET', '/leaves/types', { reply: z.array(leaveType), signal });
/** Of the caller when nobody is named. @throws 403 for people whose days the caller may not know */
export const fetchLimits = (year: number, userId: number | undefined, signal: AbortSignal) =>
  http('GET', withQuery('/leaves/limits', { year, userId, limit: 500 }), {
    reply: z.array(leaveLimit),
    signal,
  });

/** @throws 400 without a comment when it is rejected, 403 and 409 with a sentence */
export const stepLeave = (
  id: number,
  step: 'approve' | 'reject' | 'withdraw' | 'cancel',
  body: { comment?: string },
) => http('POST', `/leaves/${id}/${step}`, { reply: leave, body });

const MOST = 500;
/** Who of these people is away between two days, at most 500 leaves. */
export const fetchAway = async (
  people: readonly number[],
  from: string,
  until: string,
  signal: AbortSignal,
): Promise<AwayPerson[]> =>
  people.length === 0
    ? []
    : http('GET', withQuery('/leaves/away', { userId: people.join(','), from, until, limit: MOST }), {
        reply: z.array(awayPerson),
        signal,
      });

/** Who reports to somebody directly. */
export const fetchReports = (id: number, signal: AbortSignal) =>
  http('GET', `/users/${id}/reports?limit=${MOST}`, { reply: z.array(chartPerson), signal });
