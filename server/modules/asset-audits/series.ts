import type { AuditWrite } from '#contract/asset-audits.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { expand, RuleError } from '#server/lib/recurrence.ts';
import { clockShift, instantOf, localTimeOf, shifted } from '#server/lib/zone-time.ts';
import * as writes from './audit-write-repository.ts';
import * as series from './series-repository.ts';

/** A rule ends after so many times or years. */
const MOST = 4000;
const YEARS = 50;

/** The occurrences of a rule, in epoch milliseconds. @throws 400 naming the field */
function occurrences(rule: string, start: string, zone: string): number[] {
  try {
    return expand({ rule, start, zone }, { most: MOST, years: YEARS }).times.map((time) =>
      instantOf(time, zone),
    );
  } catch (error) {
    throw error instanceof RuleError ? invalid('recurrence.rule', error.message) : error;
  }
}
/** @throws 400 for a date that there is not */
function startOf(text: string): string {
  try {
    return localTimeOf(instantOf(text, 'UTC'), 'UTC');
  } catch {
    throw invalid('recurrence.start', 'is a date that there is not');
  }
}

/**
 * Writes down by what rule a campaign comes again; the campaign is the one of the rule's first occurrence. Null ends
 * it: the campaigns that there are stay. @throws 400 naming the field
 */
export async function saveSeries(
  tx: WriteTx,
  id: number | null,
  given: AuditWrite['recurrence'],
): Promise<Pick<writes.Campaign, 'series_id' | 'occurs_at'>> {
  if (given === undefined) return {};
  if (given === null) {
    if (id !== null) await series.endSeries(tx, id);
    return {};
  }
  const start = startOf(given.start);
  const zone = await series.zoneOf(tx);
  const [first, second] = occurrences(given.rule, start, zone);
  if (first === undefined) throw invalid('recurrence.rule', 'never happens');
  const after = occurrences(given.rule, start, zone).find((at) => at > Math.max(first, tx.stamp.getTime()));
  const next = second === undefined || after === undefined ? null : new Date(after);
  if (id !== null) {
    await series.updateSeries(tx, id, given.rule, start, next);
    return {};
  }
  const made = await series.insertSeries(tx, given.rule, start, next);
  return { series_id: made, occurs_at: new Date(first) };
}

/** The next campaign of one series that is due; answers whether there was one. */
async function makeNext(tx: WriteTx): Promise<boolean> {
  const due = await series.dueSeries(tx);
  if (!due) return false;
  const { id, rule, start, zone, next, last } = due;
  if (last && !(await series.wasMade(tx, id, next))) {
    const dueDate =
      last.due === null ? null : new Date(shifted(next, clockShift(last.occurs, last.due, zone), zone));
    const values = {
      name: last.name,
      note: last.note,
      due_at: dueDate,
      series_id: id,
      occurs_at: new Date(next),
    };
    const audit = await writes.insertAudit(tx, null, values);
    await writes.writeScope(tx, audit, await writes.readScope(tx, last.id));
    await writes.writeAuditors(tx, audit, await writes.readAuditors(tx, last.id));
    await announce(tx, { topic: 'asset-audits', ids: [audit] });
  }
  const after = occurrences(rule, start, zone).find((at) => at > next);
  await series.updateSeries(tx, id, rule, start, after === undefined ? null : new Date(after));
  return true;
}

/** Makes the campaigns that have come due again, planned, each in a transaction of its own; for the clock. */
export async function makeDueAudits(db: Database, stopping?: AbortSignal): Promise<void> {
  for (const organisation of await series.organisationsWithDueAudits(db)) {
    let more = true;
    while (more && !stopping?.aborted) more = await db.write(organisation, makeNext);
  }
}
