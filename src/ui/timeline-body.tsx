import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type Ref, type RefObject, useCallback } from 'react';
import classes from './timeline.module.css';
import marks from './timeline-marks.module.css';
import type { Cursor } from './timeline-cursor.ts';
import { TimelineLines } from './timeline-header.tsx';
import type { Measures } from './timeline-layout.ts';
import { scaleOf, type TimelineModel } from './timeline-model.ts';
import { TimelineNow } from './timeline-now.tsx';
import { TimelineRowView } from './timeline-row.tsx';
import type { Span } from './timeline-types.ts';

type Props = {
  ref: Ref<HTMLDivElement>;
  ghost: Ref<HTMLDivElement>;
  scroller: RefObject<HTMLDivElement | null>;
  model: TimelineModel;
  measures: Measures;
  cursor: Cursor | undefined;
  closed: readonly Span[] | undefined;
  /** Pixels of the hours. */
  above: number;
  loading: boolean | undefined;
};
const NONE: readonly Span[] = [];
const BONES = Array.from({ length: 10 }, (_, at) => at);

/** The rows of which the visible ones are in the page, with what lies over and under all of them. */
export function TimelineBody({
  ref,
  ghost,
  scroller,
  model,
  measures,
  cursor,
  closed,
  above,
  loading,
}: Props) {
  const { items, axis, minute, head, can } = model;
  const active = items.findIndex((item) => item.key === cursor?.rowId);
  // A new function has every row measured anew: when what is to be shown changes, and only then.
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => items[index]?.height ?? measures.row,
    getItemKey,
    overscan: 2,
    scrollMargin: above,
    // The row that holds the focus stays in the page, or the focus would be lost on scrolling away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (active < 0 || active >= range.count || shown.includes(active)) return shown;
      return [...shown, active].sort((a, b) => a - b);
    },
  });
  const last = items.at(-1);
  const height = last ? last.top + last.height : 0;
  const width = head + axis.minutes * minute;

  if (loading)
    return (
      <div aria-hidden="true" style={{ width }}>
        {BONES.map((at) => (
          <div key={at} className={classes.still} style={{ height: measures.row }}>
            <span className={classes.bone} style={{ width: head - 40 - ((at * 29) % 60) }} />
          </div>
        ))}
      </div>
    );
  return (
    <div className={classes.content} style={{ width, height }}>
      <TimelineLines axis={axis} minute={minute} />
      <div
        ref={ref}
        role="rowgroup"
        className={classes.body}
        data-creates={can.create || undefined}
        data-opens={can.open || undefined}
      >
        {virtualizer.getVirtualItems().map(({ index, key }) => {
          const item = items[index];
          if (!item) return null;
          if (item.kind === 'group')
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                className={classes.group}
                style={{ top: item.top, height: item.height }}
              >
                <div role="rowheader" className={classes.groupName}>
                  <bdi>{item.name}</bdi>
                </div>
              </div>
            );
          return (
            <TimelineRowView
              key={key}
              row={item.row}
              lanes={item.lanes}
              top={item.top}
              height={item.height}
              minute={minute}
              measures={measures}
              index={index}
              scale={scaleOf(model, item)}
              axis={axis}
              closed={item.row.closed ?? closed ?? NONE}
              cursor={index === active ? cursor : undefined}
              creates={can.create}
              movable={can.move || can.resize}
            />
          );
        })}
        <div hidden aria-hidden="true" className={marks.shield} />
        <div ref={ghost} hidden aria-hidden="true" className={marks.ghost}>
          <span className={marks.ghostTime} />
          <span className={marks.ghostWords} />
        </div>
      </div>
      <div className={classes.over} aria-hidden="true">
        <TimelineNow model={model} height={height} />
      </div>
    </div>
  );
}
