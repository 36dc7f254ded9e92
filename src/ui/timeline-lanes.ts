import { type DayScale, snapped } from './timeline-scale.ts';
import type { Span, TimelineBar } from './timeline-types.ts';

const MINUTE = 60_000;

/** With setting up and clearing away. */
export const occupied = ({ start, end, before = 0, after = 0 }: Omit<TimelineBar, 'id'>): Span => ({
  start: start - before * MINUTE,
  end: Math.max(end, start + MINUTE) + after * MINUTE,
});
export const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
export const inOrder = (a: Span, b: Span) => a.start - b.start || b.end - a.end;

/** Puts bars that overlap into lanes of their own, as few as there can be. Bars come back in their order. */
export function lanesOf(bars: readonly TimelineBar[]): {
  lanes: { bar: TimelineBar; lane: number }[];
  count: number;
} {
  const ends: number[] = [];
  const lanes = bars
    .map((bar) => ({ bar, span: occupied(bar) }))
    .sort((a, b) => inOrder(a.span, b.span))
    .map(({ bar, span }) => {
      const free = ends.findIndex((end) => end <= span.start);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = span.end;
      return { bar, lane };
    });
  return { lanes, count: Math.max(1, ends.length) };
}

/** The first bar of a row that something may not lie over. `self`: what is being moved, with its own buffers. */
export function clashOf(
  place: Span,
  bars: readonly TimelineBar[],
  self?: TimelineBar,
): TimelineBar | undefined {
  if (self?.blocks === false) return undefined;
  const wanted = occupied({ ...self, ...place } as TimelineBar);
  return bars.find((bar) => bar.blocks !== false && bar.id !== self?.id && overlap(wanted, occupied(bar)));
}

/** What no bar that blocks covers, in order. */
export function freeOf(within: Span, bars: readonly TimelineBar[]): Span[] {
  const free: Span[] = [];
  let since = within.start;
  const taken = bars.filter(({ blocks }) => blocks !== false).map(occupied);
  for (const { start, end } of taken.sort(inOrder)) {
    if (start > since) free.push({ start: since, end: Math.min(start, within.end) });
    since = Math.max(since, end);
    if (since >= within.end) break;
  }
  if (since < within.end) free.push({ start: since, end: within.end });
  return free.filter(({ start, end }) => end > start);
}

export type Stop = Span & { bar?: TimelineBar };

/** Where the arrow keys halt in a row: its bars, and between them free slots that keep to the clock. */
export function stopsOf(scale: DayScale, bars: readonly TimelineBar[], slot: number): Stop[] {
  const stops: Stop[] = bars
    .filter((bar) => overlap(bar, scale))
    .map((bar) => ({ start: bar.start, end: bar.end, bar }));
  for (const { start, end } of freeOf(scale, bars))
    for (let from = start; from < end;) {
      const edge = snapped(scale, from, slot, Math.floor) + slot * MINUTE;
      const to = Math.min(edge > from ? edge : from + slot * MINUTE, end);
      stops.push({ start: from, end: to });
      from = to;
    }
  return stops.sort(inOrder);
}

/** The stop at a moment, or the nearest. */
export function stopAt(stops: readonly Stop[], ms: number): Stop | undefined {
  const away = ({ start, end }: Stop) => (ms < start ? start - ms : ms >= end ? ms - end + 1 : 0);
  return stops.reduce<Stop | undefined>(
    (best, stop) => (best && away(best) <= away(stop) ? best : stop),
    undefined,
  );
}
