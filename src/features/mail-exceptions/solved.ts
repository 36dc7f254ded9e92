import type { MailItem } from '#contract/mail.ts';
import type { Outcome } from '#src/directory/delivery.ts';

/** What was done with an exception on this page. */
export type Solved = {
  item: MailItem;
  /** Who it is for now; with `outcome` it has left the desk, for good. */
  person?: string;
  outcome?: Outcome;
};

/** The latest first; a parcel that was solved anew stands there once. */
export const withSolved = (before: readonly Solved[], more: readonly Solved[]): readonly Solved[] => {
  const ids = new Set(more.map(({ item }) => item.id));
  return [...more.toReversed(), ...before.filter(({ item }) => !ids.has(item.id))];
};

export const withoutSolved = (before: readonly Solved[], id: number): readonly Solved[] =>
  before.filter(({ item }) => item.id !== id);

/** The next to look at once these are gone: the one below, or the last that is left. */
export function nextAfter(rows: readonly MailItem[], gone: readonly number[]): number | undefined {
  const at = rows.findIndex(({ id }) => gone.includes(id));
  const left = rows.filter(({ id }) => !gone.includes(id));
  const below = rows.slice(at + 1).find(({ id }) => !gone.includes(id));
  return (below ?? left.at(-1))?.id;
}
