import { numberIn } from '#src/lib/address.ts';
import type { LabelPaper } from '#src/ui/label-search.ts';

// Spelled out rather than taken from the layouts: routes read this.
const papers = ['roll', 'a4-24', 'a4-14', 'a4-2'] as const;
export const MOST_BOXES = 10;

/** What the address of a move's labels holds. */
export type MoveLabelSearch = LabelPaper & {
  /** Absent: labels for boxes. */
  what?: 'placards';
  /** For each person; one when absent. */
  boxes?: number;
};

/** Reads an address that anybody may have written. */
export function readMoveLabelSearch({
  what,
  boxes,
  layout,
  start,
}: Record<string, unknown>): MoveLabelSearch {
  const known = papers.find((name) => name === layout);
  const [count, from] = [numberIn(boxes), numberIn(start)];
  return {
    ...(what === 'placards' && { what }),
    ...(Number.isSafeInteger(count) && count > 1 && { boxes: Math.min(count, MOST_BOXES) }),
    ...(known && { layout: known }),
    ...(Number.isSafeInteger(from) && from > 1 && { start: from }),
  };
}
