import { type DayScale, instantAt, positionOf, snapped } from './timeline-scale.ts';
import type { Span, TimelineBar } from './timeline-types.ts';

const MINUTE = 60_000;
export type Edge = 'start' | 'end';
/** What is being drawn, moved or made longer, not yet dropped. */
export type Draft = Span & {
  kind: 'create' | 'move' | 'resize';
  rowId: string;
  bar?: TimelineBar | undefined;
  /** Why it may not be dropped here. */
  refused?: string | undefined;
};

/** What began before the day or ends after it may keep that, but goes no further. */
function kept(scale: DayScale, start: number, length: number, from: Span): number {
  const first = Math.min(scale.start, from.start);
  const last = Math.max(scale.end, from.end) - length;
  return Math.max(first, Math.min(start, Math.max(first, last)));
}

/**
 * A bar shifted by minutes of the axis, onto the day of another row or its own. It stays as long as it is, and
 * begins at a multiple of `step` minutes on the clock.
 */
export function movedTo(bar: Span, from: DayScale, to: DayScale, minutes: number, step: number): Span {
  const length = bar.end - bar.start;
  const begins = snapped(to, instantAt(to, positionOf(from, bar.start) + minutes), step);
  const start = kept(to, begins, length, from === to ? bar : to);
  return { start, end: start + length };
}

/** One edge brought to a place of the axis; at least one step stays. */
export function resizedTo(bar: Span, edge: Edge, scale: DayScale, at: number, step: number): Span {
  const there = snapped(scale, instantAt(scale, at), step);
  const least = Math.min(step * MINUTE, bar.end - bar.start);
  return edge === 'start'
    ? { start: Math.min(Math.max(there, Math.min(scale.start, bar.start)), bar.end - least), end: bar.end }
    : { start: bar.start, end: Math.max(Math.min(there, Math.max(scale.end, bar.end)), bar.start + least) };
}

/** From where the pointer went down to where it is, whichever lies first. */
export function drawnFrom(scale: DayScale, from: number, to: number, step: number): Span {
  const at = (minutes: number, round: (value: number) => number) =>
    Math.min(Math.max(snapped(scale, instantAt(scale, minutes), step, round), scale.start), scale.end);
  const start = at(Math.min(from, to), Math.floor);
  const end = at(Math.max(from, to), Math.ceil);
  return end > start ? { start, end } : slotAt(scale, from, step);
}

/** A slot of so many minutes that holds a place of the axis, inside the day. */
export function slotAt(scale: DayScale, at: number, minutes: number): Span {
  const inside = Math.min(Math.max(instantAt(scale, at), scale.start), scale.end - MINUTE);
  const start = Math.max(scale.start, snapped(scale, inside, minutes, Math.floor));
  return { start, end: Math.min(scale.end, start + minutes * MINUTE) };
}

/** Whether a drop would change anything. */
export const changes = ({ kind, bar, rowId, start, end }: Draft): boolean =>
  kind === 'create' || !bar || bar.rowId !== rowId || bar.start !== start || bar.end !== end;
