import { numberIn, textIn } from '#src/lib/address.ts';

/** What the address holds: the category looked at, the item that is open with its people or spaces, and what is
 * searched for. */
export type CostSearch = { category?: number; item?: number; show?: 'spaces'; find?: string };

const LONGEST = 100;
const idIn = (value: unknown) => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readCostSearch(raw: Record<string, unknown>): CostSearch {
  const category = idIn(raw.category);
  const item = idIn(raw.item);
  const find = textIn(raw.find).slice(0, LONGEST);
  return {
    ...(category && { category }),
    ...(item && { item }),
    ...(item && raw.show === 'spaces' && { show: 'spaces' as const }),
    ...(find.trim() && { find }),
  };
}
