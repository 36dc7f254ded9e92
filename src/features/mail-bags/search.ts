import type { Bag } from '#contract/mail-bags.ts';

export type BagState = Bag['state'];
export const bagStates = ['open', 'sent', 'received'] as const satisfies readonly BagState[];
/** The bags that are being filled, when the address says nothing. */
export type BagSearch = { state?: BagState };

/** Reads an address that anybody may have written. */
export function readBagSearch(raw: Record<string, unknown>): BagSearch {
  const state = bagStates.find((one) => one === raw.state);
  return state && state !== 'open' ? { state } : {};
}
