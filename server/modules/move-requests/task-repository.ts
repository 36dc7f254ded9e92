import type { MoveChecklistQuery } from '#contract/moves-work.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';
import { itemName, placeColumns, row, startRoom, statusColumns, taskDone } from './move-json.ts';
import { visible } from './read-repository.ts';
import type { Viewer } from './rights.ts';

const place = (column: string) => `(SELECT ${row(placeColumns('spot'))} FROM room spot
  WHERE spot.organisation_id = i.organisation_id AND spot.id = ${column})`;
const tables = `move_item_task c
  JOIN move_item i ON i.organisation_id = c.organisation_id AND i.id = c.move_item_id
  JOIN move_request r ON r.organisation_id = i.organisation_id AND r.id = i.move_request_id
  JOIN move_status state ON state.organisation_id = r.organisation_id AND state.id = r.move_status_id
  JOIN move_task k ON k.organisation_id = c.organisation_id AND k.id = c.move_task_id
  LEFT JOIN app_user u ON u.organisation_id = i.organisation_id AND u.id = i.user_id
  LEFT JOIN asset a ON a.organisation_id = i.organisation_id AND a.id = i.asset_id
  LEFT JOIN service_request s ON s.organisation_id = c.organisation_id AND s.id = c.service_request_id`;
/** The contract's `moveItemTask` of the aliases above. */
const columns = `${row(`r.id, r.description, epoch_ms(r.date) AS date, ${row(statusColumns('state'))} AS status`)} AS request,
  ${row(`i.id, (SELECT ${itemName('i', 'u', 'a', 'm', 't')} FROM move_request_type t
      LEFT JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
      WHERE t.organisation_id = i.organisation_id AND t.id = i.move_request_type_id) AS name,
    ${userShort('i', 'user_id')} AS user, ${place(startRoom('i', 'u', 'a'))} AS "fromRoom",
    ${place('i.to_room_id')} AS "toRoom"`)} AS item,
  ${row('k.id, k.name')} AS task,
  coalesce((SELECT json_agg(json_build_object('code', asked ->> 'code', 'name', asked ->> 'name',
      'value', i.task_values -> k.id::text ->> (asked ->> 'code')) ORDER BY nth)
    FROM jsonb_array_elements(k.fields) WITH ORDINALITY AS fields (asked, nth)
    WHERE i.task_values -> k.id::text ->> (asked ->> 'code') <> ''), '[]') AS answers,
  ${taskDone('c', 's')} AS done,
  epoch_ms(coalesce(c.done_at, CASE WHEN s.state = 'completed' THEN s.closed_at END)) AS "doneAt",
  ${userShort('c', 'done_by')} AS "doneBy", c.note,
  CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'state', s.state, 'type',
    (SELECT kind.name FROM service_type kind WHERE kind.organisation_id = s.organisation_id AND kind.id = s.service_type_id))
  END AS "serviceRequest"`;

const orderables: Orderables = {
  // One item has several lines.
  id: '(i.id, c.move_task_id)',
  'request.id': 'r.id',
  'request.date': 'r.date',
  'task.name': 'k.name COLLATE "und-x-icu"',
  doneAt: 'c.done_at',
};

function matching(query: MoveChecklistQuery, viewer: Viewer) {
  const where = conditions(`r.deleted_at IS NULL AND ${visible}`, viewer.id, viewer.centers ?? null);
  // Of one request all its lines; over all of them what is to be done, or was.
  if (!query.requestId)
    where.when(true, `r.archived_at IS NULL AND (r.approved OR state.code IN ('sub', 'don'))`);
  where.add('r.id = ANY(?::bigint[])', query.requestId);
  where.add('c.move_task_id = ANY(?::bigint[])', query.taskId);
  where.when(query.done, taskDone('c', 's'), `NOT ${taskDone('c', 's')}`);
  where.add('r.date >= ?', query.from === undefined ? undefined : new Date(query.from));
  where.add('r.date < ?', query.until === undefined ? undefined : new Date(query.until));
  where.add('r.date_updated > ?', feedStart(query));
  where.add(
    `EXISTS (SELECT FROM room spot JOIN floor f ON f.organisation_id = spot.organisation_id AND f.id = spot.floor_id
      WHERE spot.organisation_id = i.organisation_id AND f.building_id = ANY(?::bigint[])
        AND spot.id = coalesce(i.to_room_id, ${startRoom('i', 'u', 'a')}))`,
    query.buildingId,
  );
  where.add(
    `(fold(r.description) LIKE fold(?) OR fold(k.name) LIKE fold(?) OR fold(coalesce(u.name, i.name)) LIKE fold(?))`,
    query.search === undefined ? undefined : containing(query.search),
  );
  return where;
}

/** Lines of the checklist as a JSON array. */
export async function listTasks(tx: Tx, query: MoveChecklistQuery, viewer: Viewer): Promise<string> {
  const where = matching(query, viewer);
  const [page] = await tx.query<{ json: string }>(
    `SELECT coalesce(json_strip_nulls(json_agg(${row(columns)} ORDER BY page.nth)), '[]')::text AS json
     FROM (SELECT line.*, row_number() OVER () AS nth FROM (
       SELECT c.move_item_id AS item_id, c.move_task_id AS task_id FROM ${tables}
       WHERE ${where.sql} ${pageSql(orderables, query)}) line) page
     CROSS JOIN LATERAL (SELECT * FROM move_item_task held_line
       WHERE held_line.organisation_id = current_organisation() AND held_line.move_item_id = page.item_id
         AND held_line.move_task_id = page.task_id) ${tables.replace('move_item_task c', 'c')}`,
    where.params,
  );
  return page!.json;
}

export async function countTasks(tx: Tx, query: MoveChecklistQuery, viewer: Viewer): Promise<number> {
  const where = matching(query, viewer);
  const [counted] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM ${tables} WHERE ${where.sql}`,
    where.params,
  );
  return counted!.count;
}

/** One line as JSON text. */
export async function showTask(tx: Tx, item: number, task: number): Promise<string> {
  const [line] = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls(${row(columns)})::text AS json FROM ${tables}
     WHERE c.organisation_id = current_organisation() AND c.move_item_id = $1 AND c.move_task_id = $2`,
    [item, task],
  );
  return line!.json;
}

export type TaskOfItem = {
  request: number;
  item: string;
  task: string;
  done: boolean;
  serviceRequest: number | null;
  serviceType: number | null;
  toRoom: number | null;
  fromRoom: number | null;
  date: number | null;
  answers: string;
};
/** An item and a task, whether or not the item's list has it. */
export async function loadTask(tx: Tx, item: number, task: number): Promise<TaskOfItem | undefined> {
  const [found] = await tx.query<TaskOfItem>(
    `SELECT r.id AS request, k.name AS task, i.to_room_id AS "toRoom", epoch_ms(r.date) AS date,
       (SELECT ${itemName('i', 'u', 'a', 'm', 't')} FROM move_request_type t
         LEFT JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
         WHERE t.organisation_id = i.organisation_id AND t.id = i.move_request_type_id) AS item,
       ${startRoom('i', 'u', 'a')} AS "fromRoom", k.service_type_id AS "serviceType",
       c.service_request_id AS "serviceRequest", c.done_at IS NOT NULL AS done,
       (SELECT coalesce(string_agg((asked ->> 'name') || ': ' || (i.task_values -> k.id::text ->> (asked ->> 'code')),
           E'\\n' ORDER BY nth), '')
        FROM jsonb_array_elements(k.fields) WITH ORDINALITY AS fields (asked, nth)
        WHERE i.task_values -> k.id::text ->> (asked ->> 'code') <> '') AS answers
     FROM move_item i
     JOIN move_request r ON r.organisation_id = i.organisation_id AND r.id = i.move_request_id AND r.deleted_at IS NULL
     JOIN move_task k ON k.organisation_id = i.organisation_id AND k.id = $2
     LEFT JOIN move_item_task c ON c.organisation_id = i.organisation_id AND c.move_item_id = i.id AND c.move_task_id = k.id
     LEFT JOIN app_user u ON u.organisation_id = i.organisation_id AND u.id = i.user_id
     LEFT JOIN asset a ON a.organisation_id = i.organisation_id AND a.id = i.asset_id
     WHERE i.organisation_id = current_organisation() AND i.id = $1 AND (k.deleted_at IS NULL OR c.move_task_id IS NOT NULL)`,
    [item, task],
  );
  return found;
}

/** Writes a line of the checklist; values that are undefined stay. */
export async function saveTask(
  tx: WriteTx,
  by: number,
  [item, task]: readonly [number, number],
  {
    done,
    note,
    serviceRequest,
  }: {
    done?: boolean | undefined;
    note?: string | undefined;
    serviceRequest?: number | null | undefined;
  },
) {
  await tx.query(
    `INSERT INTO move_item_task AS c (organisation_id, move_item_id, move_task_id, done_at, done_by, note,
       service_request_id)
     VALUES (current_organisation(), $1, $2, CASE WHEN $3 THEN $4::timestamptz END, CASE WHEN $3 THEN $5::bigint END,
       coalesce($6, ''), $7)
     ON CONFLICT (organisation_id, move_item_id, move_task_id) DO UPDATE SET
       done_at = CASE WHEN $3 IS NULL THEN c.done_at WHEN $3 THEN coalesce(c.done_at, excluded.done_at) END,
       done_by = CASE WHEN $3 IS NULL THEN c.done_by WHEN $3 THEN coalesce(c.done_by, excluded.done_by) END,
       note = coalesce($6, c.note),
       service_request_id = CASE WHEN $8::boolean THEN $7 ELSE c.service_request_id END`,
    [
      item,
      task,
      done ?? null,
      tx.stamp,
      by,
      note ?? null,
      serviceRequest ?? null,
      serviceRequest !== undefined,
    ],
  );
}
