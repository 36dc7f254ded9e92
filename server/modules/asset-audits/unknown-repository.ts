import type { UnknownTag, UnknownTagQuery } from '#contract/asset-audit-results.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, containing } from '#server/lib/paging.ts';
import { named, personOf, placeOf, spaceOf } from './rows-sql.ts';

/** The row that this label has in the inbox already; met on a walk of no campaign, as long as it is open. */
export async function findUnknown(tx: Tx, audit: number | null, tag: string): Promise<number | undefined> {
  const label = 'organisation_id = current_organisation() AND tag_key = fold($1)';
  const [row] =
    audit === null
      ? await tx.named<{ id: number }>(
          'asset-unknown-find-open',
          `SELECT id FROM asset_unknown_tag WHERE ${label} AND audit_id IS NULL AND state = 'open'`,
          [tag],
        )
      : await tx.named<{ id: number }>(
          'asset-unknown-find',
          `SELECT id FROM asset_unknown_tag WHERE ${label} AND audit_id = $2`,
          [tag, audit],
        );
  return row?.id;
}
/** One row a label: what was dismissed or resolved already stays so, and counts on. */
export async function noteUnknown(
  tx: WriteTx,
  audit: number | null,
  tag: string,
  { room, at, by, note }: { room: number; at: Date; by: number; note: string },
): Promise<{ id: number; scans: number }> {
  const known = await findUnknown(tx, audit, tag);
  const [row] =
    known === undefined
      ? await tx.named<{ id: number; scans: number }>(
          'asset-unknown-add',
          `INSERT INTO asset_unknown_tag (organisation_id, audit_id, tag, room_id, first_at, last_at, last_by, note)
           VALUES (current_organisation(), $1, $2, $3, $4, $4, $5, $6) RETURNING id, scans`,
          [audit, tag, room, at, by, note],
        )
      : await tx.named<{ id: number; scans: number }>(
          'asset-unknown-again',
          `UPDATE asset_unknown_tag SET scans = scans + 1, first_at = least(first_at, $2),
             room_id = CASE WHEN $2 >= last_at THEN $3 ELSE room_id END,
             last_by = CASE WHEN $2 >= last_at THEN $4 ELSE last_by END, last_at = greatest(last_at, $2),
             note = CASE WHEN $5 = '' THEN note ELSE $5 END
           WHERE organisation_id = current_organisation() AND id = $1 RETURNING id, scans`,
          [known, at, room, by, note],
        );
  return row!;
}

export type Tag = {
  id: number;
  audit: number | null;
  tag: string;
  room: number;
  lastBy: number;
  lastAt: Date;
  state: 'open' | 'resolved' | 'dismissed';
};
export async function readTag(tx: Tx, id: number): Promise<Tag | undefined> {
  const [row] = await tx.query<Tag>(
    `SELECT id, audit_id AS audit, tag, room_id AS room, last_by AS "lastBy", last_at AS "lastAt", state
     FROM asset_unknown_tag WHERE organisation_id = current_organisation() AND id = $1`,
    [id],
  );
  return row;
}
export const writeNote = (tx: WriteTx, id: number, note: string) =>
  tx.query(
    'UPDATE asset_unknown_tag SET note = $2 WHERE organisation_id = current_organisation() AND id = $1',
    [id, note],
  );
export const writePhotograph = (tx: WriteTx, id: number, file: number) =>
  tx.query(
    'UPDATE asset_unknown_tag SET photograph_id = $2 WHERE organisation_id = current_organisation() AND id = $1',
    [id, file],
  );
/** @throws AT622 when `by` scanned it in an audit */
export const decideTag = (
  tx: WriteTx,
  id: number,
  by: number,
  fate: { asset: number; reason?: undefined } | { asset?: undefined; reason: string },
) =>
  tx.query(
    `UPDATE asset_unknown_tag SET state = $2, asset_id = $3, reason = $4, decided_at = $5, decided_by = $6
     WHERE organisation_id = current_organisation() AND id = $1`,
    [
      id,
      fate.asset === undefined ? 'dismissed' : 'resolved',
      fate.asset ?? null,
      fate.reason ?? null,
      tx.stamp,
      by,
    ],
  );
/** The sightings of a tag are sightings of the asset that bears it. */
export const tieScans = (tx: WriteTx, id: number, asset: number) =>
  tx.query(
    'UPDATE asset_scan SET asset_id = $2 WHERE organisation_id = current_organisation() AND unknown_id = $1',
    [id, asset],
  );

const columns = `u.id, u.tag, u.state, ${named('asset_audit', 'u', 'audit_id')} AS audit, coalesce(${spaceOf('u', 'room_id')}, ${placeOf('u', 'room_id')}) AS room,
  u.scans, epoch_ms(u.first_at) AS "firstAt", epoch_ms(u.last_at) AS "lastAt", ${personOf('u', 'last_by')} AS by, u.note,
  CASE WHEN u.photograph_id IS NOT NULL THEN json_build_object('id', u.photograph_id,
    'downloadURL', '/external/api/rest/v2/files/' || u.photograph_id) END AS photograph,
  (SELECT json_build_object('id', a.id, 'name', coalesce((SELECT r.name FROM asset_audit_asset r
      WHERE r.organisation_id = a.organisation_id AND r.audit_id = u.audit_id AND r.asset_id = a.id),
      nullif(a.given_name, ''), m.name)) FROM asset a
    JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
    WHERE a.organisation_id = u.organisation_id AND a.id = u.asset_id) AS asset,
  u.reason, ${personOf('u', 'decided_by')} AS "decidedBy", epoch_ms(u.decided_at) AS "decidedAt"`;
type Wanted = Partial<UnknownTagQuery> & { id?: number };
/** @param audits those whose tags the caller sees; undefined: all */
function matching({ id, state, auditId, search }: Wanted, audits: number[] | undefined) {
  const where = conditions('u.organisation_id = current_organisation()');
  where.add('u.id = ?', id);
  where.add('u.audit_id = ANY(?)', audits);
  where.add('u.state = ANY(?)', state);
  where.add('u.audit_id = ANY(?)', auditId);
  return where.add('u.tag_key LIKE fold(?)', search === undefined ? undefined : containing(search));
}
/** The newest first. */
export async function listTags(tx: Tx, query: Wanted, audits: number[] | undefined): Promise<UnknownTag[]> {
  const where = matching(query, audits);
  const rows = await tx.query<{ json: UnknownTag }>(
    `WITH page AS MATERIALIZED (SELECT u.* FROM asset_unknown_tag u WHERE ${where.sql}
       ORDER BY u.id DESC LIMIT ${Number(query.limit ?? 5000)} OFFSET ${Number(query.startAt ?? 0)})
     SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${columns}) one))) AS json FROM page u ORDER BY u.id DESC`,
    where.params,
  );
  return rows.map(({ json }) => json);
}
export async function countTags(tx: Tx, query: Wanted, audits: number[] | undefined): Promise<number> {
  const where = matching(query, audits);
  const sql = `SELECT count(*) AS count FROM asset_unknown_tag u WHERE ${where.sql}`;
  return (await tx.query<{ count: number }>(sql, where.params))[0]!.count;
}
