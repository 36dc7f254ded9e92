import { memo } from 'react';
import * as m from '#messages';
import { PlusIcon } from './plan-icons.tsx';
import classes from './timeline.module.css';
import marks from './timeline-marks.module.css';
import { TimelineBarView } from './timeline-bar.tsx';
import type { Cursor } from './timeline-cursor.ts';
import type { Lane, Measures } from './timeline-layout.ts';
import { type Axis, type DayScale, gapsOf, positionOf } from './timeline-scale.ts';
import type { Span, TimelineRow } from './timeline-types.ts';
import { rangeOf, rowName } from './timeline-words.ts';

/** Pixels that the time of a free slot needs. */
const SLOT_WORDS = 100;

type Props = {
  row: TimelineRow;
  lanes: readonly Lane[];
  /** Pixels. */
  top: number;
  height: number;
  minute: number;
  measures: Measures;
  index: number;
  scale: DayScale;
  axis: Axis;
  closed: readonly Span[];
  /** Only where it is in this row. */
  cursor: Cursor | undefined;
  creates: boolean;
  movable: boolean;
};

/** Scrolling and walking render the timeline at every step; a row that stays the same is left alone. */
export const TimelineRowView = memo(function TimelineRowView(props: Props) {
  const { row, lanes, top, height, minute, measures, scale, axis, cursor } = props;
  const { timeZone } = axis;
  /** Pixels from the start of the axis, kept on it. */
  const at = (ms: number) => Math.max(0, Math.min(axis.minutes, positionOf(scale, ms))) * minute;
  const along = (start: number, end: number) => ({
    insetInlineStart: start,
    width: Math.max(0, end - start),
  });
  const slot = cursor && cursor.barId === undefined ? cursor : undefined;
  return (
    <div role="row" aria-rowindex={props.index + 2} className={classes.row} style={{ top, height }}>
      <div role="rowheader" className={classes.head}>
        <bdi className={classes.label}>{row.label}</bdi>
        {row.sublabel && <bdi className={classes.sublabel}>{row.sublabel}</bdi>}
      </div>
      <div role="presentation" className={classes.track} style={{ width: axis.minutes * minute }}>
        {props.closed.map(({ start, end }) => (
          <span key={start} className={classes.closed} style={along(at(start), at(end))} />
        ))}
        {gapsOf(scale, axis).map(({ at: from, length }) => (
          <span key={from} className={classes.gap} style={along(from * minute, (from + length) * minute)} />
        ))}
        {lanes.map(({ bar, lane }) => (
          <TimelineBarView
            key={bar.id}
            bar={bar}
            row={row}
            scale={scale}
            timeZone={timeZone}
            start={at(bar.start)}
            end={at(bar.end)}
            minute={minute}
            // The lowest lane takes what a single one leaves.
            top={measures.pad + lane * measures.lane}
            height={lanes.length > 1 && height > measures.row ? measures.lane - 2 : height - 2 * measures.pad}
            current={cursor?.barId === bar.id}
            movable={props.movable}
          />
        ))}
        {slot && (
          <div
            role="gridcell"
            tabIndex={0}
            data-cursor
            data-slot
            aria-label={m.timeline_slot({ time: rangeOf(slot, timeZone), row: rowName(row) })}
            className={marks.slot}
            data-creates={props.creates || undefined}
            style={{
              ...along(at(slot.start), at(slot.end)),
              top: measures.pad,
              height: height - 2 * measures.pad,
            }}
          >
            {props.creates && <PlusIcon size={14} />}
            {at(slot.end) - at(slot.start) > SLOT_WORDS && (
              <span className={marks.slotTime}>{rangeOf(slot, timeZone)}</span>
            )}
          </div>
        )}
      </div>
    </div>
  );
});
