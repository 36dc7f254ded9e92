import { ActionIcon } from '@mantine/core';
import { memo } from 'react';
import * as m from '#messages';
import { MinusIcon, PlusIcon } from './plan-icons.tsx';
import classes from './timeline.module.css';
import { type Axis, instantAt, ticksOf } from './timeline-scale.ts';
import { hourOf } from './timeline-words.ts';

/** Pixels between two hours that have words. */
const ROOM = 46;

type Props = {
  corner: string;
  axis: Axis;
  minute: number;
  /** The width of the hours can be changed that way. */
  wider: boolean;
  narrower: boolean;
  zoom: (steps: number) => void;
};

/** The hours, and what the rows are. Each bar says its own times, so the hours are for the eye alone. */
export const TimelineHeader = memo(function TimelineHeader({ corner, axis, minute, ...props }: Props) {
  const every = Math.max(1, Math.ceil(ROOM / (60 * minute)));
  const days = [...axis.days.values()];
  return (
    <div role="rowgroup" className={classes.header}>
      <div role="row" aria-rowindex={1} className={classes.headerRow}>
        <div role="columnheader" className={classes.corner}>
          <span className={classes.cornerWord}>{corner}</span>
          <span className={classes.zoom} role="group" aria-label={m.timeline_zoom()}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={m.timeline_zoom_out()}
              disabled={!props.narrower}
              onClick={() => props.zoom(-1)}
            >
              <MinusIcon size={15} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={m.timeline_zoom_in()}
              disabled={!props.wider}
              onClick={() => props.zoom(1)}
            >
              <PlusIcon size={15} />
            </ActionIcon>
          </span>
        </div>
        <div className={classes.hours} aria-hidden="true" style={{ width: axis.minutes * minute }}>
          {ticksOf(axis).map((tick, index) => {
            if (index % every > 0 && !tick.again) return null;
            // The day on which the hour comes twice.
            const twice = days.find(({ stretches }) => stretches.some(({ again }) => again)) ?? days[0];
            return (
              <span key={tick.at} className={classes.hour} style={{ insetInlineStart: tick.at * minute }}>
                {hourOf(tick, twice ? instantAt(twice, tick.at) : 0, axis.timeZone)}
              </span>
            );
          })}
        </div>
      </div>
    </div>
  );
});

/** Lines at the hours behind all rows. */
export const TimelineLines = memo(function TimelineLines({ axis, minute }: Pick<Props, 'axis' | 'minute'>) {
  return (
    <div className={classes.lines} aria-hidden="true">
      {ticksOf(axis).map(({ at }) => (
        <span
          key={at}
          className={classes.line}
          data-half={minute * 60 >= 56 || undefined}
          style={{ insetInlineStart: at * minute, width: 60 * minute }}
        />
      ))}
    </div>
  );
});
