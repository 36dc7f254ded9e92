import type { AvailabilityQuery, DayQuery } from '#contract/availability.ts';
import { conditions, containing } from '#server/lib/paging.ts';

type Whereabouts = Pick<
  DayQuery | AvailabilityQuery,
  'search' | 'buildingId' | 'floorId' | 'roomId' | 'type'
>;

/** Conditions on living, bookable rooms (room, storey, house) by where and what they are. */
export const bookable = (query: Whereabouts, ...params: unknown[]) =>
  conditions(
    // As a subquery it is asked once, not for each room.
    'room.organisation_id = (SELECT current_organisation()) AND room.deleted_at IS NULL AND room.reservable',
    ...params,
  )
    .add('room.id = ANY(?)', query.roomId)
    .add('room.room_type_id = ANY(?)', query.type)
    .add('room.floor_id = ANY(?)', query.floorId)
    .add('house.id = ANY(?)', query.floorId === undefined ? query.buildingId : undefined)
    .add('fold(room.name) LIKE fold(?)', query.search === undefined ? undefined : containing(query.search));

export const placed = `room
  JOIN floor storey ON storey.organisation_id = room.organisation_id AND storey.id = room.floor_id
  JOIN building house ON house.organisation_id = storey.organisation_id AND house.id = storey.building_id
  JOIN organisation company ON company.id = room.organisation_id`;
export const BY_PLACE = `house.name COLLATE "und-x-icu", house.id, storey.level NULLS LAST, storey.id,
  room.name COLLATE "und-x-icu", room.id`;

const row = (columns: string) => `row_to_json((SELECT one FROM (SELECT ${columns}) one))`;
/** Columns of the contract's `bookedSpace`. */
export const spaceColumns = `room.id, room.name, room.description, room.reservable, room.capacity,
  (SELECT ${row('kind.id, kind.name')} FROM room_type kind
   WHERE kind.organisation_id = room.organisation_id AND kind.id = room.room_type_id) AS type,
  ${row(`storey.id, storey.name, ${row('house.id, house.name, house.code')} AS building`)} AS floor,
  coalesce(house.time_zone, company.time_zone) AS "timeZone"`;
