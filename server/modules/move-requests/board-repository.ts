import type { Cell } from '#contract/csv.ts';
import type { MoveBoard } from '#contract/moves-board.ts';
import type { MoveRequestQuery } from '#contract/moves.ts';
import type { Tx } from '#server/lib/database.ts';
import { userShort } from '#server/lib/user-json.ts';
import { itemName, row, startRoom, taskDone } from './move-json.ts';
import { matching } from './read-repository.ts';
import type { Viewer } from './rights.ts';

const lines = `line AS MATERIALIZED (
  SELECT i.move_request_id AS id, i.id AS item, i.nth, i.user_id, i.to_room_id, t.type_code, t.equipment, t.name AS type,
    ${startRoom('i', 'u', 'a')} AS from_room_id, ${itemName('i', 'u', 'a', 'm', 't')} AS called, u.email, u.employee_id,
    i.organisation_id
  FROM page JOIN move_item i ON i.organisation_id = current_organisation() AND i.move_request_id = page.id
  JOIN move_request_type t ON t.organisation_id = i.organisation_id AND t.id = i.move_request_type_id
  LEFT JOIN app_user u ON u.organisation_id = i.organisation_id AND u.id = i.user_id
  LEFT JOIN asset a ON a.organisation_id = i.organisation_id AND a.id = i.asset_id
  LEFT JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
)`;
const house = (room: string) => `(SELECT b.name FROM room s
  JOIN floor f ON f.organisation_id = s.organisation_id AND f.id = s.floor_id
  JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
  WHERE s.organisation_id = line.organisation_id AND s.id = ${room})`;
const houses = (column: string) =>
  `coalesce((SELECT json_agg(name) FROM (SELECT DISTINCT place.name FROM (SELECT DISTINCT ${column} AS room_id FROM line
    WHERE line.id = r.id) spot JOIN spots place ON place.id = spot.room_id ORDER BY 1 LIMIT 3) few), '[]')`;

/** SQL: what was filed as pending and approved in one stands with the approved, as everywhere. */
const standing = `CASE WHEN s.code = 'pen' AND r.approved THEN 'apr' ELSE s.code END`;

/** In one statement, however many cards there are; conflicts are not counted here. */
export async function boardOf(
  tx: Tx,
  query: MoveRequestQuery,
  { viewer, managed, limit }: { viewer: Viewer; managed: Viewer['centers']; limit: number },
): Promise<MoveBoard> {
  const where = await matching(tx, query, viewer, managed);
  const [found] = await tx.query<{ board: MoveBoard }>(
    `WITH found AS MATERIALIZED (
       SELECT r.id, ${standing} AS code, row_number() OVER (PARTITION BY ${standing} ORDER BY r.date DESC NULLS LAST, r.id DESC) AS nth
       FROM move_request r JOIN move_status s ON s.organisation_id = r.organisation_id AND s.id = r.move_status_id
       WHERE ${where.sql}
     ), page AS MATERIALIZED (SELECT id, code, nth FROM found WHERE nth <= ${Number(limit)}), ${lines},
     spots AS MATERIALIZED (
       SELECT s.id, b.name FROM (SELECT from_room_id AS id FROM line UNION SELECT to_room_id FROM line) used
       JOIN room s ON s.id = used.id
       JOIN floor f ON f.organisation_id = s.organisation_id AND f.id = s.floor_id
       JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
     ), ticks AS MATERIALIZED (
       SELECT line.id, count(*) AS total, count(*) FILTER (WHERE ${taskDone('c', 'q')}) AS done
       FROM line JOIN move_item_task c ON c.organisation_id = line.organisation_id AND c.move_item_id = line.item
       LEFT JOIN service_request q ON q.organisation_id = c.organisation_id AND q.id = c.service_request_id GROUP BY 1
     )
     SELECT json_build_object(
       'counts', (SELECT coalesce(json_object_agg(code, n), '{}') FROM (SELECT s.code, count(found.id) AS n
         FROM move_status s LEFT JOIN found ON found.code = s.code
         WHERE s.organisation_id = current_organisation() GROUP BY 1) counted),
       'cards', (SELECT coalesce(json_strip_nulls(json_agg(${row(`r.id, r.description, page.code AS status, r.approved,
           epoch_ms(r.date) AS date, ${userShort('r', 'requester_id')} AS requester,
           (SELECT count(*) FROM line WHERE line.id = r.id) AS items,
           (SELECT count(*) FROM line WHERE line.id = r.id AND NOT line.equipment) AS people,
           coalesce((SELECT json_agg(called ORDER BY nth) FROM (SELECT called, nth FROM line WHERE line.id = r.id
             ORDER BY nth LIMIT 3) few), '[]') AS names,
           ${houses('from_room_id')} AS "from", ${houses('to_room_id')} AS "to",
           json_build_object('total', coalesce(ticks.total, 0), 'done', coalesce(ticks.done, 0)) AS tasks,
           0 AS conflicts, r.failure IS NOT NULL AS failed, epoch_ms(r.effected_at) AS "effectedAt",
           epoch_ms(r.date_updated) AS "dateUpdated"`)} ORDER BY page.code, page.nth)), '[]')
         FROM page JOIN move_request r ON r.organisation_id = current_organisation() AND r.id = page.id
         LEFT JOIN ticks ON ticks.id = r.id)
     ) AS board`,
    where.params,
  );
  return found!.board;
}

const MOST_ROWS = 50_000;
export const tableHead = [
  'Request',
  'Description',
  'Date',
  'Status',
  'Approved',
  'Approved by',
  'Requested by',
  'Type',
  'Name',
  'E-mail',
  'Employee ID',
  'From building',
  'From space',
  'To building',
  'To space',
  'Tasks done',
  'Tasks',
] as const;

/** A row an item; a request without items has one too. Dates are UTC, as YYYY-MM-DD. */
export async function tableOf(
  tx: Tx,
  query: MoveRequestQuery,
  viewer: Viewer,
  managed: Viewer['centers'],
): Promise<Cell[][]> {
  const where = await matching(tx, query, viewer, managed);
  const person = (column: string) =>
    `(SELECT w.name FROM app_user w WHERE w.organisation_id = r.organisation_id AND w.id = r.${column})`;
  const space = (column: string) =>
    `(SELECT s.name FROM room s WHERE s.organisation_id = r.organisation_id AND s.id = line.${column})`;
  const rows = await tx.query<{ cells: Cell[] }>(
    `WITH page AS MATERIALIZED (SELECT r.id FROM move_request r WHERE ${where.sql} ORDER BY r.id), ${lines}
     SELECT json_build_array(r.id, r.description, to_char(r.date AT TIME ZONE 'UTC', 'YYYY-MM-DD'), state.name,
       CASE WHEN r.approved THEN 'yes' ELSE 'no' END, ${person('approved_by')}, ${person('requester_id')}, line.type,
       line.called, line.email, line.employee_id, ${house('line.from_room_id')}, ${space('from_room_id')},
       ${house('line.to_room_id')}, ${space('to_room_id')}, coalesce(ticks.done, 0), coalesce(ticks.total, 0)) AS cells
     FROM page JOIN move_request r ON r.organisation_id = current_organisation() AND r.id = page.id
     JOIN move_status state ON state.organisation_id = r.organisation_id AND state.id = r.move_status_id
     LEFT JOIN line ON line.id = r.id
     LEFT JOIN LATERAL (SELECT count(*) AS total, count(*) FILTER (WHERE ${taskDone('c', 'q')}) AS done
       FROM move_item_task c
       LEFT JOIN service_request q ON q.organisation_id = c.organisation_id AND q.id = c.service_request_id
       WHERE c.organisation_id = line.organisation_id AND c.move_item_id = line.item) ticks ON true
     ORDER BY r.id, line.nth LIMIT ${MOST_ROWS}`,
    where.params,
  );
  return rows.map(({ cells }) => cells);
}
