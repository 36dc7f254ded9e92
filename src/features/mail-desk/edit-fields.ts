import * as m from '#messages';
import type { MailEdit, MailItem } from '#contract/mail.ts';
import type { ItemType } from './filters.ts';
import { itemTypeLabels } from '#src/directory/item-facts.ts';

type Person = { id: number; name: string };
/** An item as the form holds it; null is "none". */
export type EditValues = {
  trackingNumber: string;
  itemType: ItemType;
  toUser: Person | null;
  recipientName: string;
  sender: string;
  toAddress: string;
  courier: number | null;
  packageType: number | null;
  center: number | null;
  mailStop: number | null;
  route: number | null;
  location: number | null;
};
export type EditField = keyof EditValues;

export const editValues = (item: MailItem): EditValues => ({
  trackingNumber: item.trackingNumber ?? '',
  itemType: item.itemType,
  toUser: item.toUser ? { id: item.toUser.id, name: item.toUser.name } : null,
  recipientName: item.recipientName ?? '',
  sender: item.sender ?? '',
  toAddress: item.toAddress ?? '',
  courier: item.courier.id,
  packageType: item.packageType?.id ?? null,
  center: item.center.id,
  mailStop: item.mailStop?.id ?? null,
  route: item.route?.id ?? null,
  location: item.location?.id ?? null,
});

const same = (a: EditValues[EditField], b: EditValues[EditField]) =>
  typeof a === 'object' && typeof b === 'object' ? a?.id === b?.id : a === b;

/** The fields in which two states of an item differ. */
export const differing = (a: EditValues, b: EditValues): EditField[] =>
  (Object.keys(a) as EditField[]).filter((field) => !same(a[field], b[field]));

/** Only what was changed goes to the server: what somebody else did to other fields stays. */
export function editOf(base: EditValues, values: EditValues): MailEdit {
  const edit: Record<string, unknown> = {};
  for (const field of differing(base, values)) {
    const value = values[field];
    if (field === 'itemType') edit[field] = value;
    else if (typeof value === 'string') edit[field] = value.trim() || null;
    else edit[field] = value === null ? null : { id: typeof value === 'object' ? value.id : value };
  }
  return edit;
}

export const fieldLabels: Record<EditField, () => string> = {
  trackingNumber: m.mail_number,
  itemType: m.mail_item_type,
  toUser: m.mail_recipient,
  recipientName: m.mail_recipient_label,
  sender: m.mail_sender,
  toAddress: m.mail_to_address,
  courier: m.mail_courier,
  packageType: m.mail_package_type,
  center: m.mail_center,
  mailStop: m.mail_stop,
  route: m.mail_route,
  location: m.mail_rack,
};

/** A field of an item in words. */
export function fieldText(item: MailItem, field: EditField): string {
  if (field === 'itemType') return itemTypeLabels[item.itemType]();
  const value = item[field];
  return (typeof value === 'object' ? value.name : value) || m.mail_none();
}
