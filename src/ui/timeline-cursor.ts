import { type Stop, stopAt, stopsOf } from './timeline-lanes.ts';
import type { LaidRow } from './timeline-layout.ts';
import { scaleOf, type TimelineModel } from './timeline-model.ts';
import { instantAt, positionOf } from './timeline-scale.ts';
import { overlap } from './timeline-lanes.ts';
import type { Span } from './timeline-types.ts';

/** Where Tab leads to: a bar, or a free slot of a row. */
export type Cursor = Span & { rowId: string; barId?: string | undefined };

const cursorOf = (rowId: string, { start, end, bar }: Stop): Cursor => ({
  rowId,
  start,
  end,
  barId: bar?.id,
});
const stopsIn = (model: TimelineModel, laid: LaidRow) => stopsOf(scaleOf(model, laid), laid.bars, model.slot);
const rowsOf = (model: TimelineModel) => [...model.rows.values()];

/** The cursor on what is there now: bars move and go, and free slots are taken. `at`: minutes of the axis to begin with. */
export function settled(model: TimelineModel, cursor: Cursor | undefined, at: number): Cursor | undefined {
  const bar = model.bars.get(cursor?.barId ?? '');
  if (bar && model.rows.has(bar.rowId))
    return { rowId: bar.rowId, start: bar.start, end: bar.end, barId: bar.id };
  const laid = model.rows.get(cursor?.rowId ?? '') ?? rowsOf(model)[0];
  if (!laid) return undefined;
  const here = cursor && laid.row.id === cursor.rowId ? cursor : undefined;
  if (here && !here.barId && !laid.bars.some((one) => one.blocks !== false && overlap(one, here)))
    return here;
  const found = stopAt(stopsIn(model, laid), here?.start ?? instantAt(scaleOf(model, laid), at));
  return found && cursorOf(laid.row.id, found);
}

export type Step = 'back' | 'on' | 'first' | 'last';

/** To the stop before or after, or to the first or last of the row. */
export function walked(model: TimelineModel, cursor: Cursor, step: Step): Cursor | undefined {
  const laid = model.rows.get(cursor.rowId);
  if (!laid) return undefined;
  const stops = stopsIn(model, laid);
  const here = stops.findIndex(({ start, end, bar }) =>
    cursor.barId ? bar?.id === cursor.barId : !bar && start === cursor.start && end === cursor.end,
  );
  let found: Stop | undefined;
  if (step === 'first') found = stops[0];
  else if (step === 'last') found = stops.at(-1);
  else if (here >= 0) found = stops[here + (step === 'on' ? 1 : -1)];
  else found = stopAt(stops, step === 'on' ? cursor.end : cursor.start - 1);
  return found && cursorOf(laid.row.id, found);
}

/** So many rows up or down, to what lies at a place of the axis there; no further than the first and last. */
export function climbed(model: TimelineModel, cursor: Cursor, by: number, at: number): Cursor | undefined {
  const rows = rowsOf(model);
  const index = rows.findIndex(({ row }) => row.id === cursor.rowId);
  const laid = rows[Math.max(0, Math.min(rows.length - 1, index + by))];
  if (!laid || laid.row.id === cursor.rowId) return undefined;
  const found = stopAt(stopsIn(model, laid), instantAt(scaleOf(model, laid), at));
  return found && cursorOf(laid.row.id, found);
}

/** The row above or below. */
export function neighbourOf(model: TimelineModel, rowId: string, by: number): LaidRow | undefined {
  const rows = rowsOf(model);
  return rows[rows.findIndex(({ row }) => row.id === rowId) + by];
}

/** Minutes along the axis where a cursor begins, on the axis at any rate. */
export function columnOf(model: TimelineModel, { rowId, start }: Cursor): number {
  const laid = model.rows.get(rowId);
  return laid ? Math.max(0, positionOf(scaleOf(model, laid), start)) : 0;
}

/** A free slot made longer or shorter by minutes; undefined where something lies in the way. */
export function extended(model: TimelineModel, cursor: Cursor, minutes: number): Cursor | undefined {
  const laid = model.rows.get(cursor.rowId);
  const end = cursor.end + minutes * 60_000;
  if (!laid || cursor.barId || end <= cursor.start || end > scaleOf(model, laid).end) return undefined;
  const next = { ...cursor, end };
  return laid.bars.some((bar) => bar.blocks !== false && overlap(bar, next)) ? undefined : next;
}

/** What lies in a row at a place of the axis. */
export function foundAt(model: TimelineModel, rowId: string, minutes: number): Cursor | undefined {
  const laid = model.rows.get(rowId);
  const found = laid && stopAt(stopsIn(model, laid), instantAt(scaleOf(model, laid), minutes));
  return found && cursorOf(rowId, found);
}
