import {
  buildingJson,
  countryJson,
  floorJson,
  roomJson,
  roomTypeJson,
  stateJson,
} from '#server/lib/place-json.ts';
import type { Orderables } from '#server/lib/paging.ts';

/** A list of places: rows of `table it`, which of them live, how they are answered and ordered. */
export type Resource = { table: string; living: string; json: string; orderables: Orderables };

const words = (expression: string) => `${expression} COLLATE "und-x-icu"`;
const of = (table: string, column: string, reference: string) =>
  `(SELECT ${column} FROM ${table} WHERE organisation_id = it.organisation_id AND id = it.${reference})`;
const common = {
  id: 'it.id',
  name: words('it.name'),
  dateCreated: 'it.date_created',
  dateUpdated: 'it.date_updated',
};
const addressed = (b: string, prefix: string): Orderables => ({
  [`${prefix}address.street`]: words(`${b}.street`),
  [`${prefix}address.city`]: words(`${b}.city`),
  [`${prefix}address.postalCode`]: words(`${b}.postal_code`),
});
const ofFloor = (column: string) => `(SELECT ${column} FROM floor f
  JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
  WHERE f.organisation_id = it.organisation_id AND f.id = it.floor_id)`;

const undeleted = 'it.deleted_at IS NULL';
export const resources = {
  building: {
    table: 'building',
    living: undeleted,
    json: buildingJson('it'),
    orderables: {
      ...common,
      code: words('it.code'),
      metric: 'it.metric',
      timeZone: 'it.time_zone',
      'location.latitude': 'it.latitude',
      'location.longitude': 'it.longitude',
      ...addressed('it', ''),
      'address.state.id': 'it.state_id',
      'address.state.code': of('state', 'code', 'state_id'),
      'address.state.name': words(of('state', 'name', 'state_id')),
      'address.country.id': 'it.country_id',
      'address.country.name': words(of('country', 'name', 'country_id')),
    },
  },
  country: {
    table: 'country',
    living: 'NOT it.hidden',
    json: countryJson('it'),
    orderables: {
      ...common,
      alpha2Code: 'it.alpha2_code',
      isoCode: 'it.alpha2_code',
      defaultSelected: 'it.default_selected',
      subdivisionCategoryName: words('it.subdivision_category_name'),
    },
  },
  state: {
    table: 'state',
    living: 'true',
    json: stateJson('it'),
    orderables: { id: 'it.id', name: words('it.name'), code: 'it.code' },
  },
  floor: {
    table: 'floor',
    living: undeleted,
    json: floorJson('it'),
    orderables: {
      ...common,
      area: 'it.area',
      level: 'it.level',
      'building.id': 'it.building_id',
      'building.name': words(of('building', 'name', 'building_id')),
      'building.code': words(of('building', 'code', 'building_id')),
    },
  },
  room: {
    table: 'room',
    living: undeleted,
    json: roomJson('it'),
    orderables: {
      ...common,
      description: words('it.description'),
      reservable: 'it.reservable',
      capacity: 'it.capacity',
      'type.id': 'it.room_type_id',
      'type.name': words(of('room_type', 'name', 'room_type_id')),
      'type.sortOrder': of('room_type', 'sort_order', 'room_type_id'),
      'mailStop.id': 'it.mail_stop_id',
      'mailStop.name': words(of('mail_stop', 'name', 'mail_stop_id')),
      'floor.id': 'it.floor_id',
      'floor.name': words(ofFloor('f.name')),
      'floor.level': ofFloor('f.level'),
      'floor.building.id': ofFloor('b.id'),
      'floor.building.name': words(ofFloor('b.name')),
    },
  },
  roomType: {
    table: 'room_type',
    living: undeleted,
    json: roomTypeJson('it'),
    orderables: {
      ...common,
      sortOrder: 'it.sort_order',
      hexColor: 'it.hex_color',
      occupiable: 'it.occupiable',
      parkingSpace: 'it.parking_space',
    },
  },
} satisfies Record<string, Resource>;
export type Kind = keyof typeof resources;
