import type { BuildingQuery, FloorQuery, RoomQuery, RoomTypeQuery } from '#contract/places.ts';
import type { ListQuery } from '#contract/wire.ts';
import { conditions, containing, feedStart } from '#server/lib/paging.ts';
import { nearSql } from './near.ts';
import { resources, type Kind } from './resources.ts';

export type Found = ReturnType<typeof conditions>;

const SHORT = 3;

function matching(kind: Kind, query: ListQuery): Found {
  const found = conditions(`it.organisation_id = current_organisation() AND ${resources[kind].living}`);
  return kind === 'state' ? found : found.add('it.date_updated > ?', feedStart(query));
}

/** Names are compared one by one: catalogues are short. */
function named(kind: Kind, query: ListQuery, expression = 'it.name'): Found {
  const pattern = query.search === undefined ? undefined : containing(query.search);
  return matching(kind, query).add(`fold(${expression}) LIKE fold(?)`, pattern);
}

/** SQL conditions on the building behind the alias, by where it is; pushes its values onto `params`. */
function whereabouts(b: string, query: BuildingQuery | RoomQuery, params: unknown[]): string[] {
  const { locationSearch, nearLatitude, nearLongitude } = query;
  const sql: string[] = [];
  if (locationSearch !== undefined)
    sql.push(`${b}.id = ANY(ARRAY(SELECT find_located($${params.push(locationSearch)})))`);
  if (nearLatitude !== undefined && nearLongitude !== undefined)
    sql.push(nearSql(b, nearLatitude, nearLongitude, params));
  return sql;
}

/** Trigrams begin at three characters; shorter texts match so much that reading on is as quick. */
const byTrigrams = (search: string | undefined, plain: string, indexed: string) =>
  search === undefined ? 'true' : [...search].length < SHORT ? plain : indexed;

const pattern = (search: string | undefined) => (search === undefined ? undefined : containing(search));

/**
 * A flag that is absent includes; both absent or true include everything, both false nothing. With one of
 * them false the records must have what the other names.
 */
function either(
  found: Found,
  [yes, no]: [boolean | undefined, boolean | undefined],
  has: string,
  hasOther: string,
) {
  if (yes !== false && no !== false) return found;
  if (yes === false && no === false) return found.when(true, 'false');
  return found.when(true, yes === false ? hasOther : has);
}

const roomsIn = (condition: string) => `EXISTS (SELECT FROM room r
  JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
  WHERE f.organisation_id = it.organisation_id AND f.building_id = it.id
    AND r.deleted_at IS NULL AND ${condition})`;

export function buildings(query: BuildingQuery): Found {
  const { search } = query;
  const found = matching('building', query)
    .add(
      byTrigrams(search, 'it.search_text LIKE fold(?)', 'it.id = ANY(ARRAY(SELECT find_buildings(?)))'),
      pattern(search),
    )
    .add('it.country_id = ANY(?)', query.country)
    .add('fold(it.city) LIKE fold(?)', pattern(query.city));
  either(
    found,
    [query.includeReservable, query.includeNonReservable],
    roomsIn('r.reservable'),
    roomsIn('NOT r.reservable'),
  );
  for (const condition of whereabouts('it', query, found.params)) found.when(true, condition);
  return found;
}

export const countries = (query: ListQuery): Found =>
  named('country', query, String.raw`it.name || E'\n' || it.alpha2_code`);

export const statesOf = (country: number, query: ListQuery): Found =>
  named('state', query, String.raw`it.name || E'\n' || it.code`).add('it.country_id = ?', country);

export const floors = (query: FloorQuery): Found =>
  named('floor', query).add('it.building_id = ANY(?)', query.buildingId);

/** A type is reservable when a room of it is. */
export function roomTypes(query: RoomTypeQuery): Found {
  const reservable = `EXISTS (SELECT FROM room r WHERE r.organisation_id = it.organisation_id
    AND r.room_type_id = it.id AND r.reservable AND r.deleted_at IS NULL)`;
  const found = named('roomType', query);
  either(found, [query.includeReservable, query.includeNonReservable], reservable, `NOT ${reservable}`);
  either(found, [query.includeOccupiable, query.includeNonOccupiable], 'it.occupiable', 'NOT it.occupiable');
  return query.includeParking === false ? found.when(true, 'NOT it.parking_space') : found;
}

const typeIs = (condition: string) => `EXISTS (SELECT FROM room_type k
  WHERE k.organisation_id = it.organisation_id AND k.id = it.room_type_id AND ${condition})`;

/** In the buildings for which the condition holds. */
const inBuildings = (condition: string) => `it.floor_id IN (SELECT f.id FROM floor f
  JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
  WHERE f.organisation_id = current_organisation() AND ${condition})`;

export function rooms(query: RoomQuery): Found {
  const { search, floorId, startDate, endDate } = query;
  const found = matching('room', query)
    .add(
      byTrigrams(search, 'fold(it.name) LIKE fold(?)', 'it.id = ANY(ARRAY(SELECT find_rooms(?)))'),
      pattern(search),
    )
    .add('it.capacity >= ?::double precision', query.numberOfPeople)
    .add('it.room_type_id = ANY(?)', query.type)
    .add('it.mail_stop_id = ANY(?)', query.mailStop)
    .add('it.floor_id = ANY(?)', floorId);
  if (floorId === undefined) found.add(inBuildings('b.id = ANY(?)'), query.buildingId);
  either(found, [query.includeReservable, query.includeNonReservable], 'it.reservable', 'NOT it.reservable');
  either(
    found,
    [query.includeOccupiable, query.includeNonOccupiable],
    typeIs('k.occupiable'),
    typeIs('NOT k.occupiable'),
  );
  if (query.includeParking === false) found.when(true, typeIs('NOT k.parking_space'));
  if (startDate !== undefined && endDate !== undefined) {
    const since = found.params.push(new Date(startDate));
    const until = found.params.push(new Date(endDate));
    found.when(
      true,
      `NOT EXISTS (SELECT FROM busy_rooms($${since}, $${until}) AS busy(id) WHERE busy.id = it.id)`,
    );
  }
  for (const condition of whereabouts('b', query, found.params)) found.when(true, inBuildings(condition));
  return found;
}
