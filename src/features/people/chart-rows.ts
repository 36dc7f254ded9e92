import type { ChartPerson } from '#contract/people.ts';

/** A person on screen, with what a tree has to say of them. */
export type ChartRow = {
  person: ChartPerson;
  /** From 1. */
  level: number;
  place: number;
  size: number;
  parent: number | undefined;
  open: boolean;
};

/** The open part of the tree from the top down, one line a person. Somebody is shown once, whatever the data says. */
export function chartRows(
  tops: readonly ChartPerson[],
  expanded: ReadonlySet<number>,
  below: (id: number) => readonly ChartPerson[] | undefined,
): ChartRow[] {
  const rows: ChartRow[] = [];
  const seen = new Set<number>();
  const add = (people: readonly ChartPerson[], level: number, parent: number | undefined) => {
    for (const [at, person] of people.entries()) {
      if (seen.has(person.id)) continue;
      seen.add(person.id);
      const open = person.reports > 0 && expanded.has(person.id);
      rows.push({ person, level, place: at + 1, size: people.length, parent, open });
      if (open) add(below(person.id) ?? [], level + 1, person.id);
    }
  };
  add(tops, 1, undefined);
  return rows;
}

/** What a key does in a tree, by the pattern of WAI-ARIA: where the focus goes, and who opens or closes. */
export type Move = { focus?: number; open?: number[]; close?: number };

/** @param typed the letters of a name that begins with them, as they were typed in a row */
export function moveBy(key: string, rows: readonly ChartRow[], at: number, typed = ''): Move | undefined {
  const row = rows[at];
  if (!row) return undefined;
  const to = (index: number): Move | undefined => {
    const target = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    return target && { focus: target.person.id };
  };
  if (key === 'ArrowDown') return to(at + 1);
  if (key === 'ArrowUp') return to(at - 1);
  if (key === 'Home') return to(0);
  if (key === 'End') return to(rows.length - 1);
  if (key === 'ArrowRight') {
    if (row.person.reports === 0) return undefined;
    if (!row.open) return { open: [row.person.id] };
    return rows[at + 1]?.parent === row.person.id ? to(at + 1) : undefined;
  }
  if (key === 'ArrowLeft') {
    if (row.open) return { close: row.person.id };
    return row.parent === undefined ? undefined : { focus: row.parent };
  }
  if (key === '*')
    return {
      open: rows
        .filter(({ parent, person }) => parent === row.parent && person.reports > 0)
        .map(({ person }) => person.id),
    };
  if (typed === '') return undefined;
  // A letter again goes on to the next one; more letters narrow down from where the focus is.
  const from = typed.length > 1 ? 0 : 1;
  const begins = typed.toLocaleLowerCase();
  for (let step = from; step < rows.length + from; step += 1) {
    const index = (at + step) % rows.length;
    if (rows[index]!.person.name.toLocaleLowerCase().startsWith(begins)) return to(index);
  }
  return undefined;
}
