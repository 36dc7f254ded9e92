import type { RoomType } from '#contract/places.ts';
import type { Query } from './api.ts';
import { type BuildingSearch, sortOf, type SpaceSearch } from './search.ts';

const ordered = (sort: string | undefined): Query => {
  const { id, desc } = sortOf(sort) ?? { id: 'name', desc: false };
  return { orderBy: id, ...(desc && { orderByType: 'desc' }) };
};

/** The buildings of an address, as the API asks for them; every word may stand anywhere in name, code or address. */
export const buildingQuery = ({ search, country, city, lat, lon, sort }: BuildingSearch): Query => ({
  locationSearch: search,
  country,
  city,
  nearLatitude: lat,
  nearLongitude: lon,
  ...ordered(sort),
});

/** No type has this id: the list is empty, as it should be where no type fits. */
const NO_TYPE = 0;

/** The types to ask for: one, those that are for parking, or both at once. */
function typesWanted({ type, kind }: SpaceSearch, types: readonly RoomType[]) {
  if (kind !== 'parking') return type;
  const parking = types.filter(({ id, parkingSpace }) => parkingSpace && (type === undefined || id === type));
  return parking.map(({ id }) => id).join(',') || NO_TYPE;
}

/** The spaces of an address, as the API asks for them. */
export const spaceQuery = (search: SpaceSearch, types: readonly RoomType[]): Query => ({
  search: search.search,
  buildingId: search.building,
  floorId: search.floor,
  type: typesWanted(search, types),
  numberOfPeople: search.capacity,
  ...(search.reservable === true && { includeNonReservable: false }),
  ...(search.reservable === false && { includeReservable: false }),
  ...(search.kind === 'occupiable' && { includeNonOccupiable: false }),
  ...(search.kind === 'not-occupiable' && { includeOccupiable: false }),
  mailStop: search.stop,
  ...ordered(search.sort),
});
