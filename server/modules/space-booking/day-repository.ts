import type { DayQuery } from '#contract/availability.ts';
import type { Tx } from '#server/lib/database.ts';
import type { Viewer } from './filters.ts';
import { phaseOf } from './reservation-json.ts';
import { bookable, BY_PLACE, placed, spaceColumns } from './space-filters.ts';

/**
 * The first moment of a day: a minute before midnight there is on every day, and a minute later the day has begun,
 * whatever the clocks do at midnight.
 */
const startOf = (date: string, zone: string) =>
  `((${date} - interval '1 minute') AT TIME ZONE ${zone} + interval '1 minute')`;
const ZONE = 'coalesce(house.time_zone, company.time_zone)';
const UNTIL = `($3::timestamp + make_interval(days => $4::integer))`;

/** Spaces with what is booked in them, as JSON text; one round trip. $1, $2: who looks; $3, $4: date and days. */
export async function daySheet(tx: Tx, query: DayQuery, viewer: Viewer): Promise<string> {
  const where = bookable(query, viewer.id, viewer.manages, query.date, query.days);
  const [row] = await tx.query<{ json: string }>(
    `WITH space AS MATERIALIZED (
       SELECT row_number() OVER (ORDER BY ${BY_PLACE}) AS place, ${spaceColumns},
         ${startOf('$3::timestamp', ZONE)} AS since, ${startOf(UNTIL, ZONE)} AS until
       FROM ${placed} WHERE ${where.sql}
       ORDER BY ${BY_PLACE} LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)}
     ), held AS MATERIALIZED (
       SELECT r.* FROM held_between(ARRAY(SELECT id FROM space),
         (SELECT min(since) FROM space), (SELECT max(until) FROM space)) r
     ), said AS (
       SELECT r.room_id, json_agg(json_strip_nulls(row_to_json((SELECT one FROM (SELECT r.id,
         CASE WHEN r.private AND r.user_id <> $1::bigint AND NOT $2::boolean THEN 'Busy' ELSE r.name END AS name,
         json_build_object('id', u.id, 'name', u.name) AS user, epoch_ms(r.starts) AS "startDate",
         epoch_ms(r.ends) AS "endDate", r.all_day AS "allDay", r.state, ${phaseOf('r')} AS phase,
         r.user_id = $1 AS mine, r.private, coalesce(r.number_of_people, 1) AS "numberOfPeople",
         r.buffer_before AS "bufferBefore", r.buffer_after AS "bufferAfter", r.series_id AS "seriesId",
         epoch_ms(r.date_updated) AS "dateUpdated") one))) ORDER BY r.starts) AS json
       FROM held r
       JOIN space ON space.id = r.room_id AND r.starts < space.until AND r.ends > space.since
       JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = r.user_id
       GROUP BY r.room_id
     )
     SELECT coalesce(string_agg(json_strip_nulls(row_to_json((SELECT one FROM (SELECT space.id, space.name,
       space.description, space.reservable, space.capacity, space.type, space.floor, space."timeZone",
       epoch_ms(space.since) AS "dayStart", epoch_ms(space.until) AS "dayEnd",
       coalesce(said.json, '[]') AS bookings) one)))::text, ',' ORDER BY space.place), '') AS json
     FROM space LEFT JOIN said ON said.room_id = space.id`,
    where.params,
  );
  return `{"date":"${query.date}","days":${query.days},"spaces":[${row!.json}]}`;
}
