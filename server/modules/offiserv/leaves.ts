import type { z } from 'zod';
import type { LeaveDaysQuery, OffiServQuery, leaveDaysLimit, leaveRequest } from '#contract/offiserv.ts';
import { userUri } from '#contract/offiserv-links.ts';
import { leaveQuery, type Leave, type LeaveLimit, type LeaveStatus } from '#contract/leaves.ts';
import type { UserShort } from '#contract/users.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { listLeaves, listLimits } from '#server/modules/leaves/service.ts';
import { oneMore } from './page.ts';

const short = ({ id, name }: UserShort) => ({ id: String(id), uri: userUri(id), displayName: name });
const isoOf = (ms: number) => new Date(ms).toISOString();
const typeOf = ({ id, name }: { id: number; name: string }) => ({ id: String(id), name });
const words: Record<LeaveStatus, string> = {
  pending: 'Awaiting approval',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  cancelled: 'Cancelled',
};

const asRequest = (one: Leave): z.input<typeof leaveRequest> => ({
  id: String(one.id),
  user: short(one.user),
  type: typeOf(one.type),
  start: one.startDate,
  end: one.endDate,
  startsAtNoon: one.startsAtNoon,
  endsAtNoon: one.endsAtNoon,
  days: one.days,
  note: one.note,
  state: { code: one.status, name: words[one.status] },
  ...(one.approver && { approver: short(one.approver) }),
  ...(one.delegate && { delegate: short(one.delegate) }),
  created: isoOf(one.dateCreated),
  updated: isoOf(one.dateUpdated),
  resourceUri: `/external/api/rest/v2/leaves/${one.id}`,
  page: `/leaves?open=${one.id}`,
});

/** @param by whose eyes: who may see which leave is the affair of the module of leave */
async function requests(tx: Tx, by: Caller, query: OffiServQuery, narrow: Record<string, string>) {
  const whole = { ...leaveQuery.parse(narrow), startAt: query.startAt, limit: oneMore(query) };
  const found = JSON.parse(await listLeaves(tx, whole, by)) as Leave[];
  return found.map((one) => JSON.stringify(asRequest(one)));
}

/** A person's leave requests as JSON texts, the latest days first, as far as the caller may see them. */
export const leavesOf = (tx: Tx, caller: Caller, person: number, query: OffiServQuery) =>
  requests(tx, caller, query, { userId: String(person), orderBy: 'startDate', orderByType: 'desc' });

/** What waits for the person's word, as JSON texts, the longest waiting first. */
export const leavesFor = (tx: Tx, person: Caller, query: OffiServQuery) =>
  requests(tx, person, query, { forApproval: 'true', orderBy: 'dateCreated' });

const asLimit = ({ type, limited, year, days, carried, expired, used, pending, left }: LeaveLimit) =>
  ({ type: typeOf(type), limited, year, days, carried, expired, used, pending, left }) satisfies z.input<
    typeof leaveDaysLimit
  >;

/** What the person may take in a year, by type, as JSON texts. @param year this one when nothing is said @throws 403 */
export const limitsOf = async (
  tx: Tx,
  caller: Caller,
  person: number,
  { year, ...query }: LeaveDaysQuery,
) => {
  const limits = await listLimits(tx, caller, {
    userId: [person],
    typeId: undefined,
    year,
    startAt: query.startAt,
    limit: oneMore(query),
  });
  return limits.map((one) => JSON.stringify(asLimit(one)));
};
