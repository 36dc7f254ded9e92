import type { ScanAnswer } from '#contract/asset-audits.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

export { keepAnswer } from './scan-log-repository.ts';

export type Choice = 'placed' | 'left';
/** A scan, and what was chosen about it. */
export type Chosen = {
  id: number;
  audit: number | null;
  asset: number | null;
  room: number;
  at: Date;
  choice: Choice | null;
  fromRoom: number | null;
  answer: ScanAnswer;
};
export async function readScan(tx: Tx, id: number): Promise<Chosen | undefined> {
  const [row] = await tx.query<Omit<Chosen, 'answer'> & { answer: string }>(
    `SELECT id, audit_id AS audit, asset_id AS asset, room_id AS room, at, choice, from_room_id AS "fromRoom", answer
     FROM asset_scan WHERE organisation_id = current_organisation() AND id = $1`,
    [id],
  );
  return row && { ...row, answer: JSON.parse(row.answer) as ScanAnswer };
}

/** The space where somebody has seen the asset of a scan after it, if it is another. */
export async function seenSince(tx: Tx, { asset, room, at }: Chosen): Promise<string | undefined> {
  const [row] = await tx.query<{ name: string; room: number }>(
    `SELECT r.name, s.room_id AS room FROM asset_scan s
     JOIN room r ON r.organisation_id = s.organisation_id AND r.id = s.room_id
     WHERE s.organisation_id = current_organisation() AND s.asset_id = $1 AND s.at >= $2
     ORDER BY s.at DESC, s.id DESC LIMIT 1`,
    [asset, at],
  );
  return row && row.room !== room ? row.name : undefined;
}

export const isThere = async (tx: Tx, room: number | null): Promise<boolean> =>
  (
    await tx.query(
      'SELECT FROM room WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL',
      [room],
    )
  ).length > 0;

/** @param choice null: none any more @param from where the register had it before */
export const writeChoice = (
  tx: WriteTx,
  id: number,
  choice: Choice | null,
  by: number,
  from: number | null,
) =>
  tx.query(
    `UPDATE asset_scan SET choice = $2::text, chosen_at = CASE WHEN $2::text IS NOT NULL THEN $3::timestamptz END,
       chosen_by = CASE WHEN $2::text IS NOT NULL THEN $4::bigint END, from_room_id = $5
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, choice, tx.stamp, by, from],
  );
/** @param by null: it is not put right any more */
export const writePlaced = (tx: WriteTx, audit: number, asset: number, by: number | null) =>
  tx.query(
    `UPDATE asset_audit_asset SET placed_by = $3::bigint, placed_at = CASE WHEN $3::bigint IS NOT NULL THEN $4::timestamptz END
     WHERE organisation_id = current_organisation() AND audit_id = $1 AND asset_id = $2`,
    [audit, asset, by, tx.stamp],
  );
