import { defaultCategory } from '#server/lib/cost-center-json.ts';
import type { Orderables } from '#server/lib/paging.ts';

/** Attribute as clients name it → column of app_user, for what a client may write. */
export const textColumns = {
  firstName: 'first_name',
  lastName: 'last_name',
  email: 'email',
  userName: 'user_name',
  phone: 'phone',
  extension: 'extension',
  mobile: 'mobile',
  fax: 'fax',
  employeeId: 'employee_id',
  jobTitle: 'job_title',
  department: 'department',
  company: 'company',
  knownAs: 'known_as',
  comments: 'comments',
} as const;
const plainColumns = {
  ...textColumns,
  color: 'color',
  floorWarden: 'floor_warden',
  specialNeeds: 'special_needs',
  language: 'language',
} as const;
export const referenceColumns = {
  userType: 'user_type_id',
  room: 'room_id',
  mailStop: 'mail_stop_id',
  manager: 'manager_id',
  defaultVisitorCenter: 'default_visitor_center_id',
} as const;
export type Reference = keyof typeof referenceColumns;
export const columnOf: Record<string, string> = { ...plainColumns, ...referenceColumns };

/** Whether `$1` is a living record of the organisation that a user may refer to. */
export const referable: Record<Reference, string> = {
  userType: 'SELECT FROM user_type WHERE organisation_id = current_organisation() AND id = ?',
  room: 'SELECT FROM room WHERE organisation_id = current_organisation() AND id = ? AND deleted_at IS NULL',
  mailStop:
    'SELECT FROM mail_stop WHERE organisation_id = current_organisation() AND id = ? AND deleted_at IS NULL',
  manager:
    'SELECT FROM app_user WHERE organisation_id = current_organisation() AND id = ? AND deleted_at IS NULL',
  defaultVisitorCenter: 'SELECT FROM center WHERE organisation_id = current_organisation() AND id = ?',
};

const inOrderOfWords = (expression: string) => `${expression} COLLATE "und-x-icu"`;
const of = (table: string, column: string, reference: string) =>
  `(SELECT ${column} FROM ${table} WHERE organisation_id = u.organisation_id AND id = u.${reference})`;
const ofCostCenter = (column: string) =>
  `(SELECT item.${column} FROM user_cost_center held
    JOIN category_item item ON item.organisation_id = held.organisation_id AND item.id = held.item_id
    WHERE held.organisation_id = u.organisation_id AND held.user_id = u.id
      AND item.category_id = ${defaultCategory} ORDER BY item.id LIMIT 1)`;
const ofRoom = (column: string) =>
  `(SELECT ${column} FROM room r
    JOIN room_type k ON k.organisation_id = r.organisation_id AND k.id = r.room_type_id
    JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
    JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
    WHERE r.organisation_id = u.organisation_id AND r.id = u.room_id)`;

/** What a list of users can be ordered by; `u` is the alias of app_user. */
export const orderables: Orderables = {
  id: 'u.id',
  name: inOrderOfWords('u.name'),
  ...Object.fromEntries(
    Object.entries(textColumns).map(([name, column]) => [name, inOrderOfWords(`u.${column}`)]),
  ),
  color: 'u.color',
  floorWarden: 'u.floor_warden',
  specialNeeds: 'u.special_needs',
  siteAdmin: 'u.site_admin',
  dateCreated: 'u.date_created',
  dateUpdated: 'u.date_updated',
  'userType.id': 'u.user_type_id',
  'userType.name': inOrderOfWords(of('user_type', 'name', 'user_type_id')),
  'mailStop.id': 'u.mail_stop_id',
  'mailStop.name': inOrderOfWords(of('mail_stop', 'name', 'mail_stop_id')),
  'manager.id': 'u.manager_id',
  'manager.name': `(SELECT m.name FROM app_user m
    WHERE m.organisation_id = u.organisation_id AND m.id = u.manager_id) COLLATE "und-x-icu"`,
  'defaultVisitorCenter.id': 'u.default_visitor_center_id',
  'defaultVisitorCenter.name': inOrderOfWords(of('center', 'name', 'default_visitor_center_id')),
  'costCenter.id': ofCostCenter('id'),
  'costCenter.name': inOrderOfWords(ofCostCenter('name')),
  'costCenter.code': inOrderOfWords(ofCostCenter('code')),
  'room.id': 'u.room_id',
  'room.name': inOrderOfWords(ofRoom('r.name')),
  'room.type.name': inOrderOfWords(ofRoom('k.name')),
  'room.floor.name': inOrderOfWords(ofRoom('f.name')),
  'room.floor.building.name': inOrderOfWords(ofRoom('b.name')),
};
