import { numberIn } from '#src/lib/address.ts';

export type RoundsSearch = {
  /** Those that are closed. */
  closed?: true;
  /** The round that is open. */
  open?: number;
  /** What of it is shown: what deviates when absent. */
  show?: 'none' | 'have' | 'people';
};
const shows = ['none', 'have', 'people'] as const;

/** Reads an address that anybody may have written. */
export function readRoundsSearch(raw: Record<string, unknown>): RoundsSearch {
  const open = numberIn(raw.open);
  const show = shows.find((one) => one === raw.show);
  return {
    ...((raw.closed === true || raw.closed === 'true') && { closed: true as const }),
    ...(Number.isSafeInteger(open) && open > 0 && { open, ...(show && { show }) }),
  };
}
