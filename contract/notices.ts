import { z } from 'zod';
import { epochMs, flagFilter, id, listQuery } from './wire.ts';

/** What notices are about, as a person chooses them: each kind by itself in the app and by e-mail. */
export const appNoticeKinds = [
  'parcel-arrived',
  'parcel-waiting',
  'parcel-collected',
  'booking',
  'booking-invitation',
  'space-free',
  'request-progress',
  'request-comment',
  'request-work',
  'move-approval',
  'move-progress',
  'move-message',
  'loan-due',
  'loan-reservation',
  'asset-check',
  'audit',
] as const;
export type AppNoticeKind = (typeof appNoticeKinds)[number];

/** The record that a notice leads to, and from which side its reader sees it. */
export const noticeTopics = [
  'parcel',
  'booking',
  'space',
  'request',
  'work',
  'move',
  'loan',
  'lent',
  'asset-check',
  'audit',
] as const;

/** What a sentence is made of: names and numbers; `since`, `until` and `due` are epoch milliseconds. */
const noticeFacts = z.record(z.string(), z.union([z.string(), z.number()]));

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
export const unreadAll = z.object({ readAt: epochMs });

/** By e-mail: a letter at once, a line in the daily digest, or nothing. */
export const emailChoices = ['now', 'digest', 'never'] as const;
/** Letters with an entry for the calendar, or of what is gone tomorrow, do not wait for the digest. */
export const undigested: readonly AppNoticeKind[] = ['booking', 'booking-invitation', 'space-free'];
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
