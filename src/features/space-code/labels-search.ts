import { numberIn } from '#src/lib/address.ts';
import { type LabelSearch, readLabelSearch } from '#src/ui/label-search.ts';

/** What the address of sheets of codes holds: chosen spaces, or a floor with all that can be booked there. */
export type CodesSearch = LabelSearch & { floor?: number };

/** Reads an address that anybody may have written. */
export function readCodesSearch(raw: Record<string, unknown>): CodesSearch {
  const floor = numberIn(raw.floor);
  return { ...readLabelSearch(raw), ...(Number.isSafeInteger(floor) && floor > 0 && { floor }) };
}
