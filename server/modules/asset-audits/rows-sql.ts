// SQL over `r` (asset_audit_asset) of the audit $1.
// Until an audit that has just been opened is in the statistics, the planner takes it for one row and joins by walking
// through all spaces for every asset. Hence no joins here, but sets that are read once.

const WALKED = `(SELECT a.walked_at FROM asset_audit a
  WHERE a.organisation_id = (SELECT current_organisation()) AND a.id = $1) IS NOT NULL`;
const IN_DONE_SPACE = `coalesce(r.expected_room_id IN (SELECT s.room_id FROM asset_audit_space s
  WHERE s.organisation_id = (SELECT current_organisation()) AND s.audit_id = $1 AND s.done_at IS NOT NULL), false)`;

/** The same as `auditAssetState` of the contract; a test holds the two together. */
export const STATE = `CASE WHEN r.standing <> 'unseen' THEN r.standing
  WHEN ${WALKED} OR ${IN_DONE_SPACE} THEN 'missing' ELSE 'pending' END`;

/** Of a space `s` of the audit: nobody looks there any more, what was not seen is missing. */
export const OVER = `(s.done_at IS NOT NULL OR ${WALKED})`;

/** `differenceOf` and `isUndecided` of the contract, over a column `state`. */
export const kindOf = (
  state: string,
) => `CASE WHEN ${state} IN ('missing', 'misplaced', 'unexpected') THEN ${state}
  WHEN ${state} = 'found' AND r.damaged THEN 'damaged' END`;
export const undecidedOf = (state: string) =>
  `(${kindOf(state)} IS NOT NULL AND r.decision IS NULL AND (r.placed_at IS NULL OR r.damaged))`;

const object = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
/** A person of the audit, by the name that was written down at closing. */
export const personOf = (of: string, column: string) => `(
  SELECT ${object('person.id, coalesce(noted.name, person.name) AS name')} FROM app_user person
  LEFT JOIN asset_audit_person noted ON noted.organisation_id = person.organisation_id
    AND noted.audit_id = ${of}.audit_id AND noted.user_id = person.id
  WHERE person.organisation_id = ${of}.organisation_id AND person.id = ${of}.${column})`;
export const named = (table: string, of: string, column: string) => `(
  SELECT ${object('named.id, named.name')} FROM ${table} named
  WHERE named.organisation_id = ${of}.organisation_id AND named.id = ${of}.${column})`;
/** The contract's `auditedSpace` of the audit. */
export const spaceOf = (of: string, column: string) => `(
  SELECT ${object(`space.room_id AS id, space.room AS name,
    json_build_object('id', space.floor_id, 'name', space.floor) AS floor,
    json_build_object('id', space.building_id, 'name', space.building) AS building`)}
  FROM asset_audit_space space WHERE space.organisation_id = ${of}.organisation_id AND space.audit_id = ${of}.audit_id
    AND space.room_id = ${of}.${column})`;
const noted = (
  column: string,
) => `(SELECT json_build_object('id', space.room_id, 'name', space.room) FROM asset_audit_space space
  WHERE space.organisation_id = r.organisation_id AND space.audit_id = r.audit_id AND space.room_id = r.${column})`;
/** The contract's `auditedSpace` of the register, where no audit has written it down. */
export const placeOf = (of: string, column: string) => `(
  SELECT ${object(`space.id, space.name, json_build_object('id', storey.id, 'name', storey.name) AS floor,
    json_build_object('id', house.id, 'name', house.name) AS building`)}
  FROM room space JOIN floor storey ON storey.organisation_id = space.organisation_id AND storey.id = space.floor_id
  JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
  WHERE space.organisation_id = ${of}.organisation_id AND space.id = ${of}.${column})`;

/** Whether the register said something else while people walked, not by the audit's own hand. */
export const MOVED = `(r.expected AND r.placed_at IS NULL AND (r.register_room_id IS DISTINCT FROM r.expected_room_id
  OR r.register_owner_id IS DISTINCT FROM r.expected_owner_id))`;

export const ASSET = object(
  `r.asset_id AS id, r.name, r.tag AS "localUID", r.serial_number AS "serialNumber", r.model, r.type`,
);
/** The contract's `auditRow`, over a column `state`. */
export const rowColumns = (state: string) => `${ASSET} AS asset, ${state} AS state, r.damaged,
  r.removed_at IS NOT NULL AS removed,
  coalesce(${spaceOf('r', 'expected_room_id')}, ${placeOf('r', 'expected_room_id')}) AS "expectedRoom",
  CASE WHEN r.expected_owner_id IS NOT NULL
    THEN json_build_object('id', r.expected_owner_id, 'name', coalesce(r.owner, '')) END AS owner,
  CASE WHEN r.seen_at IS NOT NULL THEN json_build_object('at', epoch_ms(r.seen_at), 'by', ${personOf('r', 'seen_by')},
    'room', ${spaceOf('r', 'seen_room_id')}) END AS seen,
  CASE WHEN ${MOVED} THEN json_build_object('room', coalesce(${noted('register_room_id')},
    ${named('room', 'r', 'register_room_id')}), 'owner', ${personOf('r', 'register_owner_id')}) END AS moved,
  CASE WHEN r.placed_at IS NOT NULL THEN json_build_object('at', epoch_ms(r.placed_at), 'by', ${personOf('r', 'placed_by')})
    END AS placed,
  CASE WHEN r.decision IS NOT NULL THEN json_build_object('decision', r.decision, 'reason', r.reason,
    'at', epoch_ms(r.decided_at), 'by', ${personOf('r', 'decided_by')}) END AS decision`;

export const rowJson = (columns: string) => `json_strip_nulls(${object(columns)})`;
