import type { AuditKind } from '#contract/audit.ts';

/** How a record of a kind is called, as SQL over its table `r`; what has no name of its own goes by its number. */
export const namings: Partial<Record<AuditKind, { table: string; name: string }>> = {
  user: { table: 'app_user', name: 'r.name' },
  ...Object.fromEntries(
    [
      'building',
      'floor',
      'room',
      'room_type',
      'country',
      'state',
      'category',
      'category_depth',
      'category_item',
      'mail_route',
      'mail_stop',
      'mail_location',
      'mail_status_type',
      'courier',
      'package_type',
      'organisation',
      'center',
      'user_type',
      'priority',
      'move_status',
      'move_request_type',
      'move_task',
      'asset_type',
      'asset_model',
      'contact',
      'agreement',
      'service_category',
      'service_product',
      'service_type',
      'service_hold_reason',
      'service_plan',
      'asset_audit',
      'leave_type',
    ].map((table) => [table, { table, name: 'r.name' }]),
  ),
  reservation: { table: 'reservation', name: "nullif(r.name, '')" },
  mail_item: {
    table: 'mail_item',
    name: "coalesce(r.tracking_number, 'A-' || lpad(r.running_number::text, 6, '0'))",
  },
  service_request: { table: 'service_request', name: "nullif(left(r.description, 80), '')" },
  asset: {
    table: 'asset',
    name: `coalesce(r.given_name, (SELECT named.name FROM asset_model named
      WHERE named.organisation_id = r.organisation_id AND named.id = r.asset_model_id))`,
  },
  move_request: { table: 'move_request', name: "nullif(left(r.description, 80), '')" },
  asset_loan: {
    table: 'asset_loan',
    name: `(SELECT coalesce(thing.given_name, named.name) FROM asset thing JOIN asset_model named
      ON named.organisation_id = thing.organisation_id AND named.id = thing.asset_model_id
      WHERE thing.organisation_id = r.organisation_id AND thing.id = r.asset_id)`,
  },
  leave: {
    table: 'leave',
    name: `(SELECT person.name FROM app_user person
      WHERE person.organisation_id = r.organisation_id AND person.id = r.user_id)`,
  },
  asset_round: { table: 'asset_round', name: 'r.name' },
  mail_bag: { table: 'mail_bag', name: 'r.number::text' },
  mail_alert: { table: 'mail_alert', name: 'left(r.notes, 80)' },
  asset_unknown_tag: { table: 'asset_unknown_tag', name: 'r.tag' },
  file: { table: 'stored_file', name: "nullif(r.file_name, '')" },
};

/** Columns that refer to records, by the kind they refer to. */
const references: Partial<Record<string, AuditKind>> = {
  avatar_id: 'file',
  signature_id: 'file',
  photograph_id: 'file',
  from_center_id: 'center',
  to_center_id: 'center',
  default_visitor_center_id: 'center',
  depth_id: 'category_depth',
  item_id: 'category_item',
  created_by: 'user',
  delegate_id: 'user',
  deliver_to_id: 'user',
  entered_by: 'user',
  from_user_id: 'user',
  manager_id: 'user',
  received_by: 'user',
  to_user_id: 'user',
  requester_id: 'user',
  approved_by: 'user',
  to_room_id: 'room',
  default_priority_id: 'priority',
  hold_reason_id: 'service_hold_reason',
  owner_id: 'user',
  home_owner_id: 'user',
  home_room_id: 'room',
  lent_by: 'user',
  returned_by: 'user',
  team_of_id: 'user',
  closed_by: 'user',
  seen_by: 'user',
  seen_room_id: 'room',
  audit_id: 'asset_audit',
  decided_by: 'user',
  opened_by: 'user',
  last_by: 'user',
};

/** The kind of record that a column's numbers are ids of; undefined when they are just numbers. */
export function kindOf(column: string, kind: AuditKind): AuditKind | undefined {
  if (column === 'parent_id') return kind;
  const direct = column.replace(/_id$/, '');
  if (direct !== column && Object.hasOwn(namings, direct)) return direct as AuditKind;
  return references[column];
}
