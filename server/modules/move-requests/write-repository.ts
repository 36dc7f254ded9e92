import type { MoveStatusCode } from '#contract/moves.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { Item, NewEvent, Request } from './request.ts';

/** A request as the rules see it, for a caller of this id. Writers are serial: nobody changes it meanwhile. */
export async function loadRequest(tx: Tx, id: number, caller: number): Promise<Request | undefined> {
  const [row] = await tx.named<Request>(
    'move-load',
    `SELECT r.id, r.center_id AS center, r.requester_id AS requester, r.description, epoch_ms(r.date) AS date,
       r.approved, r.approved_by AS "approvedBy", s.code, r.archived_at IS NOT NULL AS archived,
       r.effected_at IS NOT NULL AS effected, epoch_ms(r.date_updated) AS "dateUpdated",
       count(DISTINCT u.id)::integer AS people,
       (count(DISTINCT u.id) FILTER (WHERE u.manager_id = ANY(ARRAY(SELECT acts_for($2, organisation_day())))))::integer AS managed
     FROM move_request r
     JOIN move_status s ON s.organisation_id = r.organisation_id AND s.id = r.move_status_id
     LEFT JOIN move_item i ON i.organisation_id = r.organisation_id AND i.move_request_id = r.id
     LEFT JOIN app_user u ON u.organisation_id = i.organisation_id AND u.id = i.user_id
     WHERE r.organisation_id = current_organisation() AND r.id = $1 AND r.deleted_at IS NULL
     GROUP BY r.organisation_id, r.id, s.code`,
    [id, caller],
  );
  return row;
}

/** Of these people, how many there are and how many the caller is the manager of. */
export async function countManaged(tx: Tx, people: readonly number[], caller: number) {
  const [row] = await tx.query<{ people: number; managed: number }>(
    `SELECT count(*) AS people, count(*) FILTER (WHERE manager_id = $2) AS managed FROM app_user
     WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[])`,
    [people, caller],
  );
  return row!;
}

/** Columns and values; the columns are ours, never a client's. */
type Values = Record<string, unknown>;
const statusId = (code: string) =>
  `(SELECT id FROM move_status WHERE organisation_id = current_organisation() AND code = ${code})`;

export async function insertRequest(
  tx: WriteTx,
  by: number,
  code: MoveStatusCode,
  values: Values,
): Promise<number> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO move_request (organisation_id, date_created, date_updated, requester_id, updated_by, move_status_id,
       ${names.join(', ')})
     VALUES (current_organisation(), $1, $1, $2, $2, ${statusId('$3')},
       ${names.map((_, index) => `$${index + 4}`).join(', ')})
     RETURNING id`,
    [tx.stamp, by, code, ...Object.values(values)],
  );
  return row!.id;
}

/** Values that are undefined stay; every call stamps the request. */
export async function updateRequest(
  tx: WriteTx,
  by: number,
  id: number,
  code: MoveStatusCode | undefined,
  values: Values,
) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  await tx.query(
    `UPDATE move_request SET date_updated = $2, updated_by = $3,
       move_status_id = CASE WHEN $4::text IS NULL THEN move_status_id ELSE ${statusId('$4')} END
       ${given.map(([name], index) => `, ${name} = $${index + 5}`).join('')}
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, tx.stamp, by, code ?? null, ...given.map(([, value]) => value)],
  );
}

/** The items in their order. */
export const loadItems = (tx: Tx, request: number): Promise<(Item & { id: number })[]> =>
  tx.query(
    `SELECT id, move_request_type_id AS type, user_id AS user, asset_id AS asset, to_room_id AS room, name,
       field_values AS "fieldValues", task_values AS "taskValues"
     FROM move_item WHERE organisation_id = current_organisation() AND move_request_id = $1 ORDER BY nth`,
    [request],
  );

/**
 * Makes these the items of the request, in this order. Tasks that they ask for get their lines in the checklist; lines
 * that nobody asks for any more go, unless somebody has worked on them.
 */
export async function saveItems(tx: WriteTx, request: number, items: readonly Item[]): Promise<void> {
  const kept = items.flatMap(({ id }) => id ?? []);
  await tx.query(
    `DELETE FROM move_item WHERE organisation_id = current_organisation() AND move_request_id = $1
       AND NOT id = ANY($2::bigint[])`,
    [request, kept],
  );
  const rows = JSON.stringify(items.map((item, n) => ({ ...item, nth: n + 1 })));
  const given = `jsonb_to_recordset($2::jsonb) AS given (id bigint, nth integer, type bigint, "user" bigint,
    asset bigint, room bigint, name text, "fieldValues" jsonb, "taskValues" jsonb)`;
  await tx.query(
    `UPDATE move_item i SET nth = given.nth, move_request_type_id = given.type, user_id = given."user",
       asset_id = given.asset, to_room_id = given.room, name = given.name, field_values = given."fieldValues",
       task_values = given."taskValues"
     FROM ${given}
     WHERE i.organisation_id = current_organisation() AND i.move_request_id = $1 AND i.id = given.id`,
    [request, rows],
  );
  await tx.query(
    `INSERT INTO move_item (organisation_id, move_request_id, nth, move_request_type_id, user_id, asset_id, to_room_id,
       name, field_values, task_values)
     SELECT current_organisation(), $1, nth, type, "user", asset, room, name, "fieldValues", "taskValues"
     FROM ${given} WHERE id IS NULL ORDER BY nth`,
    [request, rows],
  );
  await tx.query(
    `DELETE FROM move_item_task c USING move_item i
     WHERE i.organisation_id = current_organisation() AND i.move_request_id = $1
       AND c.organisation_id = i.organisation_id AND c.move_item_id = i.id
       AND c.done_at IS NULL AND c.note = '' AND c.service_request_id IS NULL
       AND NOT i.task_values ? c.move_task_id::text`,
    [request],
  );
  await tx.query(
    `INSERT INTO move_item_task (organisation_id, move_item_id, move_task_id)
     SELECT i.organisation_id, i.id, t.id FROM move_item i CROSS JOIN LATERAL jsonb_object_keys(i.task_values) wanted
     JOIN move_task t ON t.organisation_id = i.organisation_id AND t.id::text = wanted AND t.deleted_at IS NULL
     WHERE i.organisation_id = current_organisation() AND i.move_request_id = $1 ON CONFLICT DO NOTHING`,
    [request],
  );
}

/** Adds to the log, in this order. A trigger has those written to whom it concerns. @param by null: the server */
export async function addEvents(tx: WriteTx, by: number | null, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO move_event (organisation_id, move_request_id, kind, at, entered_by, note, audience)
     SELECT current_organisation(), request, kind, $2, $3, nullif(note, ''), audience
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (request bigint, kind text, note text, audience text)) WITH ORDINALITY
       AS given (request, kind, note, audience, nth) ORDER BY nth`,
    [JSON.stringify(events), tx.stamp, by],
  );
}

export async function insertComments(tx: WriteTx, by: number, request: number, contents: readonly string[]) {
  if (contents.length === 0) return;
  await tx.query(
    `INSERT INTO move_comment (organisation_id, move_request_id, content, entered_by, date_created)
     SELECT current_organisation(), $1, content, $2, $3
     FROM unnest($4::text[]) WITH ORDINALITY AS given (content, nth) ORDER BY nth`,
    [request, by, tx.stamp, contents],
  );
}

export async function commentIds(tx: Tx, request: number): Promise<Set<number>> {
  const rows = await tx.query<{ id: number }>(
    'SELECT id FROM move_comment WHERE organisation_id = current_organisation() AND move_request_id = $1',
    [request],
  );
  return new Set(rows.map(({ id }) => id));
}
