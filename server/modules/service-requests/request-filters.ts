import type { ServiceRequestQuery } from '#contract/service-requests.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, TRIGRAM } from '#server/lib/paging.ts';
import type { Viewer } from './crew.ts';
import { pastDue } from './request-json.ts';

type Where = ReturnType<typeof conditions>;

/** One value by =, which keeps an index in its order; several by ANY. */
function among(where: Where, column: string, values: readonly unknown[] | undefined) {
  if (values?.length === 1) where.add(`${column} = ?`, values[0]);
  else where.add(`${column} = ANY(?)`, values);
}

/** What the viewer may see at all: what they asked for, and everything in the centers they work in. */
export function visible(where: Where, { id, centers }: Viewer) {
  if (centers === undefined) return;
  if (centers.length === 0) where.add('r.requester_id = ?', id);
  else if (centers.length === 1)
    where.add('(r.requester_id = (?::bigint[])[1] OR r.center_id = (?::bigint[])[2])', [id, centers[0]]);
  else
    where.add('(r.requester_id = (?::bigint[])[1] OR r.center_id = ANY((?::bigint[])[2:]))', [
      id,
      ...centers,
    ]);
}

/** Of more hits the list is walked in its order: the page is full soon. */
const MOST_FOUND = 2000;
const numberIn = (text: string) => (/^#?\d{1,15}$/.test(text) ? text.replace('#', '') : '0');

/** The ids that a search finds; undefined: it is too short for that, or they are too many. */
export async function findBySearch(tx: Tx, text: string | undefined): Promise<number[] | undefined> {
  if (text === undefined || text.length < TRIGRAM) return undefined;
  const found = await tx.named<{ id: number | null }>(
    'service-search',
    'SELECT find_service_requests($1, $2, $3) AS id',
    [containing(text), numberIn(text), MOST_FOUND],
  );
  return found.some(({ id }) => id === null) ? undefined : found.map(({ id }) => id!);
}

function search(where: Where, text: string | undefined, found: readonly number[] | undefined) {
  if (text === undefined) return;
  if (found) where.add('r.id = ANY(?::bigint[])', found);
  else if (text.length < TRIGRAM)
    where.add(`(r.id = (?::text[])[1]::bigint OR fold(r.description) LIKE fold((?::text[])[2]))`, [
      numberIn(text),
      containing(text),
    ]);
  else
    // Common by what has been found; a planner that takes it for rare would sort all hits (decision 6).
    where.add(
      `CASE WHEN r.id = (?::text[])[1]::bigint OR fold(r.description) LIKE fold((?::text[])[2])
         OR r.requester_id = ANY(ARRAY(SELECT find_users((?::text[])[2])))
         OR r.service_type_id = ANY(ARRAY(SELECT t.id FROM service_type t WHERE fold(t.name) LIKE fold((?::text[])[2])))
         OR r.room_id = ANY(ARRAY(SELECT s.id FROM room s WHERE fold(s.name) LIKE fold((?::text[])[2])))
       THEN 1 ELSE 0 END <> 0`,
      [numberIn(text), containing(text)],
    );
}

const assignedTo = `r.id IN (SELECT p.service_request_id FROM service_operator p
  WHERE p.organisation_id = r.organisation_id AND p.user_id = ? AND p.status <> 'rejected')`;

/**
 * Conditions on service_request r: the filters of a list, and what the viewer may see at all.
 * @param found what `findBySearch` says of the search
 */
export function matching(query: ServiceRequestQuery, viewer: Viewer, found?: readonly number[]) {
  const where = conditions('r.deleted_at IS NULL');
  visible(where, viewer);
  where.when(query.priority === undefined ? undefined : query.priority === 'high', 'r.high', 'NOT r.high');
  where.add(assignedTo, query.assigned === 'me' ? viewer.id : undefined);
  // What is closed is never late: said once more, so that the open ones may be walked by their numbers.
  where.when(query.pastDue || undefined, `r.open AND ${pastDue('r')}`);
  among(where, 'r.service_type_id', query.requestTypeId);
  among(where, 'r.center_id', query.centerId);
  among(where, 'r.priority_id', query.priorityId);
  among(where, 'r.room_id', query.roomId);
  among(where, 'r.asset_id', query.assetId);
  among(where, 'r.requester_id', query.requesterId);
  where.add(assignedTo.replace('= ?', '= ANY(?)'), query.operatorId);
  const crewed = `EXISTS (SELECT FROM service_operator p WHERE p.organisation_id = r.organisation_id
    AND p.service_request_id = r.id AND p.status <> 'rejected')`;
  where.when(query.unassigned, `NOT ${crewed}`, crewed);
  among(where, 'r.state', query.state);
  where.when(query.open, 'r.open', 'NOT r.open');
  where.add('r.requester_id = ?', query.mine ? viewer.id : undefined);
  where.when(query.awaitingApproval, `r.approval = 'awaiting'`, `r.approval IS DISTINCT FROM 'awaiting'`);
  const { openedFrom, openedUntil } = query;
  where.add('r.date_created >= ?', openedFrom === undefined ? undefined : new Date(openedFrom));
  where.add('r.date_created < ?', openedUntil === undefined ? undefined : new Date(openedUntil));
  where.add('r.date_updated > ?', feedStart(query));
  search(where, query.search, found);
  return where;
}
