import type { InQuery } from '#contract/space-use.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing } from '#server/lib/paging.ts';
import { startOfDaySql, ZONE } from './sql-day.ts';

/**
 * Whoever has the caller’s manager, is that manager, or reports to the caller; where nobody says who manages whom, those
 * who share a cost center with the caller.
 */
const TEAM = `(u.id = $1 OR CASE WHEN (SELECT manager IS NOT NULL OR leads FROM self)
  THEN u.manager_id = (SELECT manager FROM self) OR u.id = (SELECT manager FROM self) OR u.manager_id = $1
  ELSE EXISTS (SELECT FROM user_cost_center theirs
    WHERE theirs.organisation_id = current_organisation() AND theirs.user_id = u.id
      AND theirs.item_id IN (SELECT mine.item_id FROM user_cost_center mine
        WHERE mine.organisation_id = current_organisation() AND mine.user_id = $1)) END)`;

const STATE = `CASE WHEN b.state = 'checked_out' THEN 'left'
  WHEN b.state = 'checked_in' THEN CASE WHEN b.ends <= now() THEN 'left' ELSE 'here' END
  WHEN b.ends <= now() THEN 'missed' ELSE 'expected' END`;

/**
 * Who has a booking on the day, the caller first and then by name, each with all of theirs, as JSON text; one round
 * trip. $1: the caller, $2: the day.
 */
export async function whoIsInOn(tx: Tx, query: InQuery, caller: number): Promise<string> {
  const where = conditions(`house.organisation_id = current_organisation()`, caller, query.day).add(
    'house.id = ANY(?)',
    query.buildingId,
  );
  const spaces = conditions('room.organisation_id = current_organisation()', ...where.params).add(
    'room.floor_id = ANY(?)',
    query.floorId,
  );
  const people = conditions('u.organisation_id = current_organisation()', ...spaces.params)
    .add('fold(u.name) LIKE fold(?)', query.search === undefined ? undefined : containing(query.search))
    .when(query.team, TEAM);
  const placed = query.buildingId !== undefined || query.floorId !== undefined;
  const [row] = await tx.query<{ json: string }>(
    `WITH self AS MATERIALIZED (
       SELECT u.manager_id AS manager, EXISTS (SELECT FROM app_user report WHERE report.manager_id = u.id
         AND report.organisation_id = u.organisation_id AND report.deleted_at IS NULL) AS leads
       FROM app_user u WHERE u.organisation_id = current_organisation() AND u.id = $1
     ), house AS MATERIALIZED (
       SELECT house.id, house.name, ${ZONE} AS zone, ${startOfDaySql('$2::timestamp', ZONE)} AS since,
         ${startOfDaySql(`($2::timestamp + interval '1 day')`, ZONE)} AS until
       FROM building house JOIN organisation company ON company.id = house.organisation_id WHERE ${where.sql}
     ), held AS MATERIALIZED (
       SELECT b.user_id, b.starts, b.id, ${STATE} AS state, b.all_day, b.ends, house.zone,
         room.id AS room, room.name AS room_name, storey.id AS storey, storey.name AS storey_name,
         house.id AS house, house.name AS house_name
       FROM bookings_between((SELECT min(since) FROM house), (SELECT max(until) FROM house)) b
       JOIN room ON room.id = b.room_id
       JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
       JOIN house ON house.id = storey.building_id AND b.starts < house.until AND b.ends > house.since
       WHERE b.taken AND ${spaces.sql}
     ), found AS MATERIALIZED (
       SELECT u.id, u.name, u.organisation_id, u.color, u.avatar_id, u.job_title, u.department, one.here
       FROM (SELECT user_id, bool_or(state = 'here') AS here FROM held GROUP BY user_id) one
       JOIN app_user u ON u.id = one.user_id WHERE ${people.sql}
     ), page AS MATERIALIZED (
       SELECT found.*, row_number() OVER (ORDER BY found.id <> $1, name COLLATE "und-x-icu", id) AS place FROM found
       ORDER BY place LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)}
     ), said AS MATERIALIZED (
       SELECT held.user_id, json_agg(json_build_object('id', held.id,
           'space', json_build_object('id', held.room, 'name', held.room_name,
             'floor', json_build_object('id', held.storey, 'name', held.storey_name,
               'building', json_build_object('id', held.house, 'name', held.house_name))),
           'startDate', epoch_ms(held.starts), 'endDate', epoch_ms(held.ends), 'allDay', held.all_day,
           'timeZone', held.zone, 'state', held.state) ORDER BY held.starts, held.id) AS bookings
       FROM held WHERE held.user_id = ANY (ARRAY(SELECT id FROM page)) GROUP BY held.user_id
     ), absent AS MATERIALIZED (
       SELECT u.id, u.name, u.organisation_id, u.color, u.avatar_id, u.job_title, u.department, leave.starts, leave.ends,
         leave.starts_at_noon, leave.ends_at_noon
       FROM leave JOIN app_user u ON u.organisation_id = leave.organisation_id AND u.id = leave.user_id
       WHERE leave.organisation_id = current_organisation() AND leave.state = 'approved' AND leave.ends >= $2::date
         AND leave.starts <= $2::date AND ${people.sql} ${
           placed
             ? `AND u.room_id IN (SELECT room.id FROM room
           JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
           JOIN house ON house.id = storey.building_id WHERE ${spaces.sql})`
             : ''
         }
       ORDER BY u.name COLLATE "und-x-icu", u.id, leave.starts LIMIT ${Number(query.limit)}
     )
     SELECT json_build_object('day', $2::date, 'count', (SELECT count(*) FROM found),
       'here', (SELECT count(*) FROM found WHERE here),
       'away', (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('id', gone.id, 'name', gone.name,
           'color', gone.color, 'image', ${attachmentJson('gone', 'avatar_id')}, 'jobTitle', gone.job_title,
           'department', gone.department, 'me', gone.id = $1, 'startDate', gone.starts, 'endDate', gone.ends,
           'startsAtNoon', gone.starts_at_noon, 'endsAtNoon', gone.ends_at_noon))
           ORDER BY gone.name COLLATE "und-x-icu", gone.id, gone.starts), '[]') FROM absent gone),
       'people', coalesce(json_agg(json_strip_nulls(json_build_object('id', page.id, 'name', page.name,
         'color', page.color, 'image', ${attachmentJson('page', 'avatar_id')}, 'jobTitle', page.job_title,
         'department', page.department, 'me', page.id = $1,
         'bookings', said.bookings)) ORDER BY place), '[]'))::text AS json
     FROM page JOIN said ON said.user_id = page.id`,
    people.params,
  );
  return row!.json;
}
