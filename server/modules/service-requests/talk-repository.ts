import type { Tx, WriteTx } from '#server/lib/database.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import { userShort } from '#server/lib/user-json.ts';

const list = (shown: string, from: string) =>
  `SELECT coalesce(json_agg(one), '[]')::text AS json FROM (SELECT ${shown} FROM ${from}) one`;
const listed = async (tx: Tx, sql: string, params: unknown[]): Promise<string> =>
  (await tx.query<{ json: string }>(sql, params))[0]!.json;
const dated = 'epoch_ms(x.date_created) AS "dateCreated"';
const ofRequest = 'x.organisation_id = current_organisation() AND x.service_request_id = $1 ORDER BY x.id';

export async function insertComment(
  tx: WriteTx,
  by: number,
  request: number,
  { content, internal }: { content: string; internal: boolean },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO service_comment (organisation_id, service_request_id, entered_by, content, internal, date_created)
     VALUES (current_organisation(), $1, $2, $3, $4, $5) RETURNING id`,
    [request, by, content, internal, tx.stamp],
  );
  return row!.id;
}

/** @param staff sees the internal ones too */
export const commentTexts = (tx: Tx, request: number, staff: boolean) =>
  tx.query<{ content: string; author: string; at: string }>(
    `SELECT x.content, u.name AS author, to_char(x.date_created AT TIME ZONE o.time_zone, 'YYYY-MM-DD HH24:MI') AS at
     FROM service_comment x JOIN app_user u ON u.organisation_id = x.organisation_id AND u.id = x.entered_by
     JOIN organisation o ON o.id = x.organisation_id
     WHERE x.organisation_id = current_organisation() AND x.service_request_id = $1 AND (NOT x.internal OR $2::boolean)
     ORDER BY x.id`,
    [request, staff],
  );
/** As JSON text, the oldest first. */
export const listComments = (tx: Tx, request: number, staff: boolean) =>
  listed(
    tx,
    list(
      `x.id, x.content, x.internal, ${userShort('x', 'entered_by')} AS "enteredBy", ${dated}`,
      `service_comment x WHERE (NOT x.internal OR $2::boolean) AND ${ofRequest}`,
    ),
    [request, staff],
  );

export async function countAttachments(tx: Tx, request: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'SELECT count(*) AS count FROM service_attachment WHERE service_request_id = $1',
    [request],
  );
  return row!.count;
}
/** Answers the contract's attachment as JSON text. */
export async function insertAttachment(tx: WriteTx, by: number, request: number, file: number) {
  const [row] = await tx.query<{ json: string }>(
    `WITH added AS (
       INSERT INTO service_attachment (organisation_id, service_request_id, file_id, entered_by, date_created)
       VALUES (current_organisation(), $1, $2, $3, $4) RETURNING *)
     SELECT ${attachmentJson('added', 'file_id')}::text AS json FROM added`,
    [request, file, by, tx.stamp],
  );
  return row!.json;
}

/** What an id of the log is called, by the kind of its line; people by their names. */
const called = (column: string) => `CASE e.kind
  WHEN 'priority' THEN (SELECT json_build_object('id', p.id, 'name', p.name) FROM priority p
    WHERE p.organisation_id = e.organisation_id AND p.id = e.${column})
  WHEN 'type' THEN (SELECT json_build_object('id', p.id, 'name', p.name) FROM service_type p
    WHERE p.organisation_id = e.organisation_id AND p.id = e.${column})
  WHEN 'center' THEN (SELECT json_build_object('id', p.id, 'name', p.name) FROM center p
    WHERE p.organisation_id = e.organisation_id AND p.id = e.${column})
  WHEN 'room' THEN (SELECT json_build_object('id', p.id, 'name', p.name) FROM room p
    WHERE p.organisation_id = e.organisation_id AND p.id = e.${column})
  WHEN 'held' THEN (SELECT json_build_object('id', p.id, 'name', p.name) FROM service_hold_reason p
    WHERE p.organisation_id = e.organisation_id AND p.id = e.${column})
  WHEN 'assigned' THEN (SELECT json_build_object('id', p.id, 'name', p.name) FROM app_user p
    WHERE p.organisation_id = e.organisation_id AND p.id = e.${column})
  WHEN 'unassigned' THEN (SELECT json_build_object('id', p.id, 'name', p.name) FROM app_user p
    WHERE p.organisation_id = e.organisation_id AND p.id = e.${column}) END`;
/** The log as JSON text. */
export async function listEvents(tx: Tx, request: number): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT coalesce(json_strip_nulls(json_agg(one)), '[]')::text AS json FROM (
       SELECT e.id, e.kind, epoch_ms(e.at) AS at, ${userShort('e', 'entered_by')} AS by,
         ${called('from_id')} AS "from", ${called('to_id')} AS "to",
         CASE WHEN e.kind = 'required' THEN e.from_id END AS "fromTime",
         CASE WHEN e.kind = 'required' THEN e.to_id END AS "toTime", e.note
       FROM service_request_event e
       WHERE e.organisation_id = current_organisation() AND e.service_request_id = $1 ORDER BY e.id) one`,
    [request],
  );
  return row!.json;
}

/** The caller looks until then. Answers whether they did not before. */
export async function startLooking(
  tx: WriteTx,
  request: number,
  user: number,
  until: Date,
): Promise<boolean> {
  await tx.query(
    'DELETE FROM service_looking WHERE organisation_id = current_organisation() AND until <= $1',
    [tx.stamp],
  );
  const [row] = await tx.query<{ fresh: boolean }>(
    `INSERT INTO service_looking AS l (organisation_id, service_request_id, user_id, until)
     VALUES (current_organisation(), $1, $2, $3)
     ON CONFLICT (organisation_id, service_request_id, user_id) DO UPDATE SET until = excluded.until
     RETURNING xmax = 0 AS fresh`,
    [request, user, until],
  );
  return row!.fresh;
}
export const stopLooking = (tx: WriteTx, request: number, user: number) =>
  tx.query('DELETE FROM service_looking WHERE service_request_id = $1 AND user_id = $2', [request, user]);
/** As JSON text. */
export const listLookers = (tx: WriteTx, request: number, but: number) =>
  listed(
    tx,
    `SELECT json_build_object('others', coalesce(json_agg(${userShort('x', 'user_id')} ORDER BY x.user_id), '[]'))::text
       AS json FROM service_looking x
     WHERE x.organisation_id = current_organisation() AND x.service_request_id = $1 AND x.user_id <> $2 AND x.until > $3`,
    [request, but, tx.stamp],
  );

export const listTimes = (tx: Tx, request: number) =>
  listed(
    tx,
    list(
      `x.id, ${userShort('x', 'user_id')} AS "user", x.minutes, x.note, ${dated}`,
      `service_time x WHERE ${ofRequest}`,
    ),
    [request],
  );
export const insertTime = (
  tx: WriteTx,
  request: number,
  { user, minutes, note }: { user: number; minutes: number; note: string },
) =>
  tx.query(
    `INSERT INTO service_time (organisation_id, service_request_id, user_id, minutes, note, date_created)
     VALUES (current_organisation(), $1, $2, $3, $4, $5)`,
    [request, user, minutes, note, tx.stamp],
  );
export const insertSupply = (
  tx: WriteTx,
  request: number,
  { by, name, quantity }: { by: number; name: string; quantity: number },
) =>
  tx.query(
    `INSERT INTO service_supply (organisation_id, service_request_id, entered_by, name, quantity, date_created)
     VALUES (current_organisation(), $1, $2, $3, $4, $5)`,
    [request, by, name, quantity, tx.stamp],
  );
