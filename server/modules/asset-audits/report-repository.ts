import type { AuditRow, ScanLogLine, ScanLogQuery } from '#contract/asset-audits.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions } from '#server/lib/paging.ts';
import { named, personOf, rowColumns, rowJson, STATE } from './rows-sql.ts';

const SLICE = 4000;
/** The next thousands of assets of an audit after one, by number. */
export async function sliceOfRows(tx: Tx, audit: number, after: number): Promise<AuditRow[]> {
  const rows = await tx.query<{ json: AuditRow }>(
    `WITH page AS MATERIALIZED (SELECT r.*, ${STATE} AS state FROM asset_audit_asset r
       WHERE r.organisation_id = current_organisation() AND r.audit_id = $1 AND r.asset_id > $2
       ORDER BY r.audit_id, r.asset_id LIMIT ${SLICE})
     SELECT ${rowJson(rowColumns('r.state'))} AS json FROM page r ORDER BY r.asset_id`,
    [audit, after],
  );
  return rows.map(({ json }) => json);
}

/** The log of scans, the newest first. */
export async function listScans(tx: Tx, audit: number, query: ScanLogQuery): Promise<ScanLogLine[]> {
  const where = conditions('s.organisation_id = current_organisation() AND s.audit_id = $1', audit);
  where.add('s.room_id = ANY(?)', query.roomId);
  where.add('s.asset_id = ANY(?)', query.assetId);
  where.add('s.scanned_by = ANY(?)', query.person);
  const rows = await tx.query<{ json: ScanLogLine }>(
    `WITH page AS MATERIALIZED (SELECT s.* FROM asset_scan s WHERE ${where.sql}
       ORDER BY s.id DESC LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)})
     SELECT ${rowJson(`s.id, s.result, s.code,
       (SELECT json_build_object('id', r.asset_id, 'name', r.name) FROM asset_audit_asset r
         WHERE r.organisation_id = s.organisation_id AND r.audit_id = s.audit_id AND r.asset_id = s.asset_id) AS asset,
       CASE WHEN s.unknown_id IS NOT NULL THEN json_build_object('id', s.unknown_id) END AS "unknownTag",
       ${named('room', 's', 'room_id')} AS room, ${personOf('s', 'scanned_by')} AS by, epoch_ms(s.at) AS at, s.note,
       s.damaged, s.choice`)} AS json FROM page s ORDER BY s.id DESC`,
    where.params,
  );
  return rows.map(({ json }) => json);
}
