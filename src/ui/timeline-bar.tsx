import { memo } from 'react';
import classes from './timeline-bar.module.css';
import type { DayScale } from './timeline-scale.ts';
import type { TimelineBar, TimelineRow } from './timeline-types.ts';
import { barName } from './timeline-words.ts';

/** Pixels that the icon, the title, the time and the word for the state need. */
const [ICON, TITLE, WORD] = [26, 46, 190];
/** Pixels from which on the words follow when one scrolls along; doing so for all costs too much. */
const LONG = 240;

type Props = {
  bar: TimelineBar;
  row: TimelineRow;
  scale: DayScale;
  timeZone: string;
  /** Pixels. */
  start: number;
  end: number;
  minute: number;
  top: number;
  height: number;
  current: boolean;
  movable: boolean;
};

export const TimelineBarView = memo(function TimelineBarView(props: Props) {
  const { bar, row, scale, timeZone, start, end, minute, top, height, current } = props;
  const { tone, icon: Icon, word, pattern } = bar.state;
  // A moment has a width that one can hit.
  const width = Math.max(6, end - start - 1);
  const { before = 0, after = 0 } = bar;
  return (
    <>
      {before > 0 && (
        <span
          className={classes.buffer}
          style={{ insetInlineStart: start - before * minute, width: before * minute, top, height }}
        />
      )}
      {after > 0 && (
        <span
          className={classes.buffer}
          style={{ insetInlineStart: end, width: after * minute, top, height }}
        />
      )}
      <div
        role="gridcell"
        tabIndex={current ? 0 : -1}
        aria-label={barName(bar, row, timeZone)}
        aria-busy={bar.saving || undefined}
        className={classes.bar}
        data-bar={bar.id}
        data-cursor={current || undefined}
        data-tone={tone}
        data-pattern={pattern}
        data-own={bar.own || undefined}
        data-saving={bar.saving || undefined}
        data-editable={(props.movable && bar.editable && !bar.saving) || undefined}
        data-cut-start={bar.start < scale.start || undefined}
        data-cut-end={bar.end > scale.end || undefined}
        data-long={width >= LONG || undefined}
        data-narrow={width < ICON || undefined}
        style={{ insetInlineStart: start, width, top, height }}
      >
        <span className={classes.inside}>
          {width >= ICON - 9 && <Icon size={13} strokeWidth={1.8} />}
          {width >= TITLE && <bdi className={classes.title}>{bar.title}</bdi>}
          {width >= WORD && <span className={classes.word}>{word}</span>}
        </span>
      </div>
    </>
  );
});
