import type { SlaExplained } from '#contract/service-clock.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { centerCalendar } from '#server/modules/centers/service.ts';
import { dueAfter, explainSla, slaOf, type CenterTimes, type ClockEvent, type ClockInput } from './clock.ts';
import {
  loadLogs,
  nextStale,
  organisationsWithStaleCenters,
  promisedMinutes,
  storeDue,
  type Logged,
} from './promise-repository.ts';

const AT_ONCE = 500;

/** What the log says to the clock. Until it is approved a request stands still, as on hold. */
function clockEvent(line: Logged, calendars: ReadonlyMap<number, CenterTimes>): ClockEvent | undefined {
  const { kind, at, type, priority } = line;
  const calendar = () => calendars.get(line.center!)!;
  switch (kind) {
    case 'opened':
      return { kind, at, calendar: calendar(), type, priority };
    case 'center':
      return { kind, at, calendar: calendar() };
    case 'type':
      return { kind, at, type };
    case 'priority':
      return { kind, at, priority };
    case 'awaiting':
      return { kind: 'held', at };
    case 'approved':
      return { kind: 'resumed', at };
    case 'declined':
      return { kind: 'rejected', at };
    case 'held':
    case 'resumed':
    case 'completed':
    case 'rejected':
    case 'cancelled':
      return { kind, at };
    default:
      return undefined;
  }
}

/** Each line of the log that bears terms says what was promised from then on: nothing else is asked. */
function inputOf(log: Logged[], calendars: ReadonlyMap<number, CenterTimes>, now: number): ClockInput {
  const terms = new Map(
    log
      .filter(({ type }) => type !== null)
      .map(({ type, priority, minutes }) => [`${type} ${priority}`, minutes]),
  );
  return {
    log: log.flatMap((line) => clockEvent(line, calendars) ?? []),
    promised: (type, priority) => terms.get(`${type} ${priority}`) ?? null,
    now,
  };
}

async function inputs(tx: Tx, requests: readonly number[], now: number): Promise<Map<number, ClockInput>> {
  const logs = new Map<number, Logged[]>();
  for (const line of await loadLogs(tx, requests)) {
    const log = logs.get(line.request) ?? [];
    log.push(line);
    logs.set(line.request, log);
  }
  const centers = new Set([...logs.values()].flat().flatMap(({ center }) => center ?? []));
  const calendars = new Map<number, CenterTimes>();
  for (const center of centers) calendars.set(center, await centerCalendar(tx, center));
  return new Map([...logs].map(([id, log]) => [id, inputOf(log, calendars, now)]));
}

/** Reckons from the log when the promises of these requests end, and stores it. After every line added to it. */
export async function reckonDue(tx: WriteTx, requests: readonly number[]): Promise<void> {
  const found = await inputs(tx, requests, tx.stamp.getTime());
  const reckoned = [...found].map(([id, input]) => {
    const { due, state } = slaOf(input);
    const ended = input.log.some(({ kind }) => kind === 'completed');
    return { id, due, met: ended && (state === 'met' || state === 'missed') ? state === 'met' : null };
  });
  await storeDue(tx, reckoned);
}

/** The clock of a request, line by line; undefined without a log. */
export async function explainClock(tx: Tx, request: number, now: Date): Promise<SlaExplained | undefined> {
  const input = (await inputs(tx, [request], now.getTime())).get(request);
  return input && explainSla(input);
}

export type Wanted = { type: number; priority: number; center: number };
/** The earliest instant at which something may be required: when its promise would end, were it asked for now. */
export async function earliestRequired(tx: Tx, wanted: Wanted, now: Date) {
  const minutes = await promisedMinutes(tx, wanted.type, wanted.priority);
  const calendar = await centerCalendar(tx, wanted.center);
  const due = dueAfter(calendar, now, minutes ?? 0);
  // A center that never opens promises by the clock on the wall.
  return { minutes, earliest: due ?? new Date(now.getTime() + (minutes ?? 0) * 60_000) };
}

/** Reckons anew what is open in centers whose hours have changed; for the clock. Some at a time: others write too. */
export async function reckonStaleCenters(db: Database, stopping?: AbortSignal): Promise<void> {
  for (const organisation of await organisationsWithStaleCenters(db)) {
    let more = true;
    while (more && !stopping?.aborted)
      more = await db.write(organisation, async (tx) => {
        const ids = await nextStale(tx, AT_ONCE);
        if (ids && ids.length > 0) await reckonDue(tx, ids);
        return ids !== undefined;
      });
  }
}
