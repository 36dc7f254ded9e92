import * as m from '#messages';
import { clashOf } from './timeline-lanes.ts';
import type { LaidItem, LaidRow } from './timeline-layout.ts';
import type { Axis, DayScale } from './timeline-scale.ts';
import type { TimelineBar, TimelinePlace, TimelineProps } from './timeline-types.ts';

/** What pointer and keys work on: everything of one rendering that they need to know. */
export type TimelineModel = {
  axis: Axis;
  day: string;
  items: readonly LaidItem[];
  rows: ReadonlyMap<string, LaidRow>;
  bars: ReadonlyMap<string, TimelineBar>;
  timeZone: string;
  /** Minutes. */
  step: number;
  slot: number;
  /** Pixels: of a minute, of the row headers, above and below the bars of a row. */
  minute: number;
  head: number;
  pad: number;
  can: { create: boolean; move: boolean; resize: boolean; open: boolean };
  refuse: TimelineProps['refuse'];
};

export const scaleOf = (model: TimelineModel, { row }: LaidRow): DayScale =>
  model.axis.days.get(row.day ?? model.day)!;

/** Why something may not be dropped there, in words; undefined when it may. */
export function refusalOf(model: TimelineModel, place: TimelinePlace, bar?: TimelineBar): string | undefined {
  const clash = clashOf(place, model.rows.get(place.rowId)?.bars ?? [], bar);
  return clash ? m.timeline_clash({ title: clash.title }) : model.refuse?.(place);
}

export const isRtl = (element: Element) => element.closest('[dir]')?.getAttribute('dir') === 'rtl';

/** Scrolls as little as brings a box into sight. Pixels from the start of the axis and from the top of the rows. */
export function reveal(
  scroller: HTMLElement,
  box: { x: number; width: number; y: number; height: number },
  head: number,
  above: number,
): void {
  const nearest = (now: number, room: number, at: number, length: number) =>
    at < now || length > room ? at : at + length > now + room ? at + length - room : now;
  const sign = isRtl(scroller) ? -1 : 1;
  const left = nearest(scroller.scrollLeft * sign, scroller.clientWidth - head, box.x, box.width);
  scroller.scrollLeft = left * sign;
  scroller.scrollTop = nearest(scroller.scrollTop, scroller.clientHeight - above, box.y, box.height);
}
