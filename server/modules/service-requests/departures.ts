import type { Tx } from '#server/lib/database.ts';

/** How many requests wait for an approval, by center. */
export const awaitingRequests = (tx: Tx, centers: readonly number[]) =>
  tx.query<{ center: number; waiting: number }>(
    `SELECT center_id AS center, count(*) AS waiting FROM service_request
     WHERE organisation_id = current_organisation() AND center_id = ANY($1::bigint[]) AND approval = 'awaiting'
       AND state = 'new' AND deleted_at IS NULL GROUP BY 1`,
    [centers],
  );
