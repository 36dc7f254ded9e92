import type { z } from 'zod';
import { mailStats, type MailStats, type mailStatsQuery } from '#contract/mail-stats.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { loadFigures, today, type Period } from './repository.ts';

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

/** As JSON text. @throws 400 naming the parameter */
export const figuresOf = (db: Database, caller: Caller, query: Query): Promise<string> =>
  db.read(caller.organisation, async (tx) => loadFigures(tx, periodOf(query, await today(tx))));

/** @throws 400 naming the parameter */
export async function figuresForTable(db: Database, caller: Caller, query: Query): Promise<MailStats> {
  return mailStats.parse(JSON.parse(await figuresOf(db, caller, query)));
}
