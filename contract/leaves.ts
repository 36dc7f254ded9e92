import { z } from 'zod';
import { attachment, userShort } from './users.ts';
import {
  bool,
  choiceFilter,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  listQuery,
  numberFilter,
  ref,
  refOrNone,
  requiredText,
  text,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
const NO_DAY = 'must be a day such as 2027-03-01, of the years 2000 to 2199';
const inTime = (day: string) => day >= '2000-01-01' && day <= '2199-12-31';
/** A day of the calendar, wherever the person is. */
export const leaveDay = z.iso.date(NO_DAY).refine(inTime, NO_DAY);
const dayFilter = z.preprocess((value) => (value === '' ? undefined : value), leaveDay.optional());

/** pending → approved, rejected or withdrawn; approved → cancelled. */
export const leaveStatuses = ['pending', 'approved', 'rejected', 'withdrawn', 'cancelled'] as const;
export type LeaveStatus = (typeof leaveStatuses)[number];
export const leaveSteps = ['edit', 'approve', 'reject', 'withdraw', 'cancel'] as const;
export type LeaveStep = (typeof leaveSteps)[number];

/** GET /leaves/types */
export const leaveType = named.extend({
  /** Counts against a limit. */
  limited: z.boolean(),
  /** How many managers up the chain have to approve, one after the other; 0: nobody. */
  approvals: z.int().min(0).max(3),
  /** Days a year for whoever has no limit of their own. */
  defaultDays: z.number(),
  carriesOver: z.boolean(),
  /** Most days carried over; absent: all that are left. */
  carryMost: z.number().optional(),
  /** MM-DD: the last day on which carried days may be taken; absent: the whole year. */
  carryUntil: z.string().optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type LeaveType = z.infer<typeof leaveType>;

const NO_AMOUNT = 'must be a number of days from 0 to 366, in halves';
const amount = z
  .number(NO_AMOUNT)
  .min(0, NO_AMOUNT)
  .max(366, NO_AMOUNT)
  .refine((days) => Number.isInteger(days * 2), NO_AMOUNT);
const NO_YEARLY_DAY = 'must be a month and a day such as 03-31, or null';
const yearlyDay = z
  .string(NO_YEARLY_DAY)
  .regex(/^\d{2}-\d{2}$/, NO_YEARLY_DAY)
  .refine((day) => z.iso.date().safeParse(`2028-${day}`).success, NO_YEARLY_DAY);
const NO_APPROVALS = 'must be a whole number from 0 to 3';
/** POST /leaves/types */
export const leaveTypeCreate = z.object({
  name: requiredText(200),
  limited: bool.optional(),
  approvals: z.int(NO_APPROVALS).min(0, NO_APPROVALS).max(3, NO_APPROVALS).optional(),
  defaultDays: amount.optional(),
  carriesOver: bool.optional(),
  carryMost: amount.nullish(),
  carryUntil: yearlyDay.nullish(),
});
/** PUT /leaves/types/{id}: what is absent stays. */
export const leaveTypeEdit = leaveTypeCreate.partial().extend({ id: id.optional() });
export type LeaveTypeEdit = z.output<typeof leaveTypeEdit>;

/** A booking that a leave gave free. */
export const releasedBooking = z.object({
  id: z.int(),
  space: named,
  startDate: epochMs,
  endDate: epochMs,
});
export type ReleasedBooking = z.infer<typeof releasedBooking>;
const lostBooking = releasedBooking.extend({ reason: z.string() });

export const leave = z.object({
  id: z.int(),
  user: userShort,
  type: named,
  startDate: leaveDay,
  /** Included. */
  endDate: leaveDay,
  /** Away from noon of the first day; until noon of the last one. */
  startsAtNoon: z.boolean(),
  endsAtNoon: z.boolean(),
  /** Working days, half days as 0.5. */
  days: z.number(),
  note: z.string(),
  /** Who stands in. */
  delegate: userShort.optional(),
  status: z.enum(leaveStatuses),
  /** How many have to approve, one after the other, and how many of them have. */
  approvals: z.int(),
  approvalsGiven: z.int(),
  /** Whose turn it is while it is pending: the manager, or who stands in. None: any site administrator. */
  approver: userShort.optional(),
  decidedBy: userShort.optional(),
  decidedAt: epochMs.optional(),
  /** What was said when it was approved, rejected or cancelled. */
  comment: z.string(),
  /** Bookings that it gave free when it was approved; once cancelled, see `restored` and `lost`. */
  released: z.array(releasedBooking),
  restored: z.array(releasedBooking),
  lost: z.array(lostBooking),
  dateCreated: epochMs,
  dateUpdated: epochMs,
  /** What the caller may do with it now. */
  allowed: z.array(z.enum(leaveSteps)),
});
export type Leave = z.infer<typeof leave>;

const span = {
  startDate: leaveDay,
  endDate: leaveDay,
  startsAtNoon: bool.nullish(),
  endsAtNoon: bool.nullish(),
};
/** POST /leaves and /leaves/preview. `user`: for whom; site administrators alone may name others than themselves. */
export const leaveCreate = z.object({
  type: ref,
  ...span,
  note: text(2000).nullish(),
  delegate: refOrNone.optional(),
  user: ref.optional(),
});
export type LeaveCreate = z.output<typeof leaveCreate>;
/** POST /leaves/preview: with the id of a pending leave, what changing it would mean. */
export const leavePreviewBody = leaveCreate.extend({ id: id.optional() });
export type LeavePreviewBody = z.output<typeof leavePreviewBody>;
/** PUT /leaves/{id}: what is absent stays. */
export const leaveEdit = leaveCreate.omit({ user: true }).partial().extend({ id: id.optional() });
export type LeaveEdit = z.output<typeof leaveEdit>;
/** POST /leaves/{id}/approve, /withdraw, /cancel */
export const leaveStepBody = z.object({ id: id.optional(), comment: text(2000).nullish() }).nullish();
/** POST /leaves/{id}/reject */
export const leaveRejectBody = z.object({ id: id.optional(), comment: requiredText(2000) });

/** A year of a person and a type. */
export const leaveBalance = z.object({
  year: z.int(),
  days: z.number(),
  /** Carried over from the year before. */
  carried: z.number(),
  /** Carried days that were not taken in time. */
  expired: z.number(),
  used: z.number(),
  pending: z.number(),
  left: z.number(),
});
/** GET /leaves/limits; of types that are not limited only what was used and is pending. */
export const leaveLimit = leaveBalance
  .partial({ days: true, carried: true, expired: true, left: true })
  .extend({
    user: userShort,
    type: named,
    limited: z.boolean(),
    /** The person's own limit, not the default of the type. */
    own: z.boolean(),
    /** Carried days were set, not reckoned. */
    carriedSet: z.boolean(),
    /** The last day on which carried days may be taken. */
    carryUntil: z.string().optional(),
  });
export type LeaveLimit = z.infer<typeof leaveLimit>;
const NO_YEAR = 'must be a year from 2000 to 2199';
/** GET /leaves/limits: the caller's of this year when nothing is said. Several people only for site administrators. */
export const leaveLimitQuery = listQuery.pick({ limit: true, startAt: true }).extend({
  userId: idsFilter,
  typeId: idsFilter,
  year: numberFilter(2000, 2199),
});
export type LeaveLimitQuery = z.output<typeof leaveLimitQuery>;
/** PUT /leaves/limits. `days` null: the default of the type again; `carried` null: reckoned again; absent: stays. */
export const leaveLimitEdit = z.object({
  user: ref,
  type: ref,
  year: z.int(NO_YEAR).min(2000, NO_YEAR).max(2199, NO_YEAR),
  days: amount.nullish(),
  carried: amount.nullish(),
});
export type LeaveLimitEdit = z.output<typeof leaveLimitEdit>;

/** POST /leaves/preview */
export const leavePreview = z.object({
  days: z.number(),
  /** Of limited types: each year that it touches, without and with this leave. */
  years: z.array(z.object({ year: z.int(), days: z.number(), before: leaveBalance, after: leaveBalance })),
  /** Why it would be refused. */
  conflicts: z.array(z.object({ code: z.string(), field: z.string().optional(), message: z.string() })),
  /** Bookings that its approval would give free. */
  releases: z.array(releasedBooking),
  /** How many would have to approve, and who first; absent: any site administrator, or nobody. */
  approvals: z.int(),
  approver: userShort.optional(),
});
export type LeavePreview = z.infer<typeof leavePreview>;

/** Who is away: neither type nor note. */
export const awayPerson = z.object({
  /** Of the leave. */
  id: z.int(),
  user: named.extend({ color: z.string(), image: attachment.optional() }),
  startDate: leaveDay,
  endDate: leaveDay,
  startsAtNoon: z.boolean(),
  endsAtNoon: z.boolean(),
  delegate: named.optional(),
});
export type AwayPerson = z.infer<typeof awayPerson>;
/** GET /leaves/away: today when nothing is said. */
export const awayQuery = listQuery.pick({ limit: true, startAt: true }).extend({
  from: dayFilter,
  until: dayFilter,
  userId: idsFilter,
  delegateId: idsFilter,
});
export type AwayQuery = z.output<typeof awayQuery>;

/** GET /leaves: those that the caller may see. `from`, `until`: leaves that touch these days. */
export const leaveQuery = listQuery.extend({
  mine: flagFilter,
  /** Pending ones that wait for the caller. */
  forApproval: flagFilter,
  status: choiceFilter(leaveStatuses),
  userId: idsFilter,
  typeId: idsFilter,
  delegateId: idsFilter,
  from: dayFilter,
  until: dayFilter,
});
export type LeaveQuery = z.output<typeof leaveQuery>;

export const leaveEventKinds = [
  'asked',
  'changed',
  /** Approved by one of several. */
  'endorsed',
  'approved',
  'rejected',
  'withdrawn',
  'cancelled',
] as const;
export type LeaveEventKind = (typeof leaveEventKinds)[number];
/** GET /leaves/{id}/events */
export const leaveEvent = z.object({
  id: z.int(),
  kind: z.enum(leaveEventKinds),
  at: epochMs,
  by: userShort.optional(),
  /** In whose stead. */
  insteadOf: userShort.optional(),
  comment: z.string(),
});
export type LeaveEvent = z.infer<typeof leaveEvent>;
