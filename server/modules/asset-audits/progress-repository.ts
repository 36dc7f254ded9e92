import type { AuditFigures } from '#contract/asset-audits.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { OVER, personOf } from './rows-sql.ts';

type Named = { id: number; name: string };
/** A space of an audit with its figures; `id` null: with a person, or nobody knows where. */
export type SpaceFigures = {
  id: number | null;
  name: string;
  floor: Named;
  building: Named;
  visited: boolean;
  doneAt: number | null;
  doneBy: Named | null;
  figures: AuditFigures;
};

/** Every space of the audit, by building, floor and name. @param only these floors or this space alone */
export async function countSpaces(
  tx: Tx,
  audit: number,
  only: { floors?: number[] | undefined; room?: number },
): Promise<SpaceFigures[]> {
  return tx.query<SpaceFigures>(
    `WITH tags AS (SELECT room_id, count(*) AS unknown FROM asset_unknown_tag
       WHERE organisation_id = current_organisation() AND audit_id = $1 GROUP BY room_id)
     SELECT s.room_id AS id, coalesce(s.room, '') AS name, json_build_object('id', s.floor_id, 'name', s.floor) AS floor,
       json_build_object('id', s.building_id, 'name', s.building) AS building, s.visited_at IS NOT NULL AS visited,
       epoch_ms(s.done_at) AS "doneAt", ${personOf('s', 'done_by')} AS "doneBy",
       json_build_object('expected', coalesce(c.expected, 0), 'found', coalesce(c.found, 0),
         'misplaced', coalesce(c.misplaced, 0), 'missing', CASE WHEN ${OVER} THEN coalesce(c.unseen, 0) ELSE 0 END,
         'pending', CASE WHEN ${OVER} THEN 0 ELSE coalesce(c.unseen, 0) END,
         'removed', coalesce(c.removed, 0), 'unexpected', coalesce(c.unexpected, 0),
         'unknown', coalesce(t.unknown, 0)) AS figures
     FROM (SELECT * FROM asset_audit_space WHERE organisation_id = current_organisation() AND audit_id = $1) s
     FULL JOIN (SELECT * FROM asset_audit_count WHERE organisation_id = current_organisation() AND audit_id = $1) c
       ON c.room_id = s.room_id
     LEFT JOIN tags t ON t.room_id = s.room_id
     WHERE ($2::bigint[] IS NULL OR s.floor_id = ANY($2)) AND ($3::bigint IS NULL OR s.room_id = $3)
     ORDER BY s.building COLLATE "und-x-icu", s.building_id, s.floor COLLATE "und-x-icu", s.floor_id,
       s.room COLLATE "und-x-icu", s.room_id`,
    [audit, only.floors ?? null, only.room ?? null],
  );
}

/** Whose part a floor is. */
export async function auditorsOfFloors(tx: Tx, audit: number): Promise<Map<number, Named[]>> {
  const rows = await tx.query<{ floor: number } & Named>(
    `SELECT t.floor_id AS floor, u.id, coalesce(w.name, u.name) AS name FROM asset_audit_part t
     JOIN asset_audit_person w ON w.organisation_id = t.organisation_id AND w.audit_id = t.audit_id AND w.user_id = t.user_id
     JOIN app_user u ON u.organisation_id = t.organisation_id AND u.id = t.user_id
     WHERE t.organisation_id = current_organisation() AND t.audit_id = $1 ORDER BY u.name, u.id`,
    [audit],
  );
  const found = new Map<number, Named[]>();
  for (const { floor, id, name } of rows) found.set(floor, [...(found.get(floor) ?? []), { id, name }]);
  return found;
}

/** Marks a space as finished, or not. False: it is no space of the audit. */
export async function writeDone(
  tx: WriteTx,
  audit: number,
  room: number,
  by: number | null,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE asset_audit_space SET done_at = CASE WHEN $3::bigint IS NULL THEN NULL ELSE coalesce(done_at, $4::timestamptz) END,
       done_by = CASE WHEN $3::bigint IS NULL THEN NULL ELSE coalesce(done_by, $3) END
     WHERE organisation_id = current_organisation() AND audit_id = $1 AND room_id = $2 RETURNING room_id`,
    [audit, room, by, tx.stamp],
  );
  return rows.length > 0;
}
