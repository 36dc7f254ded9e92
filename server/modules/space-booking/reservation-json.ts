import { userShort } from '#server/lib/user-json.ts';

const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const named = (table: string, column: string) => `(SELECT ${row('seen.id, seen.name')} FROM ${table} seen
  WHERE seen.organisation_id = r.organisation_id AND seen.id = r.${column})`;

/**
 * SQL: the phase of the reservation behind the alias, at the moment of the transaction. What is walked into begins at
 * the stamp of the transaction that answers it, which is later than its `now()`: in use goes by the clock itself.
 */
export const phaseOf = (r: string) => `CASE
  WHEN ${r}.state IN ('cancelled', 'released') THEN ${r}.state
  WHEN ${r}.state = 'checked_out' OR ${r}.ends <= now() THEN 'over'
  WHEN ${r}.state = 'checked_in' AND ${r}.starts <= clock_timestamp() THEN 'in-use'
  WHEN ${r}.approval = 'awaiting' THEN 'awaiting-approval'
  WHEN ${r}.starts <= now() THEN 'running' ELSE 'upcoming' END`;

/** SQL: the rule in force for the room behind the alias, as a lateral row; the room's own before that of its type. */
export const ruleOf = (room: string) => `(SELECT law.* FROM booking_rule law
  WHERE law.organisation_id = ${room}.organisation_id AND (law.room_id = ${room}.id OR law.room_type_id = ${room}.room_type_id)
  ORDER BY law.room_id NULLS LAST LIMIT 1)`;

/** SQL: the same joined as `rule`, for questions about all rooms: there each rule is looked up once, not once a room. */
export const ruleJoined = (room: string) => `
  LEFT JOIN booking_rule own_rule
    ON own_rule.organisation_id = ${room}.organisation_id AND own_rule.room_id = ${room}.id
  LEFT JOIN booking_rule type_rule
    ON type_rule.organisation_id = ${room}.organisation_id AND type_rule.room_type_id = ${room}.room_type_id
  LEFT JOIN booking_rule rule
    ON rule.organisation_id = ${room}.organisation_id AND rule.id = coalesce(own_rule.id, type_rule.id)`;

const space = `(SELECT ${row(`room.id, room.name, room.description, room.reservable, room.capacity,
    ${row('kind.id, kind.name')} AS type,
    ${row(`storey.id, storey.name, ${row('house.id, house.name, house.code')} AS building`)} AS floor`)})`;

/** Notes and guests are for the person, who manages and nobody else; the title of what is private too. */
const sees = `(r.user_id = $2 OR $3::boolean)`;

/**
 * SQL: the reservations of `ids` ($1, a JSON array, none twice), each as `id` and as `json`, the text of the contract's
 * `reservation`. $2 is who looks, $3 whether they manage.
 */
export const reservationsJson = `
SELECT r.id, left(json_strip_nulls(${row(`r.id,
  CASE WHEN r.private AND NOT ${sees} THEN 'Busy' ELSE r.name END AS name,
  ${userShort('r', 'user_id')} AS user, ${space} AS room, ${named('center', 'center_id')} AS center,
  r.all_day AS "allDay", epoch_ms(r.starts) AS "startDate", epoch_ms(r.ends) AS "endDate",
  coalesce(house.time_zone, company.time_zone) AS "timeZone", coalesce(r.number_of_people, 1) AS "numberOfPeople",
  CASE WHEN ${sees} THEN r.notes ELSE '' END AS notes, r.private, r.state, ${phaseOf('r')} AS phase,
  r.state IN ('checked_in', 'checked_out') AS "checkedIn", r.state = 'checked_out' AS "checkedOut",
  r.state = 'cancelled' AS cancelled, r.cancellation_reason AS "cancellationReason",
  epoch_ms(r.checked_in_at) AS "checkedInAt", epoch_ms(r.checked_out_at) AS "checkedOutAt", r.approval,
  epoch_ms(r.starts - make_interval(mins => coalesce(rule.check_in_minutes, 15))) AS "checkInFrom",
  CASE WHEN r.state = 'booked' THEN epoch_ms(r.starts + make_interval(mins => rule.release_minutes)) END AS "releaseAt",
  r.buffer_before AS "bufferBefore", r.buffer_after AS "bufferAfter",
  (SELECT ${row('s.id, s.rule')} FROM booking_series s
   WHERE s.organisation_id = r.organisation_id AND s.id = r.series_id) AS series,
  ${userShort('r', 'created_by')} AS "createdBy",
  epoch_ms(r.date_created) AS "dateCreated", epoch_ms(r.date_updated) AS "dateUpdated"`)})::text, -1)
  -- As sent, with the nulls in it.
  || ',"guests":' || CASE WHEN ${sees} THEN r.guests::text ELSE '[]' END || '}' AS json
FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
JOIN reservation r ON r.organisation_id = current_organisation() AND r.id = given.id AND r.deleted_at IS NULL
JOIN room ON room.organisation_id = r.organisation_id AND room.id = r.room_id
JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
JOIN organisation company ON company.id = r.organisation_id
LEFT JOIN LATERAL ${ruleOf('room')} rule ON true`;
