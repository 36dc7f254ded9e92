import { attachmentJson } from '#server/lib/attachment-json.ts';
import { userShort } from '#server/lib/user-json.ts';
import { modelColumns } from './catalogue-json.ts';

const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const named = (table: string, column: string) => `(SELECT ${row('known.id, known.name')} FROM ${table} known
  WHERE known.organisation_id = a.organisation_id AND known.id = a.${column})`;

/**
 * SQL: the assets of `ids` ($1, a JSON array, none twice), each as `id` and as `json`, the text of the contract's `asset`.
 * Models, spaces and people are looked up once for all: on a page of fifty most are there several times. What is known
 * wins over what was sent under the same name.
 */
export const assetsJson = `
WITH item AS MATERIALIZED (
  SELECT a.* FROM (SELECT value::bigint AS id FROM jsonb_array_elements_text($1::jsonb) OFFSET 0) given
  JOIN asset a ON a.id = given.id WHERE a.deleted_at IS NULL
), people AS MATERIALIZED (
  SELECT mention.id, ${userShort('mention', 'id')} AS json FROM (
    SELECT DISTINCT organisation_id, owner_id AS id FROM item WHERE owner_id IS NOT NULL) mention
), models AS MATERIALIZED (
  SELECT look.id, look.name, ${row(modelColumns('look'))} AS json
  FROM (SELECT DISTINCT asset_model_id AS id FROM item) used JOIN asset_model look ON look.id = used.id
), spaces AS MATERIALIZED (
  SELECT room.id, ${row(`room.id, room.name, room.description, room.reservable, room.capacity,
    ${row('kind.id, kind.name')} AS type,
    ${row(`storey.id, storey.name, ${row('house.id, house.name, house.code')} AS building`)} AS floor`)} AS json
  FROM (SELECT DISTINCT room_id AS id FROM item) used
  JOIN room ON room.id = used.id
  JOIN room_type kind ON kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id
  JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
  JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
  WHERE room.deleted_at IS NULL
)
SELECT a.id, (a.attributes || jsonb_strip_nulls(to_jsonb((SELECT one FROM (SELECT
  a.id, coalesce(a.given_name, models.name) AS name, models.json AS model, a.managed, a.active,
  coalesce(a.box_length, '') AS "boxLength", coalesce(a.title_location, '') AS "titleLocation",
  a.local_uid AS "localUID", a.serial_number AS "serialNumber", spaces.json AS room, people.json AS owner,
  epoch_ms(a.date_created) AS "dateCreated", epoch_ms(a.date_updated) AS "dateUpdated", a.condition,
  CASE WHEN a.seen_at IS NOT NULL THEN json_build_object('at', epoch_ms(a.seen_at), 'by', ${named('app_user', 'seen_by')},
    'room', ${named('room', 'seen_room_id')}) END AS seen,
  coalesce((SELECT json_agg(${attachmentJson('held', 'file_id')} ORDER BY held.file_id) FROM asset_image held
    WHERE held.organisation_id = a.organisation_id AND held.asset_id = a.id), '[]') AS images
) one))))::text AS json
FROM item a
JOIN models ON models.id = a.asset_model_id
LEFT JOIN spaces ON spaces.id = a.room_id
LEFT JOIN people ON people.id = a.owner_id`;
