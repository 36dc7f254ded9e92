import type { z } from 'zod';
import type { MailStats, mailStatsQuery } from '#contract/mail-stats.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { addTo, percentile, type Counts } from './histogram.ts';
import { loadDeliveryTimes, loadVolume, today, type Period } from './repository.ts';

const DAY = 86_400_000;
const USUAL_DAYS = 30;
/** A year and a day of the next, so that one can be held against the other. */
const MOST_DAYS = 367;

const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Milliseconds at the midnight, UTC, of a day of the calendar. @throws 400 */
function parseDay(field: string, day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // 30 February is read as 1 or 2 March by some.
  if (Number.isNaN(ms) || toDay(ms) !== day) throw invalid(field, 'must be a day such as 2026-01-31');
  return ms;
}

type Query = z.output<typeof mailStatsQuery>;

/** @throws 400 naming the parameter */
export function periodOf({ from, until, centerId }: Query, now: string): Period {
  const first = from === undefined ? undefined : parseDay('from', from);
  const last = until === undefined ? parseDay('until', now) : parseDay('until', until);
  const start = first ?? last - (USUAL_DAYS - 1) * DAY;
  if (start > last) throw invalid('from', 'must not be later than until');
  if (last - start >= MOST_DAYS * DAY) throw invalid('from', `must be within ${MOST_DAYS} days of until`);
  return { from: toDay(start), until: toDay(last), centers: centerId ?? null };
}

function timeToDelivery(rows: { day: string; counts: Counts }[]): MailStats['timeToDelivery'] {
  const all: Counts = [];
  const byDay = new Map<string, Counts>();
  for (const { day, counts } of rows) {
    const sums = byDay.get(day) ?? [];
    addTo(sums, counts);
    addTo(all, counts);
    byDay.set(day, sums);
  }
  const [medianMs, p90Ms] = [percentile(all, 0.5), percentile(all, 0.9)];
  if (medianMs === undefined || p90Ms === undefined) return undefined;
  const days = [...byDay].flatMap(([day, counts]) => {
    const median = percentile(counts, 0.5);
    return median === undefined ? [] : { day, medianMs: median };
  });
  return { medianMs, p90Ms, days };
}

/** @throws 400 naming the parameter */
export const figuresOf = (db: Database, caller: Caller, query: Query): Promise<MailStats> =>
  db.read(caller.organisation, async (tx) => {
    const period = periodOf(query, await today(tx));
    const volume = await loadVolume(tx, period);
    const times = timeToDelivery(await loadDeliveryTimes(tx, period));
    return { ...volume, ...(times && { timeToDelivery: times }) };
  });
