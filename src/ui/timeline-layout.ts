import { lanesOf } from './timeline-lanes.ts';
import type { TimelineBar, TimelineRow } from './timeline-types.ts';

export type Lane = { bar: TimelineBar; lane: number };
export type LaidRow = {
  kind: 'row';
  key: string;
  row: TimelineRow;
  lanes: readonly Lane[];
  bars: readonly TimelineBar[];
  top: number;
  height: number;
};
export type LaidGroup = { kind: 'group'; key: string; name: string; top: number; height: number };
export type LaidItem = LaidRow | LaidGroup;
/** Pixels. */
export type Measures = { above: number; row: number; lane: number; pad: number; group: number };

const NONE: readonly TimelineBar[] = [];

type ByRow = ReadonlyMap<string, readonly TimelineBar[]>;

/** The bars of each row; a row whose bars are the same objects keeps its array from before. */
export function barsByRow(bars: readonly TimelineBar[], before: ByRow = new Map()): ByRow {
  const found = new Map<string, TimelineBar[]>();
  for (const bar of bars) {
    const row = found.get(bar.rowId);
    if (row) row.push(bar);
    else found.set(bar.rowId, [bar]);
  }
  const kept = new Map<string, readonly TimelineBar[]>(found);
  for (const [id, now] of found) {
    const old = before.get(id);
    if (old?.length === now.length && old.every((bar, at) => bar === now[at])) kept.set(id, old);
  }
  return kept;
}

/** `barsByRow` that remembers what it said last. */
export function rowGrouping(): (bars: readonly TimelineBar[]) => ByRow {
  let last: ByRow = new Map();
  return (bars) => (last = barsByRow(bars, last));
}

const known = new WeakMap<readonly TimelineBar[], ReturnType<typeof lanesOf>>();
function lanesOnce(bars: readonly TimelineBar[]) {
  const found = known.get(bars) ?? lanesOf(bars);
  known.set(bars, found);
  return found;
}

/** Rows and the names of their groups, one below the other. */
export function layOut(rows: readonly TimelineRow[], bars: ByRow, measures: Measures): LaidItem[] {
  const items: LaidItem[] = [];
  let top = 0;
  let group: string | undefined;
  for (const row of rows) {
    if (row.group !== undefined && row.group !== group) {
      const height = measures.group;
      items.push({ kind: 'group', key: `group ${row.group} ${items.length}`, name: row.group, top, height });
      top += height;
    }
    group = row.group;
    const own = bars.get(row.id) ?? NONE;
    const { lanes, count } = lanesOnce(own);
    const height = Math.max(measures.row, count * measures.lane + 2 * measures.pad);
    items.push({ kind: 'row', key: row.id, row, lanes, bars: own, top, height });
    top += height;
  }
  return items;
}

/** Index of the item at so many pixels below the top; the first or last beyond the ends, -1 where there is none. */
export function itemAt(items: readonly LaidItem[], y: number): number {
  let [low, high] = [0, items.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (items[middle]!.top <= y) low = middle;
    else high = middle - 1;
  }
  return high;
}

/** The row at that height; for the name of a group, the row below it. */
export function rowAt(items: readonly LaidItem[], y: number): LaidRow | undefined {
  const index = itemAt(items, y);
  const found = items[index]?.kind === 'group' ? items[index + 1] : items[index];
  return found?.kind === 'row' ? found : undefined;
}
