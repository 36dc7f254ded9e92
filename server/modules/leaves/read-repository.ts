import type { AwayQuery, LeaveQuery, LeaveStatus, LeaveStep } from '#contract/leaves.ts';
import type { LeaveSpan } from '#contract/leave-rules.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';
import { allowed, HERE, leaveJson, spanColumns, visible, waitsForCaller } from './sql.ts';

type Viewer = Pick<Caller, 'id' | 'siteAdmin'>;
const byName = (table: string, column: string) => `(SELECT n.name FROM ${table} n
  WHERE n.organisation_id = l.organisation_id AND n.id = l.${column}) COLLATE "und-x-icu"`;
const orderables: Orderables = {
  id: 'l.id',
  startDate: 'l.starts',
  endDate: 'l.ends',
  days: 'l.days',
  status: 'l.state',
  dateCreated: 'l.date_created',
  dateUpdated: 'l.date_updated',
  'type.id': 'l.leave_type_id',
  'type.name': byName('leave_type', 'leave_type_id'),
  'user.id': 'l.user_id',
  'user.name': byName('app_user', 'user_id'),
};
const filled = Object.keys(orderables);

function matching(query: LeaveQuery, { id, siteAdmin }: Viewer) {
  return conditions(`l.${HERE} AND ${visible}`, id, siteAdmin)
    .when(query.mine, 'l.user_id = $1', 'l.user_id <> $1')
    .when(query.forApproval, waitsForCaller, `NOT ${waitsForCaller}`)
    .add('l.state = ANY(?)', query.status)
    .add('l.user_id = ANY(?::bigint[])', query.userId)
    .add('l.leave_type_id = ANY(?::bigint[])', query.typeId)
    .add('l.delegate_id = ANY(?::bigint[])', query.delegateId)
    .add('l.ends >= ?::date', query.from)
    .add('l.starts <= ?::date', query.until)
    .add('l.date_updated > ?', feedStart(query))
    .add(
      `(l.user_id = ANY(ARRAY(SELECT find_users(?))) OR fold(l.note) LIKE fold(?))`,
      query.search === undefined ? undefined : containing(query.search),
    );
}

/** The page as a JSON array. */
export async function listLeaves(tx: Tx, query: LeaveQuery, viewer: Viewer): Promise<string> {
  const where = matching(query, viewer);
  const rows = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (SELECT l.* FROM leave l WHERE ${where.sql} ${pageSql(orderables, query, filled)})
     SELECT ${leaveJson}::text AS json FROM page l`,
    where.params,
  );
  return `[${rows.map(({ json }) => json).join(',')}]`;
}

export async function countLeaves(tx: Tx, query: LeaveQuery, viewer: Viewer): Promise<number> {
  const where = matching(query, viewer);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM leave l WHERE ${where.sql}`,
    where.params,
  );
  return row!.count;
}

/** As JSON text; undefined when there is none, or none that the viewer may see. */
export async function renderLeave(tx: Tx, id: number, viewer: Viewer): Promise<string | undefined> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT ${leaveJson}::text AS json FROM leave l WHERE l.${HERE} AND ${visible} AND l.id = $3`,
    [viewer.id, viewer.siteAdmin, id],
  );
  return row?.json;
}

export type Found = LeaveSpan & {
  id: number;
  user: number;
  userName: string;
  type: number;
  delegate: number | null;
  note: string;
  state: LeaveStatus;
  approvals: number;
  given: number;
  decidedBy: number | null;
  dateUpdated: number;
  /** The manager whose turn it is, whether they are there or not; null: none. */
  manager: number | null;
  /** Today, by the clocks of the organisation. */
  today: string;
  allowed: LeaveStep[];
};
/** What steps hang on, as the viewer sees it. */
export async function findLeave(tx: Tx, id: number, viewer: Viewer): Promise<Found | undefined> {
  const [row] = await tx.query<Found>(
    `SELECT l.id, l.user_id AS "user", u.name AS "userName", l.leave_type_id AS type, ${spanColumns},
       l.delegate_id AS delegate, l.note, l.state, l.approvals, l.approvals_given AS given, l.decided_by AS "decidedBy",
       epoch_ms(l.date_updated) AS "dateUpdated", leave_manager(l.user_id, l.approvals_given) AS manager,
       organisation_day()::text AS today, ${allowed} AS allowed
     FROM leave l JOIN app_user u ON u.organisation_id = l.organisation_id AND u.id = l.user_id
     WHERE l.${HERE} AND ${visible} AND l.id = $3`,
    [viewer.id, viewer.siteAdmin, id],
  );
  return row;
}

/** The history as JSON text, the oldest first. */
export async function listEvents(tx: Tx, id: number): Promise<string> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT coalesce(json_agg(json_strip_nulls(json_build_object('id', e.id, 'kind', e.kind, 'at', epoch_ms(e.at),
       'by', ${userShort('e', 'entered_by')}, 'insteadOf', ${userShort('e', 'instead_of_id')}, 'comment', e.comment))
       ORDER BY e.id), '[]')::text AS json
     FROM leave_event e WHERE e.${HERE} AND e.leave_id = $1`,
    [id],
  );
  return row!.json;
}

/** Who is away in these days, whoever asks: never why. As a JSON array, by name. */
export async function listAway(tx: Tx, query: AwayQuery): Promise<string> {
  const from = query.from ?? query.until;
  const where = conditions(`l.${HERE} AND l.state = 'approved'`)
    .add('l.ends >= coalesce(?::date, organisation_day())', from ?? null)
    .add('l.starts <= coalesce(?::date, organisation_day())', query.until ?? from ?? null)
    .add('l.user_id = ANY(?::bigint[])', query.userId)
    .add('l.delegate_id = ANY(?::bigint[])', query.delegateId);
  const rows = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls(json_build_object('id', l.id, 'user', json_build_object('id', u.id, 'name', u.name,
         'color', u.color, 'image', ${attachmentJson('u', 'avatar_id')}),
       'startDate', l.starts, 'endDate', l.ends, 'startsAtNoon', l.starts_at_noon, 'endsAtNoon', l.ends_at_noon,
       'delegate', (SELECT json_build_object('id', d.id, 'name', d.name) FROM app_user d
         WHERE d.organisation_id = l.organisation_id AND d.id = l.delegate_id)))::text AS json
     FROM leave l JOIN app_user u ON u.organisation_id = l.organisation_id AND u.id = l.user_id
     WHERE ${where.sql} ORDER BY u.name COLLATE "und-x-icu", l.starts, l.id
     LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)}`,
    where.params,
  );
  return `[${rows.map(({ json }) => json).join(',')}]`;
}
