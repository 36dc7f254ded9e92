import type { CenterTimes } from './clock-calendar.ts';
import { workCalendar, type WorkCalendar } from './clock-calendar.ts';

/** What happened to a request; `at` in epoch ms. Ids are those of the type and the priority; null: it has none. */
export type ClockEvent = { at: number } & (
  | { kind: 'opened'; calendar: CenterTimes; type: number | null; priority: number | null }
  | { kind: 'held' | 'resumed' | 'completed' | 'rejected' | 'cancelled' | 'reopened' }
  | { kind: 'priority'; priority: number | null }
  | { kind: 'type'; type: number | null }
  | { kind: 'center'; calendar: CenterTimes }
);
/** Minutes promised for the type and the priority: null for none, 0 for at once. */
export type Promised = (type: number | null, priority: number | null) => number | null;
export type ClockInput = { log: readonly ClockEvent[]; promised: Promised; now: number };

type Standing = 'running' | 'held' | 'finished';
/** From one event to the next, or to the end of what is looked at. */
export type Phase = {
  event: ClockEvent;
  from: number;
  to: number;
  standing: Standing;
  calendar: WorkCalendar;
  type: number | null;
  priority: number | null;
};
export type History = {
  /** At least one; the last says how things stand. */
  phases: Phase[];
  /** When it was completed, rejected or cancelled, else now. */
  until: number;
  ended: 'completed' | 'rejected' | 'cancelled' | undefined;
};

function after(standing: Standing, kind: ClockEvent['kind']): Standing {
  if (kind === 'reopened') return standing === 'finished' ? 'running' : standing;
  if (standing === 'finished') return standing;
  if (kind === 'completed' || kind === 'rejected' || kind === 'cancelled') return 'finished';
  if (kind === 'held') return 'held';
  return kind === 'resumed' ? 'running' : standing;
}

/**
 * The log as phases in the order of time. What is later than now is left out, and steps that change nothing, such as
 * to resume what is not held, are passed over.
 * @throws RangeError for a log in which nothing is opened
 */
export function historyOf({ log, now }: Pick<ClockInput, 'log' | 'now'>): History {
  const sorted = log.toSorted((a, b) => a.at - b.at);
  const first = sorted.find((event) => event.kind === 'opened');
  if (!first) throw new RangeError('The log of a request begins with its opening.');
  const start = { standing: 'running' as Standing, calendar: workCalendar(first.calendar) };
  const phases: Phase[] = [
    { event: first, from: first.at, to: first.at, ...start, type: first.type, priority: first.priority },
  ];
  let ended: History['ended'];
  for (const event of sorted) {
    const last = phases.at(-1)!;
    if (event.kind === 'opened' || event.at < first.at || event.at > now) continue;
    const standing = after(last.standing, event.kind);
    const changes =
      standing !== last.standing ||
      event.kind === 'center' ||
      (event.kind === 'priority' && event.priority !== last.priority) ||
      (event.kind === 'type' && event.type !== last.type);
    if (!changes) continue;
    if (event.kind === 'completed' || event.kind === 'rejected' || event.kind === 'cancelled')
      ended = event.kind;
    else if (event.kind === 'reopened') ended = undefined;
    last.to = event.at;
    phases.push({
      event,
      from: event.at,
      to: event.at,
      standing,
      calendar: event.kind === 'center' ? workCalendar(event.calendar) : last.calendar,
      type: event.kind === 'type' ? event.type : last.type,
      priority: event.kind === 'priority' ? event.priority : last.priority,
    });
  }
  const end = phases.findLast((phase) => phase.event.kind === ended);
  const until = end && ended ? end.from : Math.max(now, first.at);
  phases.at(-1)!.to = Math.max(until, phases.at(-1)!.from);
  return { phases, until, ended };
}
