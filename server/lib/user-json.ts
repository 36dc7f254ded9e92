import { attachmentJson } from './attachment-json.ts';
import { defaultCostCenter, numberedCostCenters, otherCostCenters } from './cost-center-json.ts';

// SQL expressions that render people as JSON. Each is a scalar sub-select that stands on its own: no join is
// needed around it, it is null where the reference is null, and PostgreSQL evaluates it after ORDER BY and
// LIMIT, so for the rows of the page only. Aliases from outside must not be one of those used inside
// (person, person_type, space, storey, house, named, one).

/**
 * The contract's `userShort` of the person that `column` of the table alias `of` refers to; people who have
 * been removed are still shown, because history names them.
 * @example `SELECT m.id, ${userShort('m', 'to_user_id')} AS "toUser" FROM mail_item m`
 */
export const userShort = (of: string, column: string) => `(
  SELECT row_to_json(one) FROM (
    SELECT person.id, person.name, person.first_name AS "firstName", person.last_name AS "lastName",
      person.user_name AS "userName", person.email,
      row_to_json((SELECT one FROM (SELECT person_type.id, person_type.name) one)) AS "userType"
    FROM app_user person
    JOIN user_type person_type ON person_type.organisation_id = person.organisation_id
      AND person_type.id = person.user_type_id
    WHERE person.organisation_id = ${of}.organisation_id AND person.id = ${of}.${column}
  ) one)`;

const namedJson = (table: string, of: string, column: string, condition = '') => `(
  SELECT row_to_json(one) FROM (
    SELECT named.id, named.name FROM ${table} named
    WHERE named.organisation_id = ${of}.organisation_id AND named.id = ${of}.${column} ${condition}
  ) one)`;
const mailStopJson = (of: string) =>
  namedJson('mail_stop', of, 'mail_stop_id', 'AND named.deleted_at IS NULL');

/**
 * The space where the person behind the alias sits, with floor and building; {}
 * without a space, as the documents print it.
 */
const roomJson = (of: string) => `coalesce((
  SELECT row_to_json(one) FROM (
    SELECT space.id, space.name, space.description, space.reservable, space.capacity,
      (SELECT row_to_json(one) FROM (
        SELECT named.id, named.name, named.sort_order AS "sortOrder", named.hex_color AS "hexColor",
          named.occupiable, named.parking_space AS "parkingSpace"
        FROM room_type named
        WHERE named.organisation_id = space.organisation_id AND named.id = space.room_type_id
      ) one) AS type,
      ${mailStopJson('space')} AS "mailStop",
      row_to_json((SELECT one FROM (SELECT storey.id, storey.name,
        row_to_json((SELECT one FROM (SELECT house.id, house.name, house.code) one)) AS building
      ) one)) AS floor
    FROM room space
    JOIN floor storey ON storey.organisation_id = space.organisation_id AND storey.id = space.floor_id
    JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
    WHERE space.organisation_id = ${of}.organisation_id AND space.id = ${of}.room_id
      AND space.deleted_at IS NULL
  ) one), '{}')`;

const userTypeJson = (of: string) => `(
  SELECT row_to_json(one) FROM (
    SELECT named.id, named.name, named.fields, epoch_ms(named.date_created) AS "dateCreated",
      epoch_ms(named.date_updated) AS "dateUpdated"
    FROM user_type named
    WHERE named.organisation_id = ${of}.organisation_id AND named.id = ${of}.user_type_id
  ) one)`;

const plainUserJson = (u: string) => `json_strip_nulls(row_to_json((SELECT one FROM (SELECT
  ${u}.id, ${u}.name, ${u}.first_name AS "firstName", ${u}.last_name AS "lastName",
  ${u}.user_name AS "userName", ${u}.email, ${u}.phone, ${u}.extension, ${u}.mobile, ${u}.fax,
  ${u}.employee_id AS "employeeId", ${u}.job_title AS "jobTitle", ${u}.department, ${u}.company,
  ${u}.known_as AS "knownAs", ${u}.comments, ${u}.color, ${u}.floor_warden AS "floorWarden",
  ${u}.special_needs AS "specialNeeds", ${u}.site_admin AS "siteAdmin",
  epoch_ms(${u}.date_created) AS "dateCreated", epoch_ms(${u}.date_updated) AS "dateUpdated",
  ${userTypeJson(u)} AS "userType", ${mailStopJson(u)} AS "mailStop",
  ${namedJson('center', u, 'default_visitor_center_id')} AS "defaultVisitorCenter",
  ${roomJson(u)} AS room, ${defaultCostCenter(u)} AS "costCenter",
  ${otherCostCenters(u)} AS "costCenters",
  ${userShort(u, 'manager_id')} AS manager, ${attachmentJson(u, 'avatar_id')} AS image
) one)))`;

/**
 * The contract's `user` of the app_user row behind the alias; attributes without a value are left out. The
 * names of its cost centers are attributes whose number depends on the categories there are, hence joined on
 * as text.
 */
export const userJson = (u: string) => `(
  SELECT CASE WHEN numbered IS NULL THEN plain
    ELSE (left(plain::text, -1) || ',' || ltrim(numbered::text, '{ '))::json END
  FROM (SELECT ${plainUserJson(u)} AS plain, ${numberedCostCenters(u)} AS numbered OFFSET 0) both_parts)`;
