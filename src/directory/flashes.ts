import { createStore } from '#src/lib/store.ts';

/** Items that somebody else has just changed, for as long as their rows are lit. */
export const flashes = createStore<ReadonlySet<number>>(new Set());
const LIT = 2_000;

export function flash(ids: Iterable<number>): void {
  const lit = [...ids];
  if (lit.length === 0) return;
  flashes.set(new Set([...flashes.get(), ...lit]));
  setTimeout(() => flashes.set(new Set([...flashes.get()].filter((id) => !lit.includes(id)))), LIT);
}
