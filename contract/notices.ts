import { z } from 'zod';
import { epochMs, flagFilter, id, listQuery } from './wire.ts';

/**
 * What people are told, by the kinds that each chooses in the app and by e-mail. The names of the sentences come from the
 * triggers on the queues of letters (0076-notices-of-letters.sql, 0082-notices-of-approvals.sql); clients have one for each.
 */
export const noticeWhats = {
  'parcel-arrived': ['parcel-arrived', 'parcel-for-colleague'],
  'parcel-waiting': ['parcel-waiting'],
  'parcel-collected': ['parcel-collected', 'parcel-collected-by-you'],
  booking: ['booking-made', 'booking-changed', 'booking-cancelled', 'booking-released'],
  'booking-invitation': ['invitation-made', 'invitation-changed', 'invitation-cancelled'],
  'booking-approval': ['booking-awaiting'],
  'space-free': ['space-free'],
  'request-progress': [
    'request-opened',
    'request-awaiting',
    'request-approved',
    'request-declined',
    'request-accepted',
    'request-rejected',
    'request-started',
    'request-held',
    'request-resumed',
    'request-part-completed',
    'request-completed',
    'request-cancelled',
    'request-priority',
    'request-type',
    'request-center',
    'request-assigned',
    'request-required',
    'request-room',
    'request-image',
  ],
  'request-comment': ['request-comment', 'work-comment'],
  'request-work': ['work-assigned', 'work-unassigned', 'work-cancelled'],
  'request-approval': ['work-awaiting'],
  'move-approval': ['team-move-opened', 'team-move-reopened'],
  'move-progress': [
    'move-changed',
    'move-approved',
    'move-rejected',
    'move-reopened',
    'move-started',
    'move-effected',
    'move-failed',
    'move-removed',
    'your-move-approved',
    'your-move-reopened',
    'your-move-effected',
  ],
  'move-message': ['move-comment', 'move-message'],
  'loan-due': [
    'loan-due-soon',
    'loan-due',
    'loan-overdue',
    'loan-flagged',
    'lent-due-soon',
    'lent-due',
    'lent-overdue',
    'lent-flagged',
  ],
  'loan-reservation': ['loan-reserved-soon', 'loan-waits'],
  'asset-check': ['asset-asked', 'asset-ask-again'],
  audit: ['audit-opened', 'audit-soon', 'audit-overdue'],
  'leave-progress': [
    'leave-endorsed',
    'leave-approved',
    'leave-rejected',
    'leave-withdrawn',
    'leave-cancelled',
  ],
  'leave-approval': [
    'team-leave-asked',
    'team-leave-changed',
    'team-leave-endorsed',
    'team-leave-withdrawn',
    'team-leave-cancelled',
  ],
  'leave-stand-in': ['stand-in-approved', 'stand-in-cancelled'],
} as const;
export type AppNoticeKind = keyof typeof noticeWhats;
export type NoticeWhat = (typeof noticeWhats)[AppNoticeKind][number];
export const appNoticeKinds = Object.keys(noticeWhats) as [AppNoticeKind, ...AppNoticeKind[]];

/** The record that a notice leads to, and from which side its reader sees it. */
export const noticeTopics = [
  'parcel',
  'booking',
  'booking-approval',
  'space',
  'request',
  'request-approval',
  'work',
  'move',
  'loan',
  'lent',
  'asset-check',
  'audit',
  'leave',
  'leave-approval',
  'stand-in',
] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/** What a sentence is made of: names and numbers; `since`, `until` and `due` are epoch milliseconds, `first` and `last` days. */
const noticeFacts = z.record(z.string(), z.union([z.string(), z.number()]));
export type NoticeFacts = z.infer<typeof noticeFacts>;

/** One thing that a person is told. `what` names the sentence; `facts` are the words and times in it. */
export const appNotice = z.object({
  id: z.int(),
  kind: z.enum(appNoticeKinds),
  what: z.string(),
  topic: z.enum(noticeTopics),
  recordId: z.int(),
  facts: noticeFacts,
  dateCreated: epochMs,
  /** Absent: not read yet. */
  readAt: epochMs.optional(),
});
export type AppNotice = z.infer<typeof appNotice>;

/** GET /notices, GET /notices/count: the caller's own, the newest first. `unread=true` leaves out what has been read. */
export const appNoticeQuery = listQuery.pick({ limit: true, startAt: true }).extend({ unread: flagFilter });

/** POST /notices/read-all: everything up to and with this one; what has come since stays unread. */
export const readAll = z.object({ upTo: id });
/** `readAt` takes exactly this back: POST /notices/unread-all. */
export const allRead = z.object({ count: z.int(), readAt: epochMs });
export const unreadAll = z.object({ readAt: z.int().min(0).max(253_402_300_799_999) });

/** By e-mail: a letter at once, a line in the daily digest, or nothing. */
export const emailChoices = ['now', 'digest', 'never'] as const;
/** Letters with an entry for the calendar, or of what is gone tomorrow, do not wait for the digest. */
export const undigested: readonly AppNoticeKind[] = ['booking', 'booking-invitation', 'space-free'];
/** There is no letter of what waits for somebody at a center: it is in the digest, unless not wanted. */
export const unwritten: readonly AppNoticeKind[] = ['booking-approval', 'request-approval'];
/** The choices that there are for a kind. */
export const emailChoicesOf = (kind: AppNoticeKind) =>
  emailChoices.filter((one) =>
    one === 'digest' ? !undigested.includes(kind) : one !== 'now' || !unwritten.includes(kind),
  );
export const noticeChoice = z.object({
  kind: z.enum(appNoticeKinds),
  inApp: z.boolean(),
  email: z.enum(emailChoices),
});
export type NoticeChoice = z.infer<typeof noticeChoice>;
/** GET /notices/preferences: the caller's own, every kind. */
export const noticePreferences = z.object({
  /** The hour of the digest, 0 to 23, by the clocks of the organisation. */
  digestHour: z.int().min(0).max(23),
  timeZone: z.string(),
  kinds: z.array(noticeChoice),
});
export type NoticePreferences = z.infer<typeof noticePreferences>;
/** PUT /notices/preferences: what is not given stays as it is. */
export const noticePreferencesEdit = z.object({
  digestHour: z.int().min(0).max(23).optional(),
  kinds: z
    .array(noticeChoice.partial().required({ kind: true }))
    .max(appNoticeKinds.length)
    .optional(),
});
