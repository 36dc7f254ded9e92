import type { Building, Room } from '#contract/places.ts';
import * as m from '#messages';
import type { CsvTable } from '#src/lib/csv-download.ts';
import { pointOf } from './distance.ts';
import { countryName, stateName } from './whereabouts.ts';

const yesNo = (flag: boolean) => (flag ? m.places_yes() : m.places_no());

export const buildingTable = (buildings: Building[]): CsvTable => ({
  head: [
    m.places_name(),
    m.places_code(),
    m.places_street(),
    m.places_postal_code(),
    m.places_city(),
    m.places_state(),
    m.places_country(),
    m.places_latitude(),
    m.places_longitude(),
    m.places_time_zone(),
  ],
  rows: buildings.map((building) => {
    const { name, code = '', address, timeZone = '' } = building;
    const point = pointOf(building);
    return [
      name,
      code,
      address.street,
      address.postalCode,
      address.city,
      stateName(building),
      countryName(building),
      point?.latitude ?? '',
      point?.longitude ?? '',
      timeZone,
    ];
  }),
});

export const spaceTable = (spaces: Room[]): CsvTable => ({
  head: [
    m.places_name(),
    m.places_building(),
    m.places_floor(),
    m.places_type(),
    m.places_capacity(),
    m.places_reservable(),
    m.places_occupiable(),
    m.places_parking(),
    m.places_mail_stop(),
    m.places_cost_centers(),
    m.places_description(),
  ],
  rows: spaces.map(({ name, floor, type, capacity, reservable, mailStop, costCenters, description }) => [
    name,
    floor.building.name,
    floor.name,
    type.name,
    capacity ?? '',
    yesNo(reservable),
    yesNo(type.occupiable),
    yesNo(type.parkingSpace),
    mailStop?.name ?? '',
    costCenters.map((center) => center.name).join('; '),
    description,
  ]),
});
