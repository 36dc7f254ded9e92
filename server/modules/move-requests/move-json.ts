import { roomJson } from '#server/lib/place-json.ts';
import { userShort } from '#server/lib/user-json.ts';

// SQL that renders moves. Aliases from outside must not be one of those used inside (land, region, house, storey, kind,
// stop, one, item, held, person, person_type, space, named).

export const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const dates = (of: string) =>
  `epoch_ms(${of}.date_created) AS "dateCreated", epoch_ms(${of}.date_updated) AS "dateUpdated"`;
export const statusColumns = (s: string) => `${s}.id, ${s}.code, ${s}.name, ${dates(s)}`;
export const typeColumns = (t: string) =>
  `${t}.id, ${t}.name, ${t}.type_code AS "typeCode", ${t}.equipment, ${t}.fields, ${dates(t)}`;
export const taskColumns = (t: string) => `${t}.id, ${t}.name, ${t}.fields, ${dates(t)},
  (SELECT ${row('kind.id, kind.name')} FROM service_type kind
   WHERE kind.organisation_id = ${t}.organisation_id AND kind.id = ${t}.service_type_id) AS "serviceType"`;

/** The contract's `movePlace` of the room behind the alias. */
export const placeColumns = (r: string) => `${r}.id, ${r}.name, (SELECT ${row(
  `storey.id, storey.name, ${row('house.id, house.name')} AS building`,
)} FROM floor storey JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
  WHERE storey.organisation_id = ${r}.organisation_id AND storey.id = ${r}.floor_id) AS floor`;

const personColumns = (
  u: string,
) => `${u}.id, ${u}.name, ${u}.first_name AS "firstName", ${u}.last_name AS "lastName",
  ${u}.user_name AS "userName", ${u}.email, ${u}.phone, ${u}.extension, ${u}.employee_id AS "employeeId", ${u}.color,
  ${u}.floor_warden AS "floorWarden", ${u}.special_needs AS "specialNeeds", ${dates(u)},
  (SELECT ${row(`kind.id, kind.name, kind.fields, ${dates('kind')}`)} FROM user_type kind
   WHERE kind.organisation_id = ${u}.organisation_id AND kind.id = ${u}.user_type_id) AS "userType",
  (SELECT ${row('stop.id, stop.name')} FROM mail_stop stop WHERE stop.organisation_id = ${u}.organisation_id
   AND stop.id = ${u}.mail_stop_id AND stop.deleted_at IS NULL) AS "mailStop"`;

/** SQL: whether a line of the checklist is done: ticked off, or its service request (alias `s`, may be null) completed. */
export const taskDone = (t: string, s: string) =>
  `(${t}.done_at IS NOT NULL OR coalesce(${s}.state = 'completed', false))`;

/** SQL: how an item is called: its person, what it was named, the new person, the asset, the type. */
export const itemName = (i: string, u: string, a: string, m: string, t: string) =>
  `coalesce(${u}.name, nullif(${i}.name, ''),
    nullif(trim(concat_ws(' ', ${i}.field_values ->> 'firstName', ${i}.field_values ->> 'lastName')), ''),
    ${a}.given_name, ${m}.name, ${t}.name)`;

/** SQL: where the person or thing of an item starts; what took effect says itself where that was (contract/move-effect.ts). */
export const startRoom = (i: string, u: string, a: string) =>
  `CASE WHEN ${i}.outcome IS NOT NULL THEN coalesce(${i}.outcome #>> '{space,before,id}',
      ${i}.outcome #>> '{assets,0,before,room,id}')::bigint
    WHEN ${i}.user_id IS NOT NULL THEN ${u}.room_id ELSE ${a}.room_id END`;

const ofRequest = (alias: string) =>
  `${alias}.organisation_id = r.organisation_id AND ${alias}.move_request_id = r.id`;

/**
 * SQL: the requests of `ids` ($1, a JSON array, none twice), each as `id` and as `json`, the text of the contract's
 * `moveRequest` without `allowed`, as a viewer sees it ($2 their id, $3 the centers where they work, null: all): whoever
 * merely moves along is shown what it changed for them and for nobody else. People, spaces and types are looked up once for all items. What was sent as a map of
 * tasks is put in as text: an answer of null there is one, and must not be stripped.
 */
export const requestsJson = `
WITH req AS MATERIALIZED (
  SELECT r.* FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
  JOIN move_request r ON r.id = given.id WHERE r.deleted_at IS NULL
), party AS MATERIALIZED (
  SELECT r.id FROM req r WHERE $3::bigint[] IS NULL OR r.requester_id = $2::bigint OR r.center_id = ANY ($3::bigint[])
    OR (SELECT bool_and(moves.manager_id IS NOT DISTINCT FROM $2::bigint) FROM move_item i
      JOIN app_user moves ON moves.organisation_id = i.organisation_id AND moves.id = i.user_id WHERE ${ofRequest('i')})
), sort AS MATERIALIZED (
  SELECT t.id, t.name, ${row(typeColumns('t'))} AS json FROM move_request_type t
), line AS MATERIALIZED (
  SELECT i.*, ${startRoom('i', 'u', 'a')} AS from_room_id, ${itemName('i', 'u', 'a', 'm', 'sort')} AS called,
    sort.json AS type_json,
    CASE WHEN a.id IS NOT NULL THEN ${row('a.id, coalesce(a.given_name, m.name) AS name')} END AS asset_json
  FROM req r JOIN move_item i ON ${ofRequest('i')}
  JOIN sort ON sort.id = i.move_request_type_id
  LEFT JOIN app_user u ON u.organisation_id = i.organisation_id AND u.id = i.user_id
  LEFT JOIN asset a ON a.organisation_id = i.organisation_id AND a.id = i.asset_id
  LEFT JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
), folk AS MATERIALIZED (
  SELECT who.id, ${row(personColumns('who'))} AS json
  FROM (SELECT user_id AS id FROM line UNION SELECT approved_by FROM req) mention
  JOIN app_user who ON who.id = mention.id
), goal AS MATERIALIZED (
  SELECT target.id, ${roomJson('target')} AS json,
    (SELECT count(*) FROM app_user sitter WHERE sitter.organisation_id = target.organisation_id
      AND sitter.room_id = target.id AND sitter.deleted_at IS NULL) < coalesce(target.capacity, 2147483647) AS free
  FROM (SELECT DISTINCT to_room_id AS id FROM line) mention JOIN room target ON target.id = mention.id
), origin AS MATERIALIZED (
  SELECT spot.id, ${row(placeColumns('spot'))} AS json
  FROM (SELECT DISTINCT from_room_id AS id FROM line) mention JOIN room spot ON spot.id = mention.id
), listed AS MATERIALIZED (
  SELECT line.move_request_id AS id, string_agg(left(json_strip_nulls(${row(`line.id, line.called AS name,
    line.type_json AS type, folk.json AS user, line.asset_json AS asset, origin.json AS "fromRoom",
    goal.json AS "toRoom", goal.free AS "toRoomAvailable"`)})::text, -1)
    || ',"fieldValues":' || line.field_values::text || ',"tasksValueMap":' || line.task_values::text
    || coalesce(CASE WHEN line.user_id = $2::bigint OR line.move_request_id IN (SELECT party.id FROM party)
      THEN ',"outcome":' || line.outcome::text END, '') || '}', ',' ORDER BY line.nth) AS json
  FROM line LEFT JOIN folk ON folk.id = line.user_id LEFT JOIN goal ON goal.id = line.to_room_id
  LEFT JOIN origin ON origin.id = line.from_room_id GROUP BY 1
), ticks AS MATERIALIZED (
  SELECT line.move_request_id AS id, count(*) AS total, count(*) FILTER (WHERE ${taskDone('c', 's')}) AS done
  FROM line JOIN move_item_task c ON c.organisation_id = line.organisation_id AND c.move_item_id = line.id
  LEFT JOIN service_request s ON s.organisation_id = c.organisation_id AND s.id = c.service_request_id
  GROUP BY 1
)
SELECT r.id, left(json_strip_nulls(${row(`r.id, epoch_ms(r.date) AS date, r.approved, approver.json AS "approvedBy",
  r.description,
  coalesce((SELECT json_agg(${row(`said.id, said.content, ${userShort('said', 'entered_by')} AS "enteredBy",
      epoch_ms(said.date_created) AS "dateCreated"`)} ORDER BY said.id)
    FROM move_comment said WHERE ${ofRequest('said')}), '[]') AS comments,
  ${row(statusColumns('state'))} AS status, ${dates('r')},
  ${userShort('r', 'requester_id')} AS requester, ${row('place.id, place.name')} AS center,
  epoch_ms(r.approved_at) AS "approvedAt", epoch_ms(r.archived_at) AS "archivedAt",
  epoch_ms(r.effected_at) AS "effectedAt",
  CASE WHEN r.failure IS NOT NULL THEN json_build_object('why', r.failure, 'at', epoch_ms(r.failed_at)) END AS failure,
  json_build_object('total', coalesce(ticks.total, 0), 'done', coalesce(ticks.done, 0)) AS tasks`)})::text, -1)
  || ',"items":[' || coalesce(listed.json, '') || ']}' AS json
FROM req r
JOIN move_status state ON state.organisation_id = r.organisation_id AND state.id = r.move_status_id
JOIN center place ON place.organisation_id = r.organisation_id AND place.id = r.center_id
LEFT JOIN folk approver ON approver.id = r.approved_by
LEFT JOIN listed ON listed.id = r.id
LEFT JOIN ticks ON ticks.id = r.id`;
