import type { z } from 'zod';
import type { MailStats, mailStatsQuery } from '#contract/mail-stats.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { daysOf, today } from '#server/lib/period.ts';
import { addTo, percentile, type Counts } from './histogram.ts';
import { loadDeliveryTimes, loadVolume, type Period } from './repository.ts';

const USUAL_DAYS = 30;
/** A year and a day of the next, so that one can be held against the other. */
const MOST_DAYS = 367;

type Query = z.output<typeof mailStatsQuery>;

/** @throws 400 naming the parameter */
export const periodOf = ({ from, until, centerId }: Query, now: string): Period => ({
  ...daysOf({ from, until }, now, { usual: USUAL_DAYS, most: MOST_DAYS }),
  centers: centerId ?? null,
});

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
