import { numberIn, textIn } from '#src/lib/address.ts';

/** Words that plans are looked for by, and the one that is open beside the list. */
export type PlanSearch = { search?: string; open?: number };

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readPlanSearch(raw: Record<string, unknown>): PlanSearch {
  const search = textIn(raw.search).slice(0, 200);
  const open = numberIn(raw.open);
  return {
    ...(search.trim() && { search }),
    ...(Number.isSafeInteger(open) && open > 0 && { open }),
  };
}
