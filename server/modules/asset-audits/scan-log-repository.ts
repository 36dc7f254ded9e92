import type { ScanAnswer, ScanResult } from '#contract/asset-audits.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';

export type NewScan = {
  audit: number | null;
  asset: number | null;
  unknown: number | null;
  code: string;
  room: number;
  at: Date;
  by: number;
  clientId: string | null;
  result: ScanResult;
  note: string;
  damaged: boolean;
};
export async function insertScan(tx: WriteTx, scan: NewScan): Promise<number> {
  const [row] = await tx.named<{ id: number }>(
    'asset-scan-insert',
    `INSERT INTO asset_scan (organisation_id, audit_id, asset_id, unknown_id, code, room_id, at, noted_at, scanned_by, client_id,
       result, note, damaged)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
    [
      scan.audit,
      scan.asset,
      scan.unknown,
      scan.code,
      scan.room,
      scan.at,
      tx.stamp,
      scan.by,
      scan.clientId,
      scan.result,
      scan.note,
      scan.damaged,
    ],
  );
  return row!.id;
}
export const keepAnswer = (tx: WriteTx, id: number, answer: ScanAnswer) =>
  tx.named(
    'asset-scan-answer',
    'UPDATE asset_scan SET answer = $2 WHERE organisation_id = current_organisation() AND id = $1',
    [id, JSON.stringify(answer)],
  );

/** What was answered to this sighting when it was noted: by its client's id, or the same within a second. */
export async function findRepeat(
  tx: Tx,
  by: number,
  clientId: string | null,
  same:
    | { audit: number | null; asset: number | null; unknown: number | null; room: number; at: Date }
    | undefined,
): Promise<ScanAnswer | undefined> {
  const of = same?.asset != null ? 'asset' : 'unknown';
  const [row] = same
    ? await tx.named<{ answer: string }>(
        `asset-scan-same-${of}`,
        `SELECT answer FROM asset_scan WHERE organisation_id = current_organisation() AND ${of}_id = $5
           AND at BETWEEN $4::timestamptz - interval '1 second' AND $4::timestamptz + interval '1 second'
           AND scanned_by = $1 AND room_id = $2 AND audit_id IS NOT DISTINCT FROM $3::bigint ORDER BY at DESC LIMIT 1`,
        [by, same.room, same.audit, same.at, same.asset ?? same.unknown],
      )
    : await tx.named<{ answer: string }>(
        'asset-scan-client',
        `SELECT answer FROM asset_scan
         WHERE organisation_id = current_organisation() AND scanned_by = $1 AND client_id = $2`,
        [by, clientId],
      );
  return row && { ...(JSON.parse(row.answer) as ScanAnswer), repeated: true };
}

export const nameOf = async (tx: Tx, person: number): Promise<string> =>
  (
    await tx.named<{ name: string }>(
      'asset-scan-person',
      'SELECT name FROM app_user WHERE organisation_id = current_organisation() AND id = $1',
      [person],
    )
  )[0]!.name;
