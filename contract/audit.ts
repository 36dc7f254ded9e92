import { z } from 'zod';
import { choiceFilter, epochMs, idsFilter, instantFilter, listQuery } from './wire.ts';

/** What the log is read under. A person's roles are noted under the person, a plan under its floor, and so on. */
export const auditKinds = [
  'user',
  'building',
  'floor',
  'room',
  'room_type',
  'country',
  'state',
  'category',
  'category_depth',
  'category_item',
  'contact',
  'agreement',
  'reservation',
  'service_request',
  'service_type',
  'service_product',
  'service_category',
  'service_hold_reason',
  'service_plan',
  'mail_item',
  'mail_bag',
  'mail_alert',
  'mail_route',
  'mail_stop',
  'mail_location',
  'mail_status_type',
  'courier',
  'package_type',
  'file',
  'organisation',
  'center',
  'user_type',
  'priority',
  'move_request',
  'move_status',
  'move_request_type',
  'move_task',
  'asset',
  'asset_audit',
  'asset_unknown_tag',
  'asset_type',
  'asset_model',
  'asset_loan',
  'asset_round',
  'leave',
  'leave_type',
] as const;
export type AuditKind = (typeof auditKinds)[number];

/** `removed` and `restored` also stand for records that are only hidden. */
export const auditActions = ['added', 'changed', 'removed', 'restored'] as const;
export type AuditAction = (typeof auditActions)[number];

const named = z.object({ id: z.int(), name: z.string() });

/** A column of the database and its values. Of a secret, or a drawing, only whether there was one: true or null. */
export const auditChange = z.object({
  column: z.string(),
  from: z.unknown(),
  to: z.unknown(),
  /** What `from` and `to` are called today, where they refer to a record. */
  fromName: z.string().optional(),
  toName: z.string().optional(),
});
export type AuditChange = z.infer<typeof auditChange>;

export const auditEntry = z.object({
  id: z.int(),
  at: epochMs,
  /** Where this line stands in the log: pass it as `before` for the lines that are older. */
  cursor: z.string(),
  /** Who made the request; absent for what the server did by itself, and for what needs no sign-in. */
  actor: named.optional(),
  kind: z.enum(auditKinds),
  /** With the name that it bears today, also when it has been removed. */
  record: z.object({ id: z.int(), name: z.string().optional() }),
  /** The part of the record that was written, such as `permission`; absent for the record itself. */
  part: z.string().optional(),
  action: z.enum(auditActions),
  changes: z.array(auditChange),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/**
 * GET /audit: the newest first. `from` is included, `until` is not; `person` is who did it; `record` needs `kind`.
 * Pages continue with `before`, the `cursor` of the last line.
 */
export const auditQuery = listQuery.pick({ limit: true }).extend({
  kind: choiceFilter(auditKinds),
  record: idsFilter,
  person: idsFilter,
  action: choiceFilter(auditActions),
  from: instantFilter,
  until: instantFilter,
  before: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/, 'must be the cursor of a line')
    .optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;
