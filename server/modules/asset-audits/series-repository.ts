import type { Database, Tx, WriteTx } from '#server/lib/database.ts';

export const zoneOf = async (tx: Tx): Promise<string> =>
  (
    await tx.query<{ zone: string }>(
      'SELECT time_zone AS zone FROM organisation WHERE id = current_organisation()',
    )
  )[0]!.zone;

export async function insertSeries(
  tx: WriteTx,
  rule: string,
  start: string,
  next: Date | null,
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO asset_audit_series (organisation_id, rule, local_start, next_at)
     VALUES (current_organisation(), $1, $2, $3) RETURNING id`,
    [rule, start, next],
  );
  return row!.id;
}
const which = 'organisation_id = current_organisation() AND id = $1';
export const updateSeries = (tx: WriteTx, id: number, rule: string, start: string, next: Date | null) =>
  tx.query(`UPDATE asset_audit_series SET rule = $2, local_start = $3, next_at = $4 WHERE ${which}`, [
    id,
    rule,
    start,
    next,
  ]);
export const endSeries = (tx: WriteTx, id: number) =>
  tx.query(`UPDATE asset_audit_series SET next_at = NULL WHERE ${which}`, [id]);

/** Times in epoch milliseconds, the start as the clocks say it; `last` is the campaign that the next one follows. */
export type DueSeries = {
  id: number;
  rule: string;
  start: string;
  zone: string;
  next: number;
  last: { id: number; name: string; note: string; occurs: number; due: number | null } | null;
};
export async function dueSeries(tx: WriteTx): Promise<DueSeries | undefined> {
  const [row] = await tx.query<DueSeries>(
    `SELECT e.id, e.rule, to_char(e.local_start, 'YYYY-MM-DD"T"HH24:MI:SS') AS start, o.time_zone AS zone,
       epoch_ms(e.next_at) AS next, (SELECT json_build_object('id', a.id, 'name', a.name, 'note', a.note,
         'occurs', epoch_ms(a.occurs_at), 'due', epoch_ms(a.due_at)) FROM asset_audit a
         WHERE a.organisation_id = e.organisation_id AND a.series_id = e.id ORDER BY a.occurs_at DESC LIMIT 1) AS last
     FROM asset_audit_series e JOIN organisation o ON o.id = e.organisation_id
     WHERE e.organisation_id = current_organisation() AND e.next_at <= $1 ORDER BY e.next_at, e.id LIMIT 1`,
    [tx.stamp],
  );
  return row;
}
export const wasMade = async (tx: WriteTx, id: number, occurs: number): Promise<boolean> =>
  (
    await tx.query(
      'SELECT FROM asset_audit WHERE organisation_id = current_organisation() AND series_id = $1 AND occurs_at = $2',
      [id, new Date(occurs)],
    )
  ).length > 0;

export const organisationsWithDueAudits = async (db: Database): Promise<number[]> =>
  (await db.query<{ id: number }>('SELECT organisations_with_due_audits() AS id')).map(({ id }) => id);
