import type { SlaExplained, SlaState } from '#contract/service-clock.ts';
import { openAfter, openBetween } from './clock-calendar.ts';
import { linesOf } from './clock-lines.ts';
import { historyOf, type ClockInput, type History } from './clock-log.ts';

export { dueAfter, type CenterTimes } from './clock-calendar.ts';
export type { ClockEvent, ClockInput } from './clock-log.ts';

const MINUTE = 60_000;

/** What has passed, and when the promised time was used up, if it was. */
function count({ phases, until }: History, promisedMs: number | null) {
  const counted = { workedMs: 0, pausedMs: 0, reached: null as number | null };
  for (const { standing, calendar, from, to } of phases) {
    const [begins, ends] = [Math.min(from, until), Math.min(to, until)];
    const open = openBetween(calendar, begins, ends);
    if (standing !== 'running') counted.pausedMs += open;
    else {
      const left = promisedMs === null ? Infinity : promisedMs - counted.workedMs;
      if (counted.reached === null && open >= left) counted.reached = openAfter(calendar, begins, left);
      counted.workedMs += open;
    }
  }
  return counted;
}

type Due = Pick<SlaState, 'due' | 'why' | 'dueIfResumedNow'>;

function dueOf(history: History, reached: number | null, leftMs: number | null): Due {
  const none = { due: null, dueIfResumedNow: null };
  const { phases, until, ended } = history;
  const { standing, calendar } = phases.at(-1)!;
  if (leftMs === null) return { ...none, why: 'no-promise' };
  if (ended === 'rejected' || ended === 'cancelled') return { ...none, why: 'dropped' };
  if (reached !== null) return { due: reached, dueIfResumedNow: null };
  const due = openAfter(calendar, until, leftMs);
  if (standing === 'held') return { due: null, dueIfResumedNow: due, why: 'on-hold' };
  if (due !== null) return { due, dueIfResumedNow: null };
  return { ...none, why: calendar.times.hours.length === 0 ? 'no-hours' : 'too-far' };
}

function reckon(history: History, { promised }: ClockInput): SlaState {
  const { phases, until, ended } = history;
  const { type, priority, standing } = phases.at(-1)!;
  const promisedMinutes = promised(type, priority);
  const promisedMs = promisedMinutes === null ? null : Math.round(promisedMinutes * MINUTE);
  const { workedMs, pausedMs, reached } = count(history, promisedMs);
  const remainingMs = promisedMs === null ? null : promisedMs - workedMs;
  const due = dueOf(history, reached, remainingMs);
  const open = ended ? ('met' as const) : ('running' as const);
  const known = due.due !== null || due.why === 'on-hold' || due.why === 'too-far';
  return {
    state: !known ? 'none' : due.due !== null && until > due.due ? 'missed' : open,
    onHold: standing === 'held',
    ...due,
    promisedMinutes,
    workedMs,
    pausedMs,
    closedMs: until - phases[0]!.from - workedMs - pausedMs,
    remainingMs,
  };
}

/**
 * The clock of a request, from its log alone. Time runs while the center is open and the request neither held nor
 * finished. What has been worked does not depend on what is promised, so another priority or type is held against
 * the whole of it, from the beginning. @throws RangeError for a log in which nothing is opened
 */
export const slaOf = (input: ClockInput): SlaState => reckon(historyOf(input), input);

/** The same, and piece by piece what it is made of. Takes longer: for one request, not for lists. */
export function explainSla(input: ClockInput): SlaExplained {
  const history = historyOf(input);
  const state = reckon(history, input);
  return { ...state, lines: linesOf(history, state.due, input.promised) };
}
