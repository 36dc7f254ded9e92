import type { Tx } from '#server/lib/database.ts';

/** A booking as calendars know it; times in epoch milliseconds. */
export type CalendarEvent = {
  id: number;
  name: string;
  notes: string;
  guests: unknown;
  private: boolean;
  allDay: boolean;
  since: number;
  until: number;
  state: 'booked' | 'checked_in' | 'checked_out' | 'cancelled' | 'released';
  approval: string | null;
  removed: boolean;
  reason: string | null;
  sequence: number;
  updated: number;
  zone: string;
  room: string;
  floor: string;
  building: string;
  organiser: { id: number; name: string; email: string; gone: boolean };
  createdBy: number | null;
  updatedBy: number | null;
};

const columns = `r.id, r.name, r.notes, r.guests, r.private, r.all_day AS "allDay", epoch_ms(r.starts) AS since,
  epoch_ms(r.ends) AS until, r.state, r.approval, r.deleted_at IS NOT NULL AS removed, r.cancellation_reason AS reason,
  coalesce(revision.sequence, 0) AS sequence,
  epoch_ms(greatest(r.date_updated, room.date_updated, storey.date_updated, house.date_updated)) AS updated,
  coalesce(house.time_zone, company.time_zone) AS zone, room.name AS room, storey.name AS floor, house.name AS building,
  json_build_object('id', u.id, 'name', u.name, 'email', u.email, 'gone', u.deleted_at IS NOT NULL) AS organiser,
  r.created_by AS "createdBy", r.updated_by AS "updatedBy"`;
const joins = `JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
  JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
  JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
  JOIN organisation company ON company.id = r.organisation_id
  JOIN app_user u ON u.organisation_id = r.organisation_id AND u.id = r.user_id
  LEFT JOIN booking_revision revision ON revision.organisation_id = r.organisation_id AND revision.reservation_id = r.id`;

/** Bookings of any state, removed ones too: calendars have to be told that they are gone. */
export const loadEvents = (tx: Tx, ids: readonly number[]): Promise<CalendarEvent[]> =>
  tx.query(
    `SELECT ${columns} FROM reservation r ${joins}
     WHERE r.organisation_id = current_organisation() AND r.id = ANY($1::bigint[]) ORDER BY r.starts, r.id`,
    [ids],
  );

export type FeedOf = { person: number | null; room: number | null };

/** What takes place between the two moments, of a person or in a space; the first so many. */
export const feedEvents = (
  tx: Tx,
  { person, room }: FeedOf,
  { since, until, most }: { since: number; until: number; most: number },
): Promise<CalendarEvent[]> =>
  tx.query(
    `SELECT ${columns} FROM reservation r ${joins}
     WHERE r.organisation_id = current_organisation() AND r.deleted_at IS NULL
       AND r.state NOT IN ('cancelled', 'released') AND r.ends > $3 AND r.starts < $4
       AND ${person === null ? 'r.room_id = $2 AND $1::bigint IS NULL' : 'r.user_id = $1 AND $2::bigint IS NULL'}
     ORDER BY r.starts, r.id LIMIT $5`,
    [person, room, new Date(since), new Date(until), most],
  );

/** When a booking of the person or in the space was last changed, cancelled or removed; epoch milliseconds. */
export async function lastChange(tx: Tx, { person, room }: FeedOf, since: number): Promise<number> {
  const [row] = await tx.query<{ at: number | null }>(
    `SELECT epoch_ms(max(r.date_updated)) AS at FROM reservation r
     WHERE r.organisation_id = current_organisation() AND r.ends > $3
       AND ${person === null ? 'r.room_id = $2 AND $1::bigint IS NULL' : 'r.user_id = $1 AND $2::bigint IS NULL'}`,
    [person, room, new Date(since)],
  );
  return row?.at ?? 0;
}

/** What the ids of our calendar entries end in, for the life of the database. */
export async function calendarDomain(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ name: string }>('SELECT name FROM calendar_domain');
  return row!.name;
}

/** The name of the person or of the space, for the head of the calendar. */
export async function nameOf(tx: Tx, { person, room }: FeedOf): Promise<string> {
  const [table, id] = person === null ? ['room', room] : ['app_user', person];
  const [row] = await tx.query<{ name: string }>(
    `SELECT name FROM ${table} WHERE organisation_id = current_organisation() AND id = $1`,
    [id],
  );
  return row?.name ?? '';
}
