import { createStore } from '#src/lib/store.ts';

/** Who changed an item last, as far as this page has heard: item id to person id. An item itself does not say. */
export const changers = createStore<ReadonlyMap<number, number>>(new Map());
const KEPT = 500;

export function noteChanger(ids: readonly number[], by: number): void {
  const next = new Map(changers.get());
  for (const id of ids) {
    next.delete(id);
    next.set(id, by);
  }
  for (const oldest of [...next.keys()].slice(0, Math.max(0, next.size - KEPT))) next.delete(oldest);
  changers.set(next);
}
