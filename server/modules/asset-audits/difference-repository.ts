import type { AuditAssetState } from '#contract/asset-audit-state.ts';
import type { Difference, DifferenceQuery } from '#contract/asset-audit-results.ts';
import type { AuditRow, AuditRowQuery } from '#contract/asset-audits.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing } from '#server/lib/paging.ts';
import { kindOf, rowColumns, rowJson, STATE, undecidedOf } from './rows-sql.ts';

/** Rows with their state, for the conditions around it to speak of. */
const TOLD = `(SELECT r.*, ${STATE} AS state FROM asset_audit_asset r
  WHERE r.organisation_id = (SELECT current_organisation()) AND r.audit_id = $1) r`;
/** Expected or seen in a space of these floors or buildings. */
const within = (column: string) => {
  const spaces = `(SELECT s.room_id FROM asset_audit_space s
    WHERE s.organisation_id = (SELECT current_organisation()) AND s.audit_id = $1 AND s.${column} = ANY(?))`;
  return `(r.expected_room_id IN ${spaces} OR r.seen_room_id IN ${spaces})`;
};
const ORDER = 'ORDER BY r.name COLLATE "und-x-icu", r.asset_id';
const page = ({ limit, startAt }: { limit: number; startAt: number }) =>
  `LIMIT ${Number(limit)} OFFSET ${Number(startAt)}`;
const SEARCHED = `fold(r.name || E'\\n' || coalesce(r.tag, '') || E'\\n' || coalesce(r.serial_number, '') || E'\\n' || r.model)
  LIKE fold(?)`;

export type RowFilter = Partial<Omit<AuditRowQuery, 'limit' | 'startAt'>> & { damaged?: boolean };
function matching(audit: number, query: RowFilter) {
  const { search, state, roomId, floorId, buildingId, damaged } = query;
  const where = conditions('true', audit);
  where.add('r.state = ANY(?)', state);
  where.add('(r.expected_room_id = ANY(?) OR r.seen_room_id = ANY(?))', roomId);
  where.add(within('floor_id'), floorId);
  where.add(within('building_id'), buildingId);
  where.when(damaged, 'r.damaged');
  return where.add(SEARCHED, search === undefined ? undefined : containing(search));
}

/** Assets of the audit, by name. */
export async function listRows(
  tx: Tx,
  audit: number,
  query: RowFilter & { limit: number; startAt: number },
): Promise<AuditRow[]> {
  const where = matching(audit, query);
  const rows = await tx.query<{ json: AuditRow }>(
    `WITH page AS MATERIALIZED (SELECT r.* FROM ${TOLD} WHERE ${where.sql} ${ORDER} ${page(query)})
     SELECT ${rowJson(rowColumns('r.state'))} AS json FROM page r ${ORDER}`,
    where.params,
  );
  return rows.map(({ json }) => json);
}
export async function countRows(tx: Tx, audit: number, query: RowFilter): Promise<number> {
  const where = matching(audit, query);
  const sql = `SELECT count(*) AS count FROM ${TOLD} WHERE ${where.sql}`;
  return (await tx.query<{ count: number }>(sql, where.params))[0]!.count;
}

const KIND = kindOf('r.state');
const UNDECIDED = undecidedOf('r.state');
const OWN = (
  person: string,
) => `EXISTS (SELECT FROM asset_scan own WHERE own.organisation_id = r.organisation_id
  AND own.audit_id = r.audit_id AND own.asset_id = r.asset_id AND own.scanned_by = ${person})`;
function differing(audit: number, query: Partial<DifferenceQuery>) {
  const where = conditions(`${KIND} IS NOT NULL`, audit);
  where.add(`${KIND} = ANY(?)`, query.kind);
  where.when(query.undecided, UNDECIDED, `NOT ${UNDECIDED}`);
  return where.add(SEARCHED, query.search === undefined ? undefined : containing(query.search));
}
/** Differences of assets, by name. @param mayDecide whether the caller decides on what they did not scan */
export async function listDifferences(
  tx: Tx,
  audit: number,
  query: DifferenceQuery,
  { person, mayDecide }: { person: number; mayDecide: boolean },
): Promise<Difference[]> {
  const where = differing(audit, query);
  where.params.push(person, mayDecide);
  const at = where.params.length;
  const rows = await tx.query<{ json: Difference }>(
    `WITH page AS MATERIALIZED (SELECT r.* FROM ${TOLD} WHERE ${where.sql} ${ORDER} ${page(query)})
     SELECT ${rowJson(`${rowColumns('r.state')}, ${KIND} AS kind, ${UNDECIDED} AS undecided,
       $${at}::boolean AND ${UNDECIDED} AND NOT ${OWN(`$${at - 1}`)} AS "mayDecide"`)} AS json FROM page r ${ORDER}`,
    where.params,
  );
  return rows.map(({ json }) => json);
}
export async function countDifferences(
  tx: Tx,
  audit: number,
  query: Partial<DifferenceQuery>,
): Promise<number> {
  const where = differing(audit, query);
  const sql = `SELECT count(*) AS count FROM ${TOLD} WHERE ${where.sql}`;
  return (await tx.query<{ count: number }>(sql, where.params))[0]!.count;
}

/** A difference to decide on. */
export type Open = {
  asset: number;
  name: string;
  state: AuditAssetState;
  undecided: boolean;
  own: boolean;
  damaged: boolean;
  held: boolean;
  placed: boolean;
  seenRoom: number | null;
};
export async function readDifferences(
  tx: Tx,
  audit: number,
  person: number,
  wanted: { assets: number[] } | { kind: string },
): Promise<Open[]> {
  const byKind = 'kind' in wanted;
  // A set that is read once, not a look at the log of scans for each of a hundred thousand.
  const own = `r.asset_id IN (SELECT own.asset_id FROM asset_scan own WHERE own.organisation_id = (SELECT current_organisation())
    AND own.audit_id = $1 AND own.scanned_by = $2 AND own.asset_id IS NOT NULL)`;
  return tx.query<Open>(
    `SELECT r.asset_id AS asset, r.name, r.state, ${UNDECIDED} AS undecided, ${own} AS own, r.damaged,
       r.register_owner_id IS NOT NULL AS held, r.placed_at IS NOT NULL AS placed, r.seen_room_id AS "seenRoom"
     FROM ${TOLD} WHERE ${byKind ? `${KIND} = $3 AND ${UNDECIDED}` : 'r.asset_id = ANY($3::bigint[])'} ORDER BY r.asset_id`,
    [audit, person, byKind ? wanted.kind : wanted.assets],
  );
}
/** @throws AT622 when `by` scanned one of them */
export const writeDecisions = (
  tx: WriteTx,
  audit: number,
  assets: number[],
  { decision, reason, by }: { decision: 'accepted' | 'rejected'; reason: string | null; by: number },
) =>
  tx.query(
    `UPDATE asset_audit_asset SET decision = $3, reason = $4, decided_at = $5, decided_by = $6
     WHERE organisation_id = current_organisation() AND audit_id = $1 AND asset_id = ANY($2::bigint[])`,
    [audit, assets, decision, reason, tx.stamp, by],
  );
