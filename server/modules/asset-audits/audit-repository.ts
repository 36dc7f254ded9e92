import type { AuditState } from '#contract/asset-audit-state.ts';
import type { AuditFigures, AuditListQuery } from '#contract/asset-audits.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql } from '#server/lib/paging.ts';
import { named, OVER } from './rows-sql.ts';

/** A campaign as the rules need it. */
export type Audit = { id: number; name: string; state: AuditState; series: number | null };
export async function findAudit(tx: Tx, id: number): Promise<Audit | undefined> {
  const [audit] = await tx.named<Audit>(
    'asset-audit-find',
    'SELECT id, name, state, series_id AS series FROM asset_audit WHERE organisation_id = current_organisation() AND id = $1',
    [id],
  );
  return audit;
}

/** The campaigns that a person is named in. */
export const namedIn = async (tx: Tx, person: number): Promise<number[]> =>
  (
    await tx.named<{ id: number }>(
      'asset-audits-named-in',
      `SELECT audit_id AS id FROM asset_audit_person
       WHERE organisation_id = current_organisation() AND user_id = $1 AND named`,
      [person],
    )
  ).map(({ id }) => id);

export type Standing = {
  figures: AuditFigures;
  spaces: { toVisit: number; visited: number; done: number };
  undecided: number;
};
/** Figures of one campaign as it stands now. */
export async function countAudit(tx: Tx, id: number): Promise<Standing> {
  const [row] = await tx.query<{ json: Standing }>(
    `WITH counted AS MATERIALIZED (
       SELECT c.*, s.visited_at, s.done_at, s.room_id IS NOT NULL AS space, ${OVER} AS over
       FROM (SELECT * FROM asset_audit_space WHERE organisation_id = current_organisation() AND audit_id = $1) s
       FULL JOIN (SELECT * FROM asset_audit_count WHERE organisation_id = current_organisation() AND audit_id = $1) c
         ON c.room_id = s.room_id
     ), tags AS (
       SELECT count(*) AS unknown, count(*) FILTER (WHERE state = 'open') AS open FROM asset_unknown_tag
       WHERE organisation_id = current_organisation() AND audit_id = $1
     ), assets AS (
       SELECT ${['expected', 'found', 'misplaced', 'removed', 'unexpected']
         .map((figure) => `coalesce(sum(${figure}), 0) AS ${figure}`)
         .join(', ')},
         coalesce(sum(unseen) FILTER (WHERE over), 0) AS missing, coalesce(sum(unseen) FILTER (WHERE NOT over), 0) AS pending,
         coalesce(sum(undecided), 0) + coalesce(sum(unseen_undecided) FILTER (WHERE over), 0) AS undecided
       FROM counted
     ), visits AS (
       SELECT count(*) FILTER (WHERE expected > 0) AS "toVisit",
         count(*) FILTER (WHERE visited_at IS NOT NULL OR done_at IS NOT NULL) AS visited,
         count(*) FILTER (WHERE done_at IS NOT NULL) AS done
       FROM counted WHERE space
     )
     SELECT json_build_object(
       'figures', json_build_object('expected', expected, 'found', found, 'misplaced', misplaced, 'missing', missing,
         'pending', pending, 'removed', removed, 'unexpected', unexpected, 'unknown', unknown),
       'spaces', (SELECT row_to_json(visits) FROM visits), 'undecided', undecided + open) AS json
     FROM assets, tags`,
    [id],
  );
  return row!.json;
}

const scoped = (table: string, column: string) => `(
  SELECT coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) ORDER BY x.name, x.id), '[]')
  FROM asset_audit_scope c JOIN ${table} x ON x.organisation_id = c.organisation_id AND x.id = c.${column}
  WHERE c.organisation_id = p.organisation_id AND c.audit_id = p.id)`;
const columns = `p.id, p.name, p.note, p.state, epoch_ms(p.due_at) AS "dueDate",
  p.state IN ('open', 'reconciling') AND coalesce(p.due_at < now(), false) AS late,
  json_build_object('buildings', ${scoped('building', 'building_id')}, 'floors', ${scoped('floor', 'floor_id')},
    'spaces', ${scoped('room', 'room_id')}, 'types', ${scoped('asset_type', 'asset_type_id')},
    'owners', ${scoped('app_user', 'owner_id')}) AS scope,
  (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', coalesce(w.name, u.name), 'floors', (
      SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name) ORDER BY f.name, f.id), '[]')
      FROM asset_audit_part t JOIN floor f ON f.organisation_id = t.organisation_id AND f.id = t.floor_id
      WHERE t.organisation_id = w.organisation_id AND t.audit_id = w.audit_id AND t.user_id = w.user_id))
      ORDER BY u.name, u.id), '[]')
    FROM asset_audit_person w JOIN app_user u ON u.organisation_id = w.organisation_id AND u.id = w.user_id
    WHERE w.organisation_id = p.organisation_id AND w.audit_id = p.id AND w.named) AS auditors,
  (SELECT json_build_object('rule', e.rule, 'start', to_char(e.local_start, 'YYYY-MM-DD"T"HH24:MI:SS'),
      'next', epoch_ms(e.next_at)) FROM asset_audit_series e
    WHERE e.organisation_id = p.organisation_id AND e.id = p.series_id) AS recurrence,
  ${named('app_user', 'p', 'created_by')} AS "createdBy", ${named('app_user', 'p', 'opened_by')} AS "openedBy",
  ${named('app_user', 'p', 'closed_by')} AS "closedBy", epoch_ms(p.opened_at) AS "openedAt",
  epoch_ms(p.walked_at) AS "walkedAt", epoch_ms(p.closed_at) AS "closedAt", p.cancel_reason AS "cancelReason",
  epoch_ms(p.date_created) AS "dateCreated", epoch_ms(p.date_updated) AS "dateUpdated", p.figures AS standing,
  EXISTS (SELECT FROM asset_audit_person w WHERE w.organisation_id = p.organisation_id AND w.audit_id = p.id
    AND w.named AND w.user_id = `;
const orderables = {
  id: 'p.id',
  name: 'p.name COLLATE "und-x-icu"',
  dueDate: 'p.due_at',
  state: 'p.state',
  dateCreated: 'p.date_created',
  dateUpdated: 'p.date_updated',
};

/** Rows of the contract's `assetAudit` without what depends on who asks; `standing` only of what has ended. */
export type AuditJson = Record<string, unknown> & {
  id: number;
  state: AuditState;
  standing?: Standing;
  named: boolean;
};
/** @param visible the campaigns that the caller sees; undefined: all */
function matching(query: AuditListQuery, person: number, visible: number[] | undefined) {
  const where = conditions('true', person);
  where.add('p.id = ANY(?)', visible);
  where.add('p.state = ANY(?)', query.state);
  where.add('fold(p.name) LIKE fold(?)', query.search === undefined ? undefined : containing(query.search));
  where.add('p.date_updated > ?', feedStart(query));
  const mine = `EXISTS (SELECT FROM asset_audit_person w WHERE w.organisation_id = p.organisation_id
    AND w.audit_id = p.id AND w.named AND w.user_id = $1)`;
  where.when(query.mine, mine, `NOT ${mine}`);
  return where;
}
export async function listAudits(
  tx: Tx,
  query: AuditListQuery,
  person: number,
  visible: number[] | undefined,
): Promise<AuditJson[]> {
  const where = matching(query, person, visible);
  const rows = await tx.query<{ json: AuditJson }>(
    `WITH page AS MATERIALIZED (SELECT p.* FROM asset_audit p
       WHERE $1::bigint IS NOT NULL AND ${where.sql} ${pageSql(orderables, query)})
     SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${columns} $1) AS named) one))) AS json FROM page p`,
    where.params,
  );
  return rows.map(({ json }) => json);
}
export async function countAudits(
  tx: Tx,
  query: AuditListQuery,
  person: number,
  visible: number[] | undefined,
): Promise<number> {
  const where = matching(query, person, visible);
  const sql = `SELECT count(*) AS count FROM asset_audit p WHERE $1::bigint IS NOT NULL AND ${where.sql}`;
  return (await tx.query<{ count: number }>(sql, where.params))[0]!.count;
}
export async function showAudit(tx: Tx, id: number, person: number): Promise<AuditJson | undefined> {
  const [row] = await tx.query<{ json: AuditJson }>(
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${columns} $2) AS named) one))) AS json
     FROM asset_audit p WHERE p.id = $1`,
    [id, person],
  );
  return row?.json;
}
