import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import * as m from '#messages';
import type { SlaExplained } from '#contract/service-clock.ts';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { formatDuration } from '#src/lib/duration.ts';
import { useStore } from '#src/lib/store.ts';
import { CheckIcon, ClockIcon, type IconProps, WarningIcon } from '#src/ui/icons.tsx';
import { PauseIcon } from '#src/ui/request-icons.tsx';
import { minute } from './minute.ts';
import { RequestClockLines } from './request-clock-lines.tsx';
import { type DueWords, dueWords, lateAt } from './request-due.ts';
import { requestClockOptions } from './request-queries.ts';
import classes from './request.module.css';

const icons: Record<DueWords['kind'], ComponentType<IconProps>> = {
  due: ClockIcon,
  soon: ClockIcon,
  overdue: WarningIcon,
  paused: PauseIcon,
  met: CheckIcon,
  missed: WarningIcon,
  closed: CheckIcon,
};

/** "due Tue 14:10", "overdue by 2 hr", "paused on hold": by icon, word and colour, right to the minute. */
export function RequestClock({ request }: { request: ServiceRequest }) {
  const now = useStore(minute);
  const { kind, text } = dueWords(request, now);
  const Icon = icons[kind];
  return (
    <span className={classes.clock} data-kind={kind} title={formatDateTime(lateAt(request))}>
      <Icon size={15} />
      {text}
    </span>
  );
}

/** The clock, and on demand what it is made of, line by line. */
export function RequestClockDetails({ request }: { request: ServiceRequest }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.clockBox}>
      <RequestClock request={request} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{m.request_clock_why()}</summary>
        {open && <Explained id={request.id} required={request.dateRequired} />}
      </details>
    </div>
  );
}

function Explained({ id, required }: { id: number; required: number }) {
  const { data, error } = useQuery(requestClockOptions(id));
  if (data)
    return (
      <div className={classes.explained}>
        <p>{sumOf(data)}</p>
        <p className={classes.dim}>{m.request_clock_required({ time: formatDateTime(required) })}</p>
        <RequestClockLines lines={data.lines} />
      </div>
    );
  return error ? <p role="alert">{error.message}</p> : <Skeleton height={60} />;
}

const reasons = {
  'on-hold': m.request_clock_sum_hold,
  'no-promise': m.request_clock_sum_none,
  'no-hours': m.request_clock_sum_no_hours,
  'too-far': m.request_clock_sum_far,
  dropped: m.request_clock_sum_none,
};

/** "Due 3 Mar 2026, 14:10. 4 hr promised: 3 hr 20 min worked, 2 hr paused, 15 hr closed." */
export function sumOf({ due, why, promisedMinutes, workedMs, pausedMs, closedMs }: SlaExplained): string {
  const first =
    due === null ? reasons[why ?? 'no-promise']() : m.request_clock_sum_due({ time: formatDateTime(due) });
  const parts = [
    m.request_clock_sum_worked({ time: spanOf(workedMs) }),
    ...(pausedMs > 0 ? [m.request_clock_sum_paused({ time: spanOf(pausedMs) })] : []),
    ...(closedMs > 0 ? [m.request_clock_sum_closed({ time: spanOf(closedMs) })] : []),
  ].join(', ');
  return promisedMinutes
    ? m.request_clock_sum({ first, promised: formatDuration(promisedMinutes * 60_000), parts })
    : m.request_clock_sum_bare({ first, parts });
}
const spanOf = (ms: number) => (ms < 60_000 ? m.request_clock_nothing() : formatDuration(ms));
