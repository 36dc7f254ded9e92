import type { Orderables } from '#server/lib/paging.ts';

const byName = (expression: string) => `${expression} COLLATE "und-x-icu"`;

const named = { id: 'other.id', name: byName('other.name') };
const coded = { ...named, code: byName('other.code') };
const person = {
  ...named,
  firstName: byName('other.first_name'),
  lastName: byName('other.last_name'),
  userName: byName('other.user_name'),
  email: byName('other.email'),
};
type Nested = [table: string, column: string, properties: Record<string, string>];
/** Nested objects by property: their table, the column that refers to it, and what orders them. */
const nested: Record<string, Nested> = {
  toUser: ['app_user', 'to_user_id', person],
  deliverTo: ['app_user', 'deliver_to_id', person],
  fromUser: ['app_user', 'from_user_id', person],
  route: ['mail_route', 'mail_route_id', named],
  courier: ['courier', 'courier_id', coded],
  packageType: ['package_type', 'package_type_id', { ...coded, sortOrder: 'other.sort_order' }],
  center: ['center', 'center_id', named],
  mailStop: ['mail_stop', 'mail_stop_id', named],
  location: ['mail_location', 'mail_location_id', { ...named, sortOrder: 'other.sort_order' }],
};

/** What a list of parcels (mail_item i) may be ordered by; dotted properties need `joinFor`. */
export const orderables: Orderables = {
  id: 'i.id',
  itemType: 'i.item_type',
  currentQueue: 'i.current_queue',
  deliveryType: byName('i.delivery_type'),
  trackingNumber: byName('i.tracking_number'),
  originalTrackingNumber: byName('i.original_tracking_number'),
  recipientName: byName('i.recipient_name'),
  sender: byName('i.sender'),
  toAddress: byName('i.to_address'),
  runningNumber: 'i.running_number',
  exception: 'i.exception',
  dateCreated: 'i.date_created',
  dateUpdated: 'i.date_updated',
  ...Object.fromEntries(
    Object.entries(nested).flatMap(([property, [, , properties]]) =>
      Object.entries(properties).map(([name, sql]) => [`${property}.${name}`, sql]),
    ),
  ),
};

/** Those of them that every parcel has. */
export const filled = ['itemType', 'currentQueue', 'deliveryType', 'dateCreated', 'dateUpdated'];

/** The one join that ordering by a dotted property needs, or nothing. */
export function joinFor(orderBy: string): string {
  if (!orderBy.includes('.') || !Object.hasOwn(orderables, orderBy)) return '';
  const [table, column] = nested[orderBy.split('.')[0]!]!;
  return `LEFT JOIN ${table} other ON other.organisation_id = i.organisation_id AND other.id = i.${column}`;
}
