import type { ScanAnswer } from '#contract/asset-audits.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { placeOf, rowJson } from './rows-sql.ts';

type Named = { id: number; name: string };
export type Space = Named & { floor: Named; building: Named };
/** An asset as the register has it, removed ones too. */
export type Registered = {
  id: number;
  asset: NonNullable<ScanAnswer['asset']>;
  room: Space | null;
  owner: Named | null;
  removed: boolean;
};
export async function readRegistered(tx: Tx, id: number): Promise<Registered | undefined> {
  const [row] = await tx.named<{ json: Registered }>(
    'asset-scan-registered',
    `SELECT row_to_json((SELECT one FROM (SELECT a.id, json_strip_nulls(json_build_object('id', a.id,
         'name', coalesce(nullif(a.given_name, ''), m.name), 'localUID', nullif(a.local_uid, ''),
         'serialNumber', nullif(a.serial_number, ''), 'model', m.name, 'type', t.name)) AS asset,
       CASE WHEN EXISTS (SELECT FROM room r WHERE r.organisation_id = a.organisation_id AND r.id = a.room_id
         AND r.deleted_at IS NULL) THEN ${placeOf('a', 'room_id')} END AS room,
       (SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u
         WHERE u.organisation_id = a.organisation_id AND u.id = a.owner_id) AS owner,
       a.deleted_at IS NOT NULL AS removed) one)) AS json
     FROM asset a JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
     JOIN asset_type t ON t.organisation_id = m.organisation_id AND t.id = m.asset_type_id
     WHERE a.organisation_id = current_organisation() AND a.id = $1`,
    [id],
  );
  return row?.json;
}

/** The space one stands in. */
export async function readSpace(tx: Tx, room: number): Promise<Space | undefined> {
  const [row] = await tx.named<{ json: Space }>(
    'asset-scan-space',
    `SELECT ${placeOf('r', 'id')} AS json FROM room r
     WHERE r.organisation_id = current_organisation() AND r.id = $1 AND r.deleted_at IS NULL`,
    [room],
  );
  return row?.json;
}
/** Writes down that somebody scanned in the space, by the name it has. */
export const visitSpace = (tx: WriteTx, audit: number, space: Space, at: Date) =>
  tx.named(
    'asset-scan-visit',
    `INSERT INTO asset_audit_space AS s (organisation_id, audit_id, room_id, room, floor_id, floor, building_id, building,
       visited_at)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (organisation_id, audit_id, room_id) DO UPDATE SET visited_at = excluded.visited_at
     WHERE s.visited_at IS NULL`,
    [
      audit,
      space.id,
      space.name,
      space.floor.id,
      space.floor.name,
      space.building.id,
      space.building.name,
      at,
    ],
  );

/** An asset's row in an audit. Times in epoch milliseconds. */
export type Row = {
  asset: number;
  expected: boolean;
  expectedRoom: Space | null;
  expectedRoomId: number | null;
  owner: Named | null;
  registerRoomId: number | null;
  placed: boolean;
  removed: boolean;
  damaged: boolean;
  moved: boolean;
  seen: { at: number; by: Named; room: Named } | null;
  told: NonNullable<ScanAnswer['asset']>;
};
export async function readRow(
  tx: Tx,
  audit: number,
  by: { asset: number } | { tag: string },
): Promise<Row | undefined> {
  const byAsset = 'asset' in by;
  const [row] = await tx.named<{ json: Row }>(
    `asset-scan-row-by-${byAsset ? 'asset' : 'tag'}`,
    `SELECT row_to_json((SELECT one FROM (SELECT r.asset_id AS asset, r.expected, ${placeOf('r', 'expected_room_id')} AS "expectedRoom",
       r.expected_room_id AS "expectedRoomId",
       CASE WHEN r.expected_owner_id IS NOT NULL THEN json_build_object('id', r.expected_owner_id,
         'name', coalesce(r.owner, '')) END AS owner,
       r.register_room_id AS "registerRoomId", r.placed_at IS NOT NULL AS placed, r.removed_at IS NOT NULL AS removed, r.damaged,
       r.expected AND r.placed_at IS NULL AND (r.register_room_id IS DISTINCT FROM r.expected_room_id
         OR r.register_owner_id IS DISTINCT FROM r.expected_owner_id) AS moved,
       CASE WHEN r.seen_at IS NOT NULL THEN json_build_object('at', epoch_ms(r.seen_at),
         'by', (SELECT json_build_object('id', u.id, 'name', u.name) FROM app_user u
           WHERE u.organisation_id = r.organisation_id AND u.id = r.seen_by),
         'room', (SELECT json_build_object('id', s.room_id, 'name', s.room) FROM asset_audit_space s
           WHERE s.organisation_id = r.organisation_id AND s.audit_id = r.audit_id AND s.room_id = r.seen_room_id)) END AS seen,
       ${rowJson(`r.asset_id AS id, r.name, r.tag AS "localUID", r.serial_number AS "serialNumber", r.model, r.type`)} AS told
     ) one)) AS json
     FROM asset_audit_asset r WHERE r.organisation_id = current_organisation() AND r.audit_id = $1
       AND ${byAsset ? 'r.asset_id = $2' : 'r.tag_key = fold($2)'} ORDER BY r.asset_id LIMIT 1`,
    [audit, 'asset' in by ? by.asset : by.tag],
  );
  return row?.json;
}

/** A sighting of what was not expected: as the register has it now. */
export const addUnexpected = (
  tx: WriteTx,
  audit: number,
  { asset, room, owner, removed }: Registered,
  seen: { at: Date; by: number; room: number; damaged: boolean },
) =>
  tx.named(
    'asset-scan-unexpected',
    `INSERT INTO asset_audit_asset (organisation_id, audit_id, asset_id, expected, expected_room_id, expected_owner_id, owner,
       name, tag, serial_number, model, type, seen_at, seen_by, seen_room_id, damaged, register_room_id, register_owner_id,
       removed_at)
     VALUES (current_organisation(), $1, $2, false, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $3, $4,
       CASE WHEN $15::boolean THEN $16::timestamptz END)`,
    [
      audit,
      asset.id,
      room?.id ?? null,
      owner?.id ?? null,
      owner?.name ?? null,
      asset.name,
      asset.localUID ?? null,
      asset.serialNumber ?? null,
      asset.model,
      asset.type,
      seen.at,
      seen.by,
      seen.room,
      seen.damaged,
      removed,
      tx.stamp,
    ],
  );
/** The sighting that counts from now on. What was put right for another space has to be put right again. */
export const moveSighting = (
  tx: WriteTx,
  audit: number,
  asset: number,
  seen: { at: Date; by: number; room: number },
) =>
  tx.named(
    'asset-scan-sighting',
    `UPDATE asset_audit_asset SET seen_at = $3, seen_by = $4,
       placed_at = CASE WHEN seen_room_id IS DISTINCT FROM $5::bigint THEN NULL ELSE placed_at END,
       placed_by = CASE WHEN seen_room_id IS DISTINCT FROM $5::bigint THEN NULL ELSE placed_by END, seen_room_id = $5
     WHERE organisation_id = current_organisation() AND audit_id = $1 AND asset_id = $2`,
    [audit, asset, seen.at, seen.by, seen.room],
  );
export const setDamaged = (tx: WriteTx, audit: number, asset: number, damaged: boolean) =>
  tx.query(
    `UPDATE asset_audit_asset SET damaged = $3
     WHERE organisation_id = current_organisation() AND audit_id = $1 AND asset_id = $2`,
    [audit, asset, damaged],
  );

/** How far a space is: expected there, and seen of these, wherever. */
export async function spaceCount(
  tx: Tx,
  audit: number,
  room: number,
): Promise<{ expected: number; seen: number }> {
  const [row] = await tx.named<{ expected: number; seen: number }>(
    'asset-scan-space-count',
    `SELECT expected, found + misplaced AS seen FROM asset_audit_count
     WHERE organisation_id = current_organisation() AND audit_id = $1 AND room_id = $2`,
    [audit, room],
  );
  return row ?? { expected: 0, seen: 0 };
}
