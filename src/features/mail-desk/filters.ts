import type { MailItem, Queue } from '#contract/mail.ts';
import { numberIn, textIn } from '#src/lib/address.ts';

// Spelled out rather than taken from the contract: routes read this, and zod stays out of the first load.
export const queues = ['IN', 'PENDING', 'TRANSFER', 'CHECKOUT', 'OUT'] as const satisfies readonly Queue[];
export const itemTypes = ['INBOUND', 'OUTBOUND', 'INTEROFFICE'] as const satisfies readonly ItemType[];
export type ItemType = MailItem['itemType'];

export type PendingReason = NonNullable<MailItem['pending']>['reason'];
const pendingReasons = [
  'hold',
  'forward',
  'return',
  'recipient-away',
  'refused',
  'damaged',
  'address-unknown',
  'other',
] as const satisfies readonly PendingReason[];

const idFilters = [
  'centerId',
  'routeId',
  'mailStopId',
  'locationId',
  'courierId',
  'packageTypeId',
  'toUserId',
] as const;
export type IdFilter = (typeof idFilters)[number];

/** What narrows the list down. The names are those of the API, so a shared link reads like a call. */
export type MailFilters = Partial<Record<IdFilter, number>> & {
  itemType?: ItemType;
  unknownRecipient?: true;
  pendingReason?: PendingReason;
  /** Whole days since the check-in, at least. */
  olderThanDays?: number;
  search?: string;
};
export type MailSearch = MailFilters & {
  /** The tab; checked in when left out. */
  queue?: Queue;
  /** The item open beside the list. */
  item?: number;
};

const positive = (value: unknown) => {
  const number = numberIn(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
const oneOf = <T extends string>(choices: readonly T[], value: unknown) =>
  choices.find((choice) => choice === value);

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readMailSearch(raw: Record<string, unknown>): MailSearch {
  const text = textIn(raw.search).slice(0, 200);
  const queue = oneOf(queues, raw.queue);
  const search: Record<string, unknown> = {
    queue: queue === 'IN' ? undefined : queue,
    ...Object.fromEntries(idFilters.map((name) => [name, positive(raw[name])])),
    itemType: oneOf(itemTypes, raw.itemType),
    unknownRecipient: raw.unknownRecipient === true || raw.unknownRecipient === 'true' ? true : undefined,
    pendingReason: oneOf(pendingReasons, raw.pendingReason),
    olderThanDays: positive(raw.olderThanDays),
    search: text.trim() ? text : undefined,
    item: positive(raw.item),
  };
  return withoutEmpty(search) as MailSearch;
}

function withoutEmpty(values: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** The filters alone: what the counts depend on and what is saved by name. */
export function filtersOf({ queue: _queue, item: _item, ...filters }: MailSearch): MailFilters {
  return filters;
}

/** The address with some filters changed; undefined and '' take one away. The open item closes. */
export function changed(search: MailSearch, change: Partial<MailSearch>): MailSearch {
  return readMailSearch({ ...search, item: undefined, ...change });
}

export const isFiltered = (filters: MailFilters) => Object.keys(filters).length > 0;
