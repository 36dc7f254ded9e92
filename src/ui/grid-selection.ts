export type Selection = ReadonlySet<string>;

export function toggled(selection: Selection, id: string): Set<string> {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Adds everything between two places in the list, both included, in whichever order they come. */
export function withRange(selection: Selection, ids: readonly string[], from: number, to: number) {
  return new Set([...selection, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}

/** What the box in the header shows for the rows that are loaded. */
export function coverage(selection: Selection, ids: readonly string[]): 'none' | 'some' | 'all' {
  if (selection.size === 0 || ids.length === 0) return 'none';
  if (selection.size < ids.length) return ids.some((id) => selection.has(id)) ? 'some' : 'none';
  const chosen = ids.filter((id) => selection.has(id)).length;
  return chosen === ids.length ? 'all' : chosen > 0 ? 'some' : 'none';
}
