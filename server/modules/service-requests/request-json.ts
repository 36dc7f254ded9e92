import { requestStatuses } from '#contract/service-requests.ts';
import { assetName } from '#server/lib/asset-json.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import { userShort } from '#server/lib/user-json.ts';
import { priorityColumns, typeColumns } from './catalogue-json.ts';

const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const list = (shown: string, from: string, order: string) =>
  `coalesce((SELECT json_agg((SELECT one FROM (SELECT ${shown}) one) ORDER BY ${order}) FROM ${from}), '[]')`;
const named = (table: string, column: string) => `(SELECT ${row('seen.id, seen.name')} FROM ${table} seen
  WHERE seen.organisation_id = r.organisation_id AND seen.id = r.${column})`;
const of = (alias: string) =>
  `${alias}.organisation_id = r.organisation_id AND ${alias}.service_request_id = r.id`;

/** SQL: the documents' requestStatus; the words are ours. */
const status = `CASE r.state ${Object.entries(requestStatuses)
  .map(
    ([state, { id, code, name }]) =>
      `WHEN '${state}' THEN '{"id":${id},"code":"${code}","name":"${name}"}'::json`,
  )
  .join(' ')} END`;

/** SQL: whether the request behind the alias is past due at the moment of the transaction. */
export const pastDue = (r: string) => `${r}.late_at IS NOT NULL AND ${r}.late_at < now()`;

/** SQL: what of a comment's row the viewer of `requestsJson` may read: $2 are centers, null: all. */
const seesInternal = (r: string) => `($2::bigint[] IS NULL OR ${r}.center_id = ANY ($2::bigint[]))`;

const answersJson = list(
  'field.id, field.code, field.name, answer.value',
  `service_request_value answer JOIN service_field field ON field.organisation_id = answer.organisation_id
     AND field.id = answer.service_field_id WHERE ${of('answer')}`,
  'field.sort_order, field.id',
);

/**
 * SQL: the requests of `ids` ($1, a JSON array, none twice), each as `id` and as `json`, the text of the contract's
 * `serviceRequest`. $2 are the centers in which the viewer works, null: all. Types, priorities, spaces and people
 * are looked up once for all requests: on a page of fifty most are there several times.
 */
export const requestsJson = `
WITH item AS MATERIALIZED (
  SELECT r.* FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
  JOIN service_request r ON r.id = given.id WHERE r.deleted_at IS NULL
), crew AS MATERIALIZED (
  SELECT p.* FROM item r JOIN service_operator p ON ${of('p')}
), people AS MATERIALIZED (
  SELECT mention.id, ${userShort('mention', 'id')} AS json FROM (
    SELECT organisation_id, requester_id AS id FROM item
    UNION SELECT organisation_id, created_by FROM item
    UNION SELECT organisation_id, user_id FROM crew
  ) mention WHERE mention.id IS NOT NULL
), kinds AS MATERIALIZED (
  SELECT t.id, ${row(typeColumns('t'))} AS json FROM (SELECT DISTINCT service_type_id AS id FROM item) used
  JOIN service_type t ON t.id = used.id
), urgencies AS MATERIALIZED (
  SELECT p.id, ${row(priorityColumns('p'))} AS json FROM (SELECT DISTINCT priority_id AS id FROM item) used
  JOIN priority p ON p.id = used.id
), spaces AS MATERIALIZED (
  SELECT room.id, ${row(`room.id, room.name, room.description, room.reservable, room.capacity,
    ${row('kind.id, kind.name')} AS type,
    ${row(`storey.id, storey.name, ${row('house.id, house.name, house.code')} AS building`)} AS floor`)} AS json
  FROM (SELECT DISTINCT room_id AS id FROM item) used
  JOIN room ON room.id = used.id
  JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
  JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
  JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
)
SELECT r.id, json_strip_nulls(${row(`r.id, ${status} AS "requestStatus", asker.json AS requester,
  true AS "requesterPrimaryContact",
  (SELECT ${row(`who.id, who.name, who.first_name AS "firstName", who.last_name AS "lastName", who.email, who.phone`)}
   FROM app_user who WHERE who.organisation_id = r.organisation_id AND who.id = r.requester_id) AS contact,
  kinds.json AS type, urgencies.json AS priority, spaces.json AS room, ${named('center', 'center_id')} AS center,
  epoch_ms(r.date_required) AS "dateRequired", r.operators_needed AS "totalOperatorsNeeded",
  coalesce((SELECT json_agg(member.json::jsonb || jsonb_build_object('status', p.status) ORDER BY p.date_created, p.user_id)
    FROM crew p JOIN people member ON member.id = p.user_id WHERE p.service_request_id = r.id), '[]') AS operators,
  r.asset_status AS "assetStatus", r.scheduled AS "scheduledTask", r.state = 'completed' AS completed,
  coalesce((SELECT json_agg(${attachmentJson('held', 'file_id')} ORDER BY held.file_id)
    FROM service_attachment held WHERE ${of('held')}), '[]') AS attachments,
  ${list('used.id, used.name, used.quantity', `service_supply used WHERE ${of('used')}`, 'used.id')} AS supplies,
  kinds.json -> 'fields' AS fields, ${answersJson} AS "fieldValue", ${answersJson} AS "valueFields",
  r.warning, epoch_ms(r.date_created) AS "dateCreated", epoch_ms(r.date_updated) AS "dateUpdated",
  CASE WHEN r.asset_id IS NOT NULL THEN json_build_object('id', r.asset_id, 'name', coalesce((SELECT ${assetName('thing')}
    FROM asset thing WHERE thing.organisation_id = r.organisation_id AND thing.id = r.asset_id), r.asset_name)) END AS asset,
  r.description, r.state, r.approval, epoch_ms(r.due_at) AS "dueAt", ${pastDue('r')} AS "pastDue",
  CASE WHEN NOT r.open THEN r.promise_met END AS "promiseMet",
  CASE WHEN r.state = 'hold' THEN json_build_object('reason', ${named('service_hold_reason', 'hold_reason_id')},
    'note', r.hold_note, 'since', epoch_ms(r.held_at)) END AS hold,
  epoch_ms(r.closed_at) AS "closedAt", r.closing_note AS "closingNote",
  ${attachmentJson('r', 'signature_id')} AS signature, r.signed_by AS "signedBy",
  CASE WHEN r.rating IS NOT NULL THEN json_build_object('stars', r.rating, 'comment', r.rating_comment,
    'at', epoch_ms(r.rated_at)) END AS rating,
  (SELECT count(*) FROM service_comment said WHERE ${of('said')}
     AND (NOT said.internal OR ${seesInternal('r')})) AS "commentCount",
  maker.json AS "createdBy"`)})::text AS json
FROM item r
JOIN kinds ON kinds.id = r.service_type_id
JOIN urgencies ON urgencies.id = r.priority_id
JOIN spaces ON spaces.id = r.room_id
LEFT JOIN people asker ON asker.id = r.requester_id
LEFT JOIN people maker ON maker.id = r.created_by`;
