import { z } from 'zod';
import { userShort } from './users.ts';
import { bool, choiceFilter, epochMs, idsFilter, listQuery, refOrNone, requiredText } from './wire.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 07:30');
/** GET and PUT /mail/preferences: the caller's own. Times are in the caller's zone. */
export const mailPreferences = z.object({
  /** A message when something arrives. */
  arrival: z.boolean(),
  /** A message for what has waited `remindAfterDays` days, and each as many days again. */
  reminders: z.boolean(),
  remindAfterDays: z.int().min(1).max(60),
  /** Weekdays without messages, 1 Monday … 7 Sunday, never all; what falls due waits for the next other day. */
  quietWeekdays: z.array(z.int().min(1).max(7)),
  /** Messages are sent from the one minute to the other only, both included; `from` is the earlier. */
  from: timeOfDay,
  until: timeOfDay,
  /** Who is told too, and may collect. */
  delegate: userShort.optional(),
});
export type MailPreferences = z.infer<typeof mailPreferences>;
export const mailPreferencesEdit = z.object({
  arrival: bool.optional(),
  reminders: bool.optional(),
  remindAfterDays: z.int().min(1).max(60).optional(),
  quietWeekdays: z.array(z.int().min(1).max(7)).max(7).optional(),
  from: timeOfDay.optional(),
  until: timeOfDay.optional(),
  delegate: refOrNone.optional(),
});

export const noticeKinds = ['arrival', 'reminder', 'delivered', 'delegate'] as const;
export const noticeStates = ['waiting', 'sent', 'failed'] as const;
/** A message about parcels. `waiting` may mean quiet hours (`due` lies ahead) or a mail server that is down (`lastError`). */
export const notice = z.object({
  id: z.int(),
  kind: z.enum(noticeKinds),
  state: z.enum(noticeStates),
  to: userShort,
  itemIds: z.array(z.int()),
  /** The same parcels with their numbers, less those that have been removed. */
  items: z.array(
    z.object({ id: z.int(), trackingNumber: z.string().optional(), runningNumber: z.string().optional() }),
  ),
  due: epochMs,
  attempts: z.int(),
  lastError: z.string().optional(),
  sentAt: epochMs.optional(),
  dateCreated: epochMs,
});
export type Notice = z.infer<typeof notice>;
/** GET /mail/notices (desk) */
export const noticeQuery = listQuery.extend({ state: choiceFilter(noticeStates), itemId: idsFilter });

/** POST /mail/alerts, PUT and DELETE /mail/alerts/{id}: standing notes, kept by the desk. */
export const alertWrite = z.object({
  notes: requiredText(1000),
  user: refOrNone.optional(),
  multipleAlerts: bool.optional(),
});
