import type { CenterTimes, ClockEvent } from '#server/modules/service-requests/clock.ts';

// A second reckoner of promises, as slow and simple as can be: it asks the clocks on the wall every minute. Shares
// nothing with the first but what the words mean.

const MINUTE = 60_000;

/** What the clocks of a zone show, minute by minute, for some weeks about a change of them. */
type Window = {
  timeZone: string;
  from: number;
  minutes: number;
  days: string[];
  /** Of each minute: its day, and the latest time of the day that has been shown on it so far. */
  shown: { day: string; weekday: number; latest: number }[];
};

function windowOf(timeZone: string, from: string, days = 24): Window {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const shown: Window['shown'] = [];
  const start = Date.parse(from);
  const minutes = days * 1440;
  // A day earlier, so that the first minute knows what its day has shown already.
  for (let n = -1440; n < minutes; n += 1) {
    const [date, time] = format.format(start + n * MINUTE).split(', ');
    const day = date!.split('/').toReversed().join('-');
    const clock = Number(time!.slice(0, 2)) * 60 + Number(time!.slice(3));
    const before = shown.at(-1);
    const latest = before?.day === day ? Math.max(before.latest, clock) : clock;
    const weekday = before?.day === day ? before.weekday : new Date(`${day}T00:00Z`).getUTCDay() || 7;
    shown.push({ day, weekday, latest });
  }
  const kept = shown.slice(1440);
  return { timeZone, from: start, minutes, days: [...new Set(kept.map(({ day }) => day))], shown: kept };
}

export const windows = [
  windowOf('Europe/Berlin', '2026-03-16T00:00Z'),
  windowOf('Europe/Berlin', '2026-10-12T00:00Z'),
  windowOf('America/New_York', '2026-02-23T00:00Z'),
  windowOf('America/New_York', '2026-10-19T00:00Z'),
  windowOf('Australia/Lord_Howe', '2026-03-23T00:00Z'),
  windowOf('Australia/Lord_Howe', '2026-09-21T00:00Z'),
];

/** One after the other; `beyond`: not within the minutes of the window. */
export function minuteByMinute(
  window: Window,
  log: readonly ClockEvent[],
  now: number,
  promises: readonly (number | null)[],
) {
  const isOpen = (at: number, { hours, holidays }: CenterTimes) => {
    const { day, weekday, latest } = window.shown[(at - window.from) / MINUTE]!;
    return (
      !holidays.some((holiday) => holiday.day === day) &&
      hours.some((span) => span.weekday === weekday && span.opens <= latest && latest < span.closes)
    );
  };
  const opening = log.find((event) => event.kind === 'opened')!;
  const events = log.filter((event) => event !== opening && event.at >= opening.at && event.at <= now);
  events.sort((a, b) => a.at - b.at);
  let { calendar, priority } = opening;
  let held = false;
  let finished = undefined as ClockEvent | undefined;
  const end = Math.max(now, opening.at);
  /** The kind of each minute gone by. */
  const minutes: ('worked' | 'paused' | 'closed')[] = [];
  let gone = 0;
  const step = (event: ClockEvent) => {
    if (event.kind === 'priority') priority = event.priority;
    else if (event.kind === 'center') calendar = event.calendar;
    else if (event.kind === 'reopened') {
      if (finished) held = false;
      finished = undefined;
    } else if (!finished) {
      if (event.kind === 'held') held = true;
      else if (event.kind === 'resumed') held = false;
      else finished = event;
    }
  };
  for (let at = opening.at; at <= end; at += MINUTE) {
    for (; gone < events.length && events[gone]!.at === at; gone += 1) step(events[gone]!);
    if (at === end) break;
    minutes.push(!isOpen(at, calendar) ? 'closed' : held || finished ? 'paused' : 'worked');
  }
  const until = finished?.at ?? end;
  minutes.length = (until - opening.at) / MINUTE;
  const count = (kind: string) => minutes.filter((one) => one === kind).length;
  const promised = promises[priority!]!;

  // The minute with which the promise is used up: one that has gone by, or one yet to come.
  let left = promised ?? Infinity;
  let due: number | undefined | 'beyond' = left === 0 ? opening.at : undefined;
  for (const [n, kind] of minutes.entries()) {
    if (due !== undefined || kind !== 'worked') continue;
    left -= 1;
    if (left === 0) due = opening.at + (n + 1) * MINUTE;
  }
  const passed = due !== undefined;
  const hopeless = promised === null || calendar.hours.length === 0;
  for (let at = until; due === undefined && !hopeless; at += MINUTE) {
    if (at >= window.from + window.minutes * MINUTE) due = 'beyond';
    else if (isOpen(at, calendar) && (left -= 1) === 0) due = at + MINUTE;
  }
  const dropped = finished && finished.kind !== 'completed';
  const both = (one: number | 'beyond' | undefined): [number | null, number | null] | 'beyond' => {
    if (one === 'beyond') return one;
    if (one === undefined || promised === null || dropped) return [null, null];
    return held && !finished && !passed ? [null, one] : [one, null];
  };
  return {
    until,
    due: both(due),
    promisedMinutes: promised,
    onHold: held && !finished,
    workedMs: count('worked') * MINUTE,
    pausedMs: count('paused') * MINUTE,
    closedMs: count('closed') * MINUTE,
  };
}
