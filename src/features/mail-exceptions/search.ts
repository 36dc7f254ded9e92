import type { MailItem } from '#contract/mail.ts';
import { numberIn } from '#src/lib/address.ts';

export type ExceptionReason = NonNullable<MailItem['exception']>;
// Spelled out rather than taken from the contract: routes read this, and zod stays out of the first load.
export const reasonNames = [
  'no-recipient',
  'several-matches',
  'team-name',
] as const satisfies readonly ExceptionReason[];

/** What the address holds: the reason looked at, and the parcel that is open. */
export type ExceptionSearch = { reason?: ExceptionReason; item?: number };

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readExceptionSearch(raw: Record<string, unknown>): ExceptionSearch {
  const reason = reasonNames.find((name) => name === raw.reason);
  const item = numberIn(raw.item);
  return { ...(reason && { reason }), ...(Number.isSafeInteger(item) && item > 0 && { item }) };
}
