import { roomCostCenters } from './cost-center-json.ts';

// SQL expressions that render places as JSON, in the manner of user-json.ts: scalar expressions that need no join
// around them and are evaluated for the rows of the page only. Aliases from outside must not be one of those used
// inside (land, region, house, storey, kind, stop, one, item, held). Around a whole answer goes json_strip_nulls.

const object = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
const dates = (of: string) =>
  `epoch_ms(${of}.date_created) AS "dateCreated", epoch_ms(${of}.date_updated) AS "dateUpdated"`;

/** The contract's `country` of the row behind the alias. */
export const countryJson = (c: string) =>
  object(`${c}.id, ${c}.name, ${c}.default_selected AS "defaultSelected", ${c}.alpha2_code AS "alpha2Code",
    ${c}.alpha2_code AS "isoCode", ${c}.subdivision_category_name AS "subdivisionCategoryName"`);

/** A hidden country is still shown where it is referred to. */
const countryOf = (of: string) => `coalesce((SELECT ${countryJson('land')} FROM country land
  WHERE land.organisation_id = ${of}.organisation_id AND land.id = ${of}.country_id), '{}')`;

/** The contract's `state`. No state is preselected: the catalogue has no such mark. */
export const stateJson = (s: string) =>
  object(`${s}.id, ${s}.code, ${s}.name, false AS "defaultSelected", ${s}.category_name AS "categoryName",
    ${countryOf(s)} AS country`);

const stateOf = (of: string) => `coalesce((SELECT ${stateJson('region')} FROM state region
  WHERE region.organisation_id = ${of}.organisation_id AND region.id = ${of}.state_id), '{}')`;

/** The contract's `building`. */
export const buildingJson = (b: string) =>
  object(`${b}.id, ${b}.name, ${b}.code, ${b}.metric, ${b}.time_zone AS "timeZone",
    ${object(`coalesce(${b}.street, '') AS street, coalesce(${b}.city, '') AS city,
      coalesce(${b}.postal_code, '') AS "postalCode", ${stateOf(b)} AS state, ${countryOf(b)} AS country`)} AS address,
    CASE WHEN ${b}.latitude IS NULL THEN '{}'::json
      ELSE json_build_object('latitude', ${b}.latitude, 'longitude', ${b}.longitude) END AS location,
    ${dates(b)}`);

/** The contract's `floor`. */
export const floorJson = (f: string) =>
  object(`${f}.id, ${f}.name, ${f}.area, ${f}.level, ${dates(f)},
    EXISTS (SELECT FROM floor_plan drawing
      WHERE drawing.organisation_id = ${f}.organisation_id AND drawing.floor_id = ${f}.id) AS "drawingAvailable",
    (SELECT ${buildingJson('house')} FROM building house
     WHERE house.organisation_id = ${f}.organisation_id AND house.id = ${f}.building_id) AS building`);

/** The contract's `roomType`. */
export const roomTypeJson = (t: string) =>
  object(`${t}.id, ${t}.name, ${t}.sort_order AS "sortOrder", ${t}.hex_color AS "hexColor", '{}'::json AS color,
    ${t}.occupiable, ${t}.parking_space AS "parkingSpace", ${dates(t)}`);

/** The contract's `room`, with its floor, building and cost centers. */
export const roomJson = (r: string) =>
  object(`${r}.id, ${r}.name, ${r}.description, ${r}.reservable, ${r}.capacity, ${dates(r)},
    (SELECT ${roomTypeJson('kind')} FROM room_type kind
     WHERE kind.organisation_id = ${r}.organisation_id AND kind.id = ${r}.room_type_id) AS type,
    (SELECT ${object('stop.id, stop.name')} FROM mail_stop stop
     WHERE stop.organisation_id = ${r}.organisation_id AND stop.id = ${r}.mail_stop_id
       AND stop.deleted_at IS NULL) AS "mailStop",
    ${roomCostCenters(r)} AS "costCenters",
    (SELECT ${floorJson('storey')} FROM floor storey
     WHERE storey.organisation_id = ${r}.organisation_id AND storey.id = ${r}.floor_id) AS floor`);
