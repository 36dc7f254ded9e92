import type { MoveRequestQuery } from '#contract/moves.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, TRIGRAM, type Orderables } from '#server/lib/paging.ts';
import { requestsJson, row } from './move-json.ts';
import { userShort } from '#server/lib/user-json.ts';
import type { Viewer } from './rights.ts';

const byName = (expression: string) => `${expression} COLLATE "und-x-icu"`;
const requester =
  'SELECT o.name FROM app_user o WHERE o.organisation_id = r.organisation_id AND o.id = r.requester_id';
const status = (column: string) =>
  `(SELECT s.${column} FROM move_status s WHERE s.organisation_id = r.organisation_id AND s.id = r.move_status_id)`;
const orderables: Orderables = {
  id: 'r.id',
  date: 'r.date',
  description: byName('r.description'),
  approved: 'r.approved',
  dateCreated: 'r.date_created',
  dateUpdated: 'r.date_updated',
  'status.id': 'r.move_status_id',
  'status.code': status('code'),
  'status.name': byName(status('name')),
  'requester.id': 'r.requester_id',
  'requester.name': byName(`(${requester})`),
};
const filled = ['approved', 'dateCreated', 'dateUpdated', 'status.id'];

// Sub-selects that do not depend on the request are made once a list, not once a request.
const items = (condition: string) =>
  `r.id IN (SELECT i.move_request_id FROM move_item i WHERE i.organisation_id = current_organisation() AND ${condition})`;
/** As an array, so that it is looked up once and the index of statuses serves. */
export const statuses = (condition: string) => `ARRAY(SELECT s.id FROM move_status s
  WHERE s.organisation_id = current_organisation() AND ${condition})`;
const peopleWhere = (condition: string) => `SELECT u.id FROM app_user u
  WHERE u.organisation_id = current_organisation() AND ${condition}`;

/** By the viewer, or by somebody on leave for whom they stand in. */
const managed = 'u.manager_id = ANY(ARRAY(SELECT acts_for($1::bigint, organisation_day())))';

/**
 * What a viewer sees at all ($1 their id, $2 their centers, null: all): what they asked for, what is done in their
 * centers, what moves the people they manage, and what moves themselves — unless somebody leaves by it, which is for
 * others to tell.
 */
export const visible = `($2::bigint[] IS NULL OR r.requester_id = $1::bigint OR r.center_id = ANY ($2::bigint[])
  OR ${items(`i.user_id IN (${peopleWhere(managed)})`)}
  OR (${items('i.user_id = $1::bigint')} AND NOT ${items(`i.move_request_type_id IN (SELECT t.id
    FROM move_request_type t WHERE t.organisation_id = current_organisation() AND t.type_code = 'terminate')`)}))`;

/** SQL: the viewer ($1) is the manager of everybody who moves by the request, and somebody does. */
export const managesAll = `(${items('i.user_id IS NOT NULL')} AND NOT ${items(`i.user_id IS NOT NULL
  AND i.user_id NOT IN (${peopleWhere(managed)})`)})`;
/** SQL: the request waits for an approval. */
export const toApprove = `r.move_status_id = ANY(${statuses("s.code = 'pen'")}) AND NOT r.approved`;

/** @param managed the centers that the viewer manages; undefined: all */
export async function matching(tx: Tx, query: MoveRequestQuery, viewer: Viewer, managed?: Viewer['centers']) {
  const where = conditions(`r.deleted_at IS NULL AND ${visible}`, viewer.id, viewer.centers ?? null);
  where.add('r.move_status_id = ANY(?::bigint[])', query.statusId);
  where.add(
    `r.move_status_id = ANY(${statuses('s.code = ANY(?::text[])')})`,
    query.statusCode?.split(',').map((code) => code.trim()),
  );
  where.when(query.archived ?? false, 'r.archived_at IS NOT NULL', 'r.archived_at IS NULL');
  where.add('r.requester_id = ?', query.mine ? viewer.id : undefined);
  if (query.toApprove) {
    where.when(true, toApprove);
    where.add(`(r.center_id = ANY(?::bigint[]) OR ${managesAll})`, managed);
  }
  where.add('r.requester_id = ANY(?::bigint[])', query.requesterId);
  where.add('r.center_id = ANY(?::bigint[])', query.centerId);
  where.add(items('i.user_id = ANY(?::bigint[])'), query.userId);
  where.add(items('i.move_request_type_id = ANY(?::bigint[])'), query.typeId);
  where.add(items('i.to_room_id = ANY(?::bigint[])'), query.toRoomId);
  where.add(
    items(`i.to_room_id IN (SELECT s.id FROM room s JOIN floor f ON f.organisation_id = s.organisation_id
      AND f.id = s.floor_id WHERE s.organisation_id = current_organisation() AND f.building_id = ANY(?::bigint[]))`),
    query.buildingId,
  );
  where.add('r.date >= ?', query.from === undefined ? undefined : new Date(query.from));
  where.add('r.date < ?', query.until === undefined ? undefined : new Date(query.until));
  where.add('r.date_updated > ?', feedStart(query));
  if (query.search !== undefined) search(where, query.search, await findBySearch(tx, query.search));
  return where;
}

/** Of more hits the list is walked in its order: the page is full soon. */
const MOST_FOUND = 2000;
const numberIn = (text: string) => (/^#?\d{1,15}$/.test(text) ? text.replace('#', '') : '0');

/** The ids that a search finds; undefined: it is too short for that, or they are too many. */
async function findBySearch(tx: Tx, text: string | undefined): Promise<number[] | undefined> {
  if (text === undefined || text.length < TRIGRAM) return undefined;
  const found = await tx.named<{ id: number | null }>('move-search', 'SELECT find_moves($1, $2, $3) AS id', [
    containing(text),
    numberIn(text),
    MOST_FOUND,
  ]);
  return found.some(({ id }) => id === null) ? undefined : found.map(({ id }) => id!);
}

/** By what it says, who asked, who or what moves, and where to; `#7` and `7` are its number too. */
function search(where: ReturnType<typeof conditions>, text: string, found: readonly number[] | undefined) {
  if (found) return where.add('r.id = ANY(?::bigint[])', found);
  const pattern = '(?::text[])[2]';
  // Common by what has been found; a planner that takes it for rare would sort all hits (decision 6).
  where.add(
    `CASE WHEN r.id = (?::text[])[1]::bigint OR fold(r.description) LIKE fold(${pattern})
      OR r.requester_id = ANY(ARRAY(SELECT find_users(${pattern})))
      OR ${items(`i.user_id = ANY(ARRAY(SELECT find_users(${pattern})))`)}
      OR ${items(`i.words LIKE fold(${pattern})`)}
      OR ${items(`i.to_room_id = ANY(ARRAY(SELECT find_rooms(${pattern})))`)} THEN 1 ELSE 0 END <> 0`,
    [numberIn(text), containing(text)],
  );
}

/** Requests as JSON text by id, as the viewer sees them: whether they may at all has been asked before. */
export async function renderRequests(
  tx: Tx,
  ids: readonly number[],
  viewer: Viewer,
): Promise<Map<number, string>> {
  const rows = await tx.named<{ id: number; json: string }>('move-render', requestsJson, [
    JSON.stringify([...new Set(ids)]),
    viewer.id,
    viewer.centers ?? null,
  ]);
  return new Map(rows.map(({ id, json }) => [id, json]));
}

/** The page as a JSON array. Its ids are found first, by a statement planned for the filters at hand. */
export async function listRequests(
  tx: Tx,
  query: MoveRequestQuery,
  viewer: Viewer,
  managed?: Viewer['centers'],
): Promise<string> {
  const where = await matching(tx, query, viewer, managed);
  const page = await tx.query<{ id: number }>(
    `SELECT r.id FROM move_request r WHERE ${where.sql} ${pageSql(orderables, query, filled)}`,
    where.params,
  );
  if (page.length === 0) return '[]';
  const ids = page.map(({ id }) => id);
  const json = await renderRequests(tx, ids, viewer);
  return `[${ids.flatMap((id) => json.get(id) ?? []).join(',')}]`;
}

export async function countRequests(
  tx: Tx,
  query: MoveRequestQuery,
  viewer: Viewer,
  managed?: Viewer['centers'],
): Promise<number> {
  const where = await matching(tx, query, viewer, managed);
  const [counted] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM move_request r WHERE ${where.sql}`,
    where.params,
  );
  return counted!.count;
}

export async function sees(tx: Tx, id: number, viewer: Viewer): Promise<boolean> {
  const sql = `SELECT FROM move_request r WHERE r.id = $3 AND r.deleted_at IS NULL AND ${visible}`;
  return (await tx.query(sql, [viewer.id, viewer.centers ?? null, id])).length > 0;
}

/** The log as JSON text, the oldest first. Unless it is told as a `whole`, without messages that are not for the reader. */
export async function listEvents(
  tx: Tx,
  request: number,
  { reader, whole }: { reader: number; whole: boolean },
): Promise<string> {
  const [events] = await tx.query<{ json: string }>(
    `SELECT coalesce(json_strip_nulls(json_agg(${row(`e.id, e.kind, epoch_ms(e.at) AS at,
       ${userShort('e', 'entered_by')} AS by, e.note, e.audience AS "to"`)} ORDER BY e.id)), '[]')::text AS json
     FROM move_event e JOIN move_request r ON r.organisation_id = e.organisation_id AND r.id = e.move_request_id
     WHERE e.organisation_id = current_organisation() AND e.move_request_id = $1
       AND ($3 OR e.entered_by = $2 OR CASE e.audience WHEN 'requester' THEN r.requester_id = $2
         WHEN 'movees' THEN EXISTS (SELECT FROM move_item i WHERE i.organisation_id = r.organisation_id
           AND i.move_request_id = r.id AND i.user_id = $2) ELSE true END)`,
    [request, reader, whole],
  );
  return events!.json;
}
