import * as m from '#messages';
import type { ClockLine } from '#contract/service-clock.ts';
import { formatMoment } from '#src/lib/dates.ts';
import { formatDuration } from '#src/lib/duration.ts';
import classes from './request.module.css';

const closedWhy: Record<NonNullable<ClockLine['why']>, () => string> = {
  night: m.request_line_night,
  break: m.request_line_break,
  weekend: m.request_line_weekend,
  holiday: m.request_line_holiday,
  'no-hours': m.request_line_no_hours,
  several: m.request_line_several,
  hold: m.request_line_hold,
  finished: m.request_line_finished,
};
const moments: Partial<Record<ClockLine['kind'], () => string>> = {
  held: m.request_line_held,
  resumed: m.request_line_resumed,
  center: m.request_line_center,
  completed: m.request_line_completed,
  rejected: m.request_line_rejected,
  cancelled: m.request_line_cancelled,
  reopened: m.request_line_reopened,
  due: m.request_line_due,
};
const promising: Partial<Record<ClockLine['kind'], (words: { promised: string }) => string>> = {
  opened: m.request_line_opened,
  priority: m.request_line_priority,
  type: m.request_line_type,
};

function wordsOf({ kind, why, holidays, promisedMinutes, ahead }: ClockLine): string {
  const promise = promising[kind];
  if (promise)
    return promise({
      promised: promisedMinutes ? formatDuration(promisedMinutes * 60_000) : m.request_line_nothing(),
    });
  if (kind === 'worked') return ahead ? m.request_line_ahead() : m.request_line_worked();
  if (kind === 'paused') return m.request_line_paused({ why: closedWhy[why ?? 'hold']() });
  if (kind === 'closed')
    return m.request_line_closed({
      why: holidays?.length ? holidays.join(', ') : closedWhy[why ?? 'night'](),
    });
  return moments[kind]?.() ?? '';
}

/** What the clock did, one line after the other; what is yet to come is set apart. */
export function RequestClockLines({ lines }: { lines: readonly ClockLine[] }) {
  return (
    <ol className={classes.lines}>
      {lines.map((line, at) => (
        // Two lines may have everything in common but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={at} data-kind={line.kind} data-ahead={line.ahead}>
          <time dateTime={new Date(line.from).toISOString()}>{formatMoment(line.from)}</time>
          <span>{wordsOf(line)}</span>
          {line.to > line.from && <span className={classes.took}>{formatDuration(line.ms)}</span>}
        </li>
      ))}
    </ol>
  );
}
