import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { Scope } from './audit-write-repository.ts';

/** The assets of a scope; $2 to $6 its buildings, floors, spaces, owners and types. A removed space is none. */
const CHOSEN = `SELECT a.organisation_id, a.id, a.owner_id, a.given_name, a.local_uid, a.serial_number, r.id AS at_room, r.name AS room, f.id AS floor_id, f.name AS floor, b.id AS building_id,
    b.name AS building, m.name AS model, t.name AS type
  FROM asset a
  JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
  JOIN asset_type t ON t.organisation_id = m.organisation_id AND t.id = m.asset_type_id
  LEFT JOIN room r ON r.organisation_id = a.organisation_id AND r.id = a.room_id AND r.deleted_at IS NULL
  LEFT JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
  LEFT JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
  WHERE a.organisation_id = (SELECT current_organisation()) AND a.deleted_at IS NULL
    AND ($1::boolean OR f.building_id = ANY($2) OR r.floor_id = ANY($3) OR r.id = ANY($4) OR a.owner_id = ANY($5))
    AND (cardinality($6::bigint[]) = 0 OR m.asset_type_id = ANY($6))`;

function paramsOf({ buildings, floors, spaces, owners, types }: Scope) {
  const everywhere = [buildings, floors, spaces, owners].every((ids) => ids.length === 0);
  return [everywhere, buildings, floors, spaces, owners, types];
}

/** What the scope would expect today. */
export async function countScope(tx: Tx, scope: Scope): Promise<{ assets: number; spaces: number }> {
  const [row] = await tx.query<{ assets: number; spaces: number }>(
    `SELECT count(*) AS assets, count(DISTINCT at_room) AS spaces FROM (${CHOSEN}) chosen`,
    paramsOf(scope),
  );
  return row!;
}

/** Freezes what is expected where, in one statement; answers how many assets that are. */
export async function takeSnapshot(tx: WriteTx, audit: number, scope: Scope): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `WITH chosen AS MATERIALIZED (${CHOSEN}), spaces AS (
       INSERT INTO asset_audit_space (organisation_id, audit_id, room_id, room, floor_id, floor, building_id, building)
       SELECT DISTINCT ON (at_room) organisation_id, $7::bigint, at_room, room, floor_id, floor, building_id, building
       FROM chosen WHERE at_room IS NOT NULL
     ), frozen AS (
       INSERT INTO asset_audit_asset (organisation_id, audit_id, asset_id, expected, expected_room_id, expected_owner_id,
         owner, name, tag, serial_number, model, type, register_room_id, register_owner_id)
       SELECT c.organisation_id, $7::bigint, c.id, true, c.at_room, c.owner_id, u.name, coalesce(nullif(c.given_name, ''), c.model),
         nullif(c.local_uid, ''), nullif(c.serial_number, ''), c.model, c.type, c.at_room, c.owner_id
       FROM chosen c LEFT JOIN app_user u ON u.organisation_id = c.organisation_id AND u.id = c.owner_id
       RETURNING 1
     )
     SELECT count(*) AS count FROM frozen`,
    [...paramsOf(scope), audit],
  );
  return row!.count;
}
