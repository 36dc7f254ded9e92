import * as m from '#messages';
import type { AuditAction, AuditKind } from '#contract/audit.ts';

export const kindLabels: Record<AuditKind, () => string> = {
  user: m.audit_kind_user,
  building: m.audit_kind_building,
  floor: m.audit_kind_floor,
  room: m.audit_kind_room,
  room_type: m.audit_kind_room_type,
  country: m.audit_kind_country,
  state: m.audit_kind_state,
  category: m.audit_kind_category,
  category_depth: m.audit_kind_category_depth,
  category_item: m.audit_kind_category_item,
  contact: m.audit_kind_contact,
  agreement: m.audit_kind_agreement,
  reservation: m.audit_kind_reservation,
  mail_item: m.audit_kind_mail_item,
  mail_bag: m.audit_kind_mail_bag,
  mail_alert: m.audit_kind_mail_alert,
  mail_route: m.audit_kind_mail_route,
  mail_stop: m.audit_kind_mail_stop,
  mail_location: m.audit_kind_mail_location,
  mail_status_type: m.audit_kind_mail_status_type,
  courier: m.audit_kind_courier,
  package_type: m.audit_kind_package_type,
  file: m.audit_kind_file,
  organisation: m.audit_kind_organisation,
  center: m.audit_kind_center,
  user_type: m.audit_kind_user_type,
  priority: m.audit_kind_priority,
  move_status: m.audit_kind_move_status,
  move_request_type: m.audit_kind_move_request_type,
  move_task: m.audit_kind_move_task,
  asset_type: m.audit_kind_asset_type,
  asset_model: m.audit_kind_asset_model,
};

const parts: Partial<Record<string, () => string>> = {
  permission: m.audit_part_permission,
  mail_preference: m.audit_part_mail_preference,
  collect_code: m.audit_part_collect_code,
  user_cost_center: m.audit_part_user_cost_center,
  room_cost_center: m.audit_part_room_cost_center,
  room_shape: m.audit_part_room_shape,
  floor_plan: m.audit_part_floor_plan,
  mail_route_stop: m.audit_part_mail_route_stop,
  mail_bag_item: m.audit_part_mail_bag_item,
  mail_comment: m.audit_part_mail_comment,
  center_hours: m.audit_part_center_hours,
  center_holiday: m.audit_part_center_holiday,
};
export const partLabel = (part: string): string => parts[part]?.() ?? part.replaceAll('_', ' ');

export const actionLabels: Record<AuditAction, () => string> = {
  added: m.audit_added,
  changed: m.audit_changed,
  removed: m.audit_removed,
  restored: m.audit_restored,
};
