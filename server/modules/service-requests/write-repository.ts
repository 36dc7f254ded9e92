import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { NewEvent, Operator, Request } from './request.ts';

/** Those that there are and that have not been cancelled. Writers are serial: nobody changes them meanwhile. */
export const loadRequests = (tx: Tx, ids: readonly number[]): Promise<Request[]> =>
  tx.named<Request>(
    'service-load',
    `SELECT r.id, r.center_id AS center, r.requester_id AS requester, r.service_type_id AS type,
       r.priority_id AS priority, r.room_id AS room, r.asset_id AS asset, r.state, r.approval,
       r.operators_needed AS needed, epoch_ms(r.date_required) AS "dateRequired", r.rating,
       epoch_ms(r.date_updated) AS "dateUpdated",
       (SELECT coalesce(json_agg(json_build_object('user', p.user_id, 'status', p.status)
          ORDER BY p.date_created, p.user_id), '[]')
        FROM service_operator p WHERE p.organisation_id = r.organisation_id AND p.service_request_id = r.id) AS operators
     FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
     JOIN service_request r ON r.id = given.id WHERE r.deleted_at IS NULL ORDER BY r.id`,
    [JSON.stringify([...new Set(ids)])],
  );

/** Columns and values; the columns are ours, never a client's. */
export type Values = Record<string, unknown>;

/** @param by null: the server by itself */
export async function insertRequest(tx: WriteTx, by: number | null, values: Values): Promise<number> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO service_request (organisation_id, date_created, date_updated, created_by, updated_by,
       ${names.join(', ')})
     VALUES (current_organisation(), $1, $1, $2, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')})
     RETURNING id`,
    [tx.stamp, by, ...Object.values(values)],
  );
  return row!.id;
}

/** Values that are undefined stay; every call stamps the requests. */
export async function updateRequests(tx: WriteTx, by: number | null, ids: readonly number[], values: Values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  await tx.query(
    `UPDATE service_request SET date_updated = $2, updated_by = $3
       ${given.map(([name], index) => `, ${name} = $${index + 4}`).join('')}
     WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])`,
    [ids, tx.stamp, by, ...given.map(([, value]) => value)],
  );
}

/** Gives operators these statuses, also those that had none. */
export async function setOperators(
  tx: WriteTx,
  operators: (Operator & { request: number })[],
): Promise<void> {
  if (operators.length === 0) return;
  await tx.named(
    'service-operators',
    `INSERT INTO service_operator AS p (organisation_id, service_request_id, user_id, status, date_created, date_updated)
     SELECT $2, request, "user", status, $3, $3
     FROM jsonb_to_recordset($1::jsonb) AS given (request bigint, "user" bigint, status text)
     ON CONFLICT (organisation_id, service_request_id, user_id) DO UPDATE
       SET status = excluded.status, date_updated = excluded.date_updated`,
    [JSON.stringify(operators), tx.organisation, tx.stamp],
  );
}

export const removeOperators = (tx: WriteTx, request: number, users: readonly number[]) =>
  tx.query(`DELETE FROM service_operator WHERE service_request_id = $1 AND user_id = ANY($2::bigint[])`, [
    request,
    users,
  ]);

/** Adds to the log, in this order. Answers the ids, ascending. @param by null: the server by itself */
export async function addEvents(tx: WriteTx, by: number | null, events: NewEvent[]): Promise<number[]> {
  if (events.length === 0) return [];
  const lines = events.map(({ terms, ...line }) => ({ ...line, ...terms }));
  const rows = await tx.named<{ id: number }>(
    'service-events',
    `INSERT INTO service_request_event (organisation_id, service_request_id, kind, at, entered_by, from_id, to_id,
       note, service_type_id, priority_id, center_id, minutes)
     SELECT $2, request, kind, $3, $4, "from", "to", nullif(note, ''), type, priority, center, minutes
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (request bigint, kind text, "from" bigint, "to" bigint,
       note text, type bigint, priority bigint, center bigint, minutes integer)) WITH ORDINALITY
       AS given (request, kind, "from", "to", note, type, priority, center, minutes, nth) ORDER BY nth
     RETURNING id`,
    [JSON.stringify(lines), tx.organisation, tx.stamp, by],
  );
  return rows.map(({ id }) => id);
}
