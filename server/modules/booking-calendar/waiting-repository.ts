import type { Tx, WriteTx } from '#server/lib/database.ts';
import type { Freed } from './letter.ts';

const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const named = (table: string, column: string) => `(SELECT ${row('seen.id, seen.name')} FROM ${table} seen
  WHERE seen.organisation_id = w.organisation_id AND seen.id = w.${column})`;

/** The zone of what is waited for, or has become free: that of its building, else of the organisation. */
const zone = `(SELECT coalesce(house.time_zone, company.time_zone) FROM organisation company
  LEFT JOIN room space ON space.organisation_id = company.id AND space.id = coalesce(w.told_room_id, w.room_id)
  LEFT JOIN floor storey ON storey.organisation_id = company.id AND storey.id = coalesce(space.floor_id, w.floor_id)
  LEFT JOIN building house ON house.organisation_id = company.id AND house.id = coalesce(storey.building_id, w.building_id)
  WHERE company.id = w.organisation_id)`;

/** The contract's `waitingEntry` of the person ($1), of what has not ended; $2: one of them, or null. */
export const listWaiting = (tx: Tx, person: number, id: number | null = null): Promise<{ json: string }[]> =>
  tx.query(
    `SELECT json_strip_nulls(${row(`w.id, epoch_ms(w.starts) AS "startDate", epoch_ms(w.ends) AS "endDate", w.minutes,
       ${named('room', 'room_id')} AS room, ${named('building', 'building_id')} AS building,
       ${named('floor', 'floor_id')} AS floor, ${named('room_type', 'room_type_id')} AS type, w.people AS "numberOfPeople",
       ${zone} AS "timeZone",
       CASE WHEN w.told_at IS NULL THEN 'waiting' ELSE 'told' END AS state,
       CASE WHEN w.told_at IS NOT NULL THEN ${row(`epoch_ms(w.told_at) AS at, ${named('room', 'told_room_id')} AS room,
         epoch_ms(w.told_starts) AS "startDate", epoch_ms(w.told_ends) AS "endDate"`)} END AS told,
       epoch_ms(w.date_created) AS "dateCreated"`)})::text AS json
     FROM booking_waiting w
     WHERE w.organisation_id = current_organisation() AND w.user_id = $1 AND w.ends > now()
       AND ($2::bigint IS NULL OR w.id = $2)
     ORDER BY w.starts, w.id`,
    [person, id],
  );

export type NewEntry = {
  user: number;
  since: number;
  until: number;
  minutes: number | null;
  room: number | null;
  building: number | null;
  floor: number | null;
  type: number | null;
  people: number;
};

/** Takes out what has ended, of anybody, and counts what the person still waits for. */
export async function tidyWaiting(tx: WriteTx, person: number): Promise<number> {
  await tx.query(
    'DELETE FROM booking_waiting WHERE organisation_id = current_organisation() AND ends <= $1',
    [tx.stamp],
  );
  const [found] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM booking_waiting
     WHERE organisation_id = current_organisation() AND user_id = $1 AND told_at IS NULL`,
    [person],
  );
  return found!.count;
}

const entryColumns = `starts = $2 AND ends = $3 AND minutes IS NOT DISTINCT FROM $4 AND room_id IS NOT DISTINCT FROM $5
  AND building_id IS NOT DISTINCT FROM $6 AND floor_id IS NOT DISTINCT FROM $7 AND room_type_id IS NOT DISTINCT FROM $8
  AND people = $9`;
const values = (e: NewEntry) => [
  e.user,
  new Date(e.since),
  new Date(e.until),
  e.minutes,
  e.room,
  e.building,
  e.floor,
  e.type,
  e.people,
];

/** Whoever asks for the same again keeps their place. */
export async function sameWaiting(tx: WriteTx, entry: NewEntry): Promise<number | undefined> {
  const [found] = await tx.query<{ id: number }>(
    `SELECT id FROM booking_waiting WHERE organisation_id = current_organisation() AND user_id = $1
       AND told_at IS NULL AND ${entryColumns} ORDER BY id LIMIT 1`,
    values(entry),
  );
  return found?.id;
}

export async function insertWaiting(tx: WriteTx, entry: NewEntry): Promise<number> {
  const [stored] = await tx.query<{ id: number }>(
    `INSERT INTO booking_waiting (organisation_id, user_id, starts, ends, minutes, room_id, building_id, floor_id,
       room_type_id, people, date_created)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
    [...values(entry), tx.stamp],
  );
  return stored!.id;
}

export async function removeWaiting(tx: WriteTx, person: number, id: number): Promise<boolean> {
  const gone = await tx.query(
    `DELETE FROM booking_waiting WHERE organisation_id = current_organisation() AND user_id = $1 AND id = $2
     RETURNING id`,
    [person, id],
  );
  return gone.length > 0;
}

/** Which of the places named are not there, by the attribute that names them. */
export async function missingPlaces(tx: Tx, { room, building, floor, type }: NewEntry): Promise<string[]> {
  const [found] = await tx.query<{ missing: string[] }>(
    `SELECT array_remove(ARRAY[
       CASE WHEN $1::bigint IS NOT NULL AND NOT EXISTS (SELECT FROM room WHERE organisation_id = current_organisation()
         AND id = $1 AND deleted_at IS NULL) THEN 'room' END,
       CASE WHEN $2::bigint IS NOT NULL AND NOT EXISTS (SELECT FROM building
         WHERE organisation_id = current_organisation() AND id = $2 AND deleted_at IS NULL) THEN 'building' END,
       CASE WHEN $3::bigint IS NOT NULL AND NOT EXISTS (SELECT FROM floor
         WHERE organisation_id = current_organisation() AND id = $3 AND deleted_at IS NULL) THEN 'floor' END,
       CASE WHEN $4::bigint IS NOT NULL AND NOT EXISTS (SELECT FROM room_type
         WHERE organisation_id = current_organisation() AND id = $4 AND deleted_at IS NULL) THEN 'type' END], NULL)
       AS missing`,
    [room, building, floor, type],
  );
  return found!.missing;
}

/** Whether the space can be booked at all. */
export async function isBookable(tx: Tx, room: number): Promise<boolean> {
  const found = await tx.query(
    'SELECT FROM room WHERE organisation_id = current_organisation() AND id = $1 AND reservable',
    [room],
  );
  return found.length > 0;
}

/** What the letter says to who has been told; undefined when they have gone, or wait no more. */
export async function freedOf(tx: Tx, id: number): Promise<Freed | undefined> {
  const [found] = await tx.query<Freed>(
    `SELECT u.email, u.first_name AS name, room.id AS "roomId", room.name AS room, house.name AS building,
       coalesce(house.time_zone, company.time_zone) AS zone, epoch_ms(w.told_starts) AS since, epoch_ms(w.told_ends) AS until
     FROM booking_waiting w
     JOIN app_user u ON u.organisation_id = w.organisation_id AND u.id = w.user_id AND u.deleted_at IS NULL
     JOIN room ON room.organisation_id = w.organisation_id AND room.id = w.told_room_id
     JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
     JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
     JOIN organisation company ON company.id = w.organisation_id
     WHERE w.organisation_id = current_organisation() AND w.id = $1 AND w.told_ends > now()`,
    [id],
  );
  return found;
}
