import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { type PendingReason, pendingReasonLabels, pendingReasons } from '#src/directory/pending-reasons.ts';
import { type ItemType, itemTypes, type MailFilters } from './filters.ts';
import { itemTypeLabels } from '#src/directory/item-facts.ts';

export type FacetKey = Exclude<keyof MailFilters, 'search'>;
export type FacetOption = { value: string; label: string };
export type Facet = {
  key: FacetKey;
  label: string;
  /** Undefined: chosen by a search of its own. */
  options: FacetOption[] | undefined;
  /** Turns an option's value into the filter's. */
  read: (value: string) => MailFilters[FacetKey];
};

const AGES = [1, 2, 3, 5, 7, 14, 30, 90];
const named = (rows: readonly { id: number; name: string }[]): FacetOption[] =>
  rows.map(({ id, name }) => ({ value: String(id), label: name }));

/** Everything a queue can be narrowed by, in the order of its use. */
export function facetsOf(desk: MailDesk): Facet[] {
  const byId = (key: FacetKey, label: string, rows: readonly { id: number; name: string }[]): Facet => ({
    key,
    label,
    options: named(rows),
    read: Number,
  });
  const facets: Facet[] = [
    { key: 'toUserId', label: m.mail_recipient(), options: undefined, read: Number },
    byId('mailStopId', m.mail_stop(), desk.mailStops),
    byId('routeId', m.mail_route(), desk.routes),
    byId('locationId', m.mail_rack(), desk.locations),
    byId('courierId', m.mail_courier(), desk.couriers),
    byId('packageTypeId', m.mail_package_type(), desk.packageTypes),
    {
      key: 'olderThanDays',
      label: m.mail_age(),
      options: AGES.map((days) => ({ value: String(days), label: m.mail_age_at_least({ days }) })),
      read: Number,
    },
    {
      key: 'itemType',
      label: m.mail_item_type(),
      options: itemTypes.map((type) => ({ value: type, label: itemTypeLabels[type]() })),
      read: (value) => value as ItemType,
    },
    {
      key: 'unknownRecipient',
      label: m.mail_recipient_unknown(),
      options: [{ value: 'true', label: m.mail_only() }],
      read: () => true,
    },
    {
      key: 'pendingReason',
      label: m.mail_pending_reason(),
      options: pendingReasons.map((reason) => ({ value: reason, label: pendingReasonLabels[reason]() })),
      read: (value) => value as PendingReason,
    },
    byId('centerId', m.mail_center(), desk.centers),
  ];
  return facets.filter(({ options }) => options === undefined || options.length > 0);
}

/** What a filter's value is called; an id that the catalogue no longer has shows as itself. */
export const valueLabel = (facet: Facet, value: unknown) =>
  facet.options?.find((option) => option.value === String(value))?.label ?? m.mail_id({ id: String(value) });
