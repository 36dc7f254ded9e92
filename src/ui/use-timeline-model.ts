import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useMemo, useState } from 'react';
import { layOut, type Measures, rowGrouping } from './timeline-layout.ts';
import type { TimelineModel } from './timeline-model.ts';
import { axisOf, placeOnClock } from './timeline-scale.ts';
import type { TimelineBar, TimelineProps } from './timeline-types.ts';
import { useTimelineZoom } from './use-timeline-zoom.ts';

/** Bars that a finger hits are 44 pixels high. */
const BY_FINGER: Measures = { above: 46, row: 52, lane: 46, pad: 3, group: 30 };
const BY_MOUSE: Measures = { above: 36, row: 40, lane: 30, pad: 4, group: 28 };
/** Pixels of the row headers. */
const [HEAD, NARROW_HEAD] = [208, 104];
/** Minutes in sight before the working hours. */
const BEFORE = 15;
const WORKING_HOURS = { from: 8 * 60, to: 18 * 60 };

/** Everything of one rendering that has to be worked out: the axis, where the rows lie, how wide a minute is. */
export function useTimelineModel(
  props: TimelineProps,
  bars: readonly TimelineBar[],
  scroller: RefObject<HTMLElement | null>,
) {
  const { rows, day, timeZone, step = 15, slot = 30, refuse, workingHours = WORKING_HOURS } = props;
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const finger = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false });
  const measures = finger ? BY_FINGER : BY_MOUSE;
  const head = narrow ? NARROW_HEAD : HEAD;

  const days = [...new Set(rows.map((row) => row.day ?? day))].join(' ') || day;
  const axis = useMemo(() => axisOf(days.split(' '), timeZone), [days, timeZone]);
  const from = Math.max(0, placeOnClock(axis, workingHours.from) - BEFORE);
  const view = useTimelineZoom(scroller, head, from);

  const [group] = useState(rowGrouping);
  const grouped = useMemo(() => group(bars), [group, bars]);
  const items = useMemo(() => layOut(rows, grouped, measures), [rows, grouped, measures]);
  const { minute } = view;
  const [create, move, resize, open] = [
    Boolean(props.onCreate),
    Boolean(props.onMove),
    Boolean(props.onResize),
    Boolean(props.onOpen),
  ];
  const model = useMemo(
    (): TimelineModel => ({
      axis,
      day,
      items,
      rows: new Map(items.flatMap((item) => (item.kind === 'row' ? [[item.key, item]] : []))),
      bars: new Map(bars.map((bar) => [bar.id, bar])),
      timeZone,
      step,
      slot,
      minute,
      head,
      pad: measures.pad,
      can: { create, move, resize, open },
      refuse,
    }),
    [
      axis,
      day,
      items,
      bars,
      timeZone,
      step,
      slot,
      minute,
      head,
      measures,
      create,
      move,
      resize,
      open,
      refuse,
    ],
  );
  return { model, measures, from, ...view };
}
