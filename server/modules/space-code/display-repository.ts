import type { DisplayLink, DoorDisplay } from '#contract/space-code.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';

const columns = `d.id, json_build_object('id', room.id, 'name', room.name) AS room,
  epoch_ms(d.date_created) AS "dateCreated", epoch_ms(d.date_updated) AS "dateUpdated"`;

/** The links of displays, those of removed spaces left out. */
export const listDisplays = (tx: Tx, { rooms, id }: { rooms?: number[] | undefined; id?: number }) =>
  tx.query<DisplayLink>(
    `SELECT ${columns} FROM space_display d
     JOIN room ON room.organisation_id = d.organisation_id AND room.id = d.room_id AND room.deleted_at IS NULL
     WHERE d.organisation_id = current_organisation() AND ($1::bigint[] IS NULL OR d.room_id = ANY($1))
       AND ($2::bigint IS NULL OR d.id = $2) ORDER BY room.name COLLATE "und-x-icu", d.id`,
    [rooms ?? null, id ?? null],
  );

export async function roomExists(tx: Tx, id: number): Promise<boolean> {
  const found = await tx.query(
    'SELECT FROM room WHERE organisation_id = current_organisation() AND id = $1 AND deleted_at IS NULL',
    [id],
  );
  return found.length > 0;
}

/** Nothing when there is one already. */
export async function insertDisplay(
  tx: WriteTx,
  { room, by, hash }: { room: number; by: number; hash: Buffer },
): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO space_display (organisation_id, room_id, token_hash, created_by, date_created, date_updated)
     VALUES (current_organisation(), $1, $2, $3, $4, $4) ON CONFLICT DO NOTHING RETURNING id`,
    [room, hash, by, tx.stamp],
  );
  return row?.id;
}

export const renewDisplay = (tx: WriteTx, id: number, hash: Buffer) =>
  tx.query(
    `UPDATE space_display SET token_hash = $2, date_updated = $3
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, hash, tx.stamp],
  );

export const deleteDisplay = (tx: WriteTx, id: number) =>
  tx.query('DELETE FROM space_display WHERE organisation_id = current_organisation() AND id = $1', [id]);

/** Which space the link shows, and of which organisation. */
export async function findDisplay(db: Database, hash: Buffer) {
  const [row] = await db.named<{ organisation: number; room: number }>(
    'space-display',
    'SELECT * FROM find_space_display($1)',
    [hash],
  );
  return row;
}

/**
 * What a door shows. Who has the space is not said: a title that only repeats their name is left empty. Nothing is read
 * of other spaces.
 */
export async function doorOf(tx: Tx, room: number) {
  const [row] = await tx.named<{ json: Omit<DoorDisplay, 'code'> }>(
    'space-display-door',
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT epoch_ms(now()) AS now,
       json_build_object('name', room.name, 'type', kind.name, 'capacity', room.capacity,
         'reservable', room.reservable, 'floor', storey.name, 'building', house.name) AS space,
       here.zone AS "timeZone", epoch_ms(here.day_end) AS "dayEnd",
       coalesce((SELECT json_agg(json_build_object('startDate', epoch_ms(r.starts), 'endDate', epoch_ms(r.ends),
           'title', CASE WHEN r.private THEN 'Busy' WHEN btrim(r.name) = u.name THEN '' ELSE r.name END,
           'checkedIn', r.state = 'checked_in') ORDER BY r.starts)
         FROM held_between(ARRAY[room.id], now(), here.day_end) r
         JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = r.user_id
         WHERE r.ends > now() AND r.starts < here.day_end), '[]') AS bookings) one))) AS json
     FROM room
     JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
     JOIN organisation company ON company.id = room.organisation_id
     CROSS JOIN LATERAL (SELECT zone, (date_trunc('day', now() AT TIME ZONE zone) + interval '1 day') AT TIME ZONE zone
       AS day_end FROM (SELECT coalesce(house.time_zone, company.time_zone) AS zone) clock) here
     WHERE room.organisation_id = current_organisation() AND room.id = $1 AND room.deleted_at IS NULL`,
    [room],
  );
  return row?.json;
}
