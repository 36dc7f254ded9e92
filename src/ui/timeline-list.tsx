import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useMemo, useRef } from 'react';
import * as m from '#messages';
import { PlusIcon } from './plan-icons.tsx';
import { StatusBadge } from './status-badge.tsx';
import { freeOf, inOrder, overlap, type Stop } from './timeline-lanes.ts';
import { barsByRow } from './timeline-layout.ts';
import classes from './timeline-list.module.css';
import { axisOf, type DayScale } from './timeline-scale.ts';
import type { Span, TimelineBar, TimelineProps, TimelineRow } from './timeline-types.ts';
import { rangeOf } from './timeline-words.ts';

type Props = Pick<
  TimelineProps,
  'label' | 'day' | 'timeZone' | 'rows' | 'bars' | 'closed' | 'slot' | 'onCreate' | 'onOpen' | 'empty'
>;
const NONE: readonly never[] = [];
const MINUTE = 60_000;

/** The timeline in words, for phones and for those who would rather read: each row, what is in it and what is free. */
export function TimelineList(props: Props) {
  const { label, day, timeZone, rows, bars, closed, slot = 30, onCreate, onOpen, empty } = props;
  const days = [...new Set(rows.map((row) => row.day ?? day))].join(' ') || day;
  const axis = useMemo(() => axisOf(days.split(' '), timeZone), [days, timeZone]);
  const grouped = useMemo(() => barsByRow(bars), [bars]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 60 + (grouped.get(rows[index]?.id ?? '')?.length ?? 0) * 88,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: 3,
  });
  if (rows.length === 0) return <div className={classes.root}>{empty}</div>;
  return (
    <div ref={scroller} className={classes.root}>
      <ul aria-label={label} className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]!;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={classes.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ListedRow
                row={row}
                group={row.group === rows[index - 1]?.group ? undefined : row.group}
                bars={grouped.get(row.id) ?? NONE}
                scale={axis.days.get(row.day ?? day)!}
                closed={row.closed ?? closed ?? NONE}
                timeZone={timeZone}
                slot={slot}
                onCreate={onCreate}
                onOpen={onOpen}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type RowProps = Pick<Props, 'timeZone' | 'onCreate' | 'onOpen'> & {
  row: TimelineRow;
  group: string | undefined;
  bars: readonly TimelineBar[];
  scale: DayScale;
  closed: readonly Span[];
  slot: number;
};

const ListedRow = memo(function ListedRow(props: RowProps) {
  const { row, group, bars, scale, closed, timeZone, slot, onCreate, onOpen } = props;
  const shut = closed.map(({ start, end }) => ({ start, end, id: '', rowId: '' }) as TimelineBar);
  const free = freeOf(scale, [...bars, ...shut]).filter(({ start, end }) => end - start >= slot * MINUTE);
  const here = bars.filter((bar) => overlap(bar, scale));
  const lines: Stop[] = [...here.map((bar) => ({ bar, start: bar.start, end: bar.end })), ...free].sort(
    inOrder,
  );
  return (
    <>
      {group !== undefined && <p className={classes.group}>{group}</p>}
      <h2 className={classes.label}>
        <bdi>{row.label}</bdi>
        {row.sublabel && <bdi className={classes.sublabel}>{row.sublabel}</bdi>}
      </h2>
      {lines.length === 0 && <p className={classes.full}>{m.timeline_full()}</p>}
      {lines.length > 0 && (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line.bar?.id ?? line.start}>
              {line.bar ? (
                <BarLine bar={line.bar} timeZone={timeZone} onOpen={onOpen} />
              ) : (
                <FreeLine
                  span={line}
                  row={row}
                  words={
                    here.length > 0
                      ? m.timeline_free({ time: rangeOf(line, timeZone) })
                      : m.timeline_free_all_day({ time: rangeOf(line, timeZone) })
                  }
                  time={rangeOf(line, timeZone)}
                  slot={slot}
                  onCreate={onCreate}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
});

type BarLineProps = Pick<Props, 'timeZone' | 'onOpen'> & { bar: TimelineBar };
function BarLine({ bar, timeZone, onOpen }: BarLineProps) {
  const inside = (
    <>
      <span className={classes.time}>{rangeOf(bar, timeZone)}</span>
      <span className={classes.title}>
        <bdi>{bar.title}</bdi>
      </span>
      <StatusBadge tone={bar.state.tone} icon={bar.state.icon}>
        {bar.state.word}
      </StatusBadge>
    </>
  );
  if (!onOpen) return <div className={classes.line}>{inside}</div>;
  return (
    <button
      type="button"
      className={classes.line}
      data-own={bar.own || undefined}
      onClick={() => onOpen(bar.id)}
    >
      {inside}
    </button>
  );
}

type FreeLineProps = Pick<Props, 'onCreate'> & {
  span: Span;
  row: TimelineRow;
  words: string;
  time: string;
  slot: number;
};
/** A free time; a press creates as much as a slot is long, at its beginning. */
function FreeLine({ span, row, words, time, slot, onCreate }: FreeLineProps) {
  if (!onCreate) return <div className={classes.free}>{words}</div>;
  return (
    <button
      type="button"
      className={classes.free}
      aria-label={m.timeline_choose_free({ time, row: row.label })}
      onClick={() => void onCreate(row.id, span.start, Math.min(span.end, span.start + slot * MINUTE))}
    >
      <PlusIcon size={15} />
      {words}
    </button>
  );
}
