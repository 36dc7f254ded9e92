import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import type { ServiceEventKind } from '#contract/service-requests-work.ts';

/** A line of the log as far as the clock goes; `at` in epoch milliseconds. */
export type Logged = {
  request: number;
  kind: ServiceEventKind;
  at: number;
  type: number | null;
  priority: number | null;
  center: number | null;
  minutes: number | null;
};

export const loadLogs = (tx: Tx, requests: readonly number[]): Promise<Logged[]> =>
  tx.named<Logged>(
    'service-logs',
    `SELECT e.service_request_id AS request, e.kind, epoch_ms(e.at) AS at, e.service_type_id AS type,
       e.priority_id AS priority, e.center_id AS center, e.minutes
     FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
     JOIN service_request_event e ON e.organisation_id = current_organisation() AND e.service_request_id = given.id
     WHERE e.kind IN ('opened', 'awaiting', 'approved', 'declined', 'rejected', 'held', 'resumed', 'completed',
       'cancelled', 'priority', 'type', 'center')
     ORDER BY e.service_request_id, e.id`,
    [JSON.stringify(requests)],
  );

/** @param due epoch milliseconds; null: none */
export const storeDue = (tx: WriteTx, reckoned: { id: number; due: number | null; met: boolean | null }[]) =>
  tx.named(
    'service-due',
    `UPDATE service_request r SET due_at = to_timestamp(given.due / 1000.0), promise_met = given.met
     FROM jsonb_to_recordset($1::jsonb) AS given (id bigint, due bigint, met boolean)
     WHERE r.organisation_id = current_organisation() AND r.id = given.id
       AND (r.due_at, r.promise_met) IS DISTINCT FROM (to_timestamp(given.due / 1000.0), given.met)`,
    [JSON.stringify(reckoned)],
  );

/** Minutes that are promised for the type at this urgency; null: none. */
export async function promisedMinutes(tx: Tx, type: number, priority: number): Promise<number | null> {
  const [row] = await tx.query<{ minutes: number }>(
    `SELECT coalesce((SELECT p.minutes FROM service_type_promise p WHERE p.organisation_id = t.organisation_id
       AND p.service_type_id = t.id AND p.priority_id = $2), t.sla_minutes) AS minutes
     FROM service_type t WHERE t.id = $1`,
    [type, priority],
  );
  return row?.minutes || null;
}

export const organisationsWithStaleCenters = async (db: Database): Promise<number[]> =>
  (await db.query<{ id: number }>('SELECT organisations_with_stale_centers() AS id')).map(({ id }) => id);

/** Some open requests of a center whose hours changed; undefined: there is no such center left. */
export async function nextStale(tx: WriteTx, most: number): Promise<number[] | undefined> {
  const [stale] = await tx.query<{ center: number; done: number }>(
    `SELECT center_id AS center, done FROM service_stale_center
     WHERE organisation_id = current_organisation() ORDER BY center_id LIMIT 1`,
  );
  if (!stale) return undefined;
  const { center, done } = stale;
  const rows = await tx.query<{ id: number }>(
    `SELECT id FROM service_request WHERE center_id = $1 AND id > $2 AND open AND deleted_at IS NULL
     ORDER BY id LIMIT $3`,
    [center, done, most],
  );
  const ids = rows.map(({ id }) => id);
  await tx.query(
    ids.length < most
      ? `DELETE FROM service_stale_center WHERE organisation_id = current_organisation() AND center_id = $1
           AND $2::bigint IS NOT NULL`
      : `UPDATE service_stale_center SET done = $2 WHERE organisation_id = current_organisation() AND center_id = $1`,
    [center, ids.at(-1) ?? 0],
  );
  return ids;
}
