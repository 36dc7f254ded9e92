import type { Queries } from '#server/lib/database.ts';

/** Minutes that a run may be behind before it is called late: the queue looks every half minute, and retries. */
const LATE_AFTER = 5;

/** Every job as a JSON array of the contract's jobStatus. */
export async function listJobs(db: Queries): Promise<string> {
  const [row] = await db.named<{ json: string }>(
    'jobs',
    `SELECT coalesce(json_strip_nulls(json_agg(json_build_object('name', name, 'lastRun', epoch_ms(last_run),
       'lastError', last_error, 'nextRun', epoch_ms(next_run),
       'late', next_run < now() - make_interval(mins => $1)) ORDER BY name)), '[]')::text AS json FROM job_run`,
    [LATE_AFTER],
  );
  return row!.json;
}
