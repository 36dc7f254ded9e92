import type { Address, Building, Room } from '#contract/places.ts';

/** Said of a state or country as far as there is one. */
const nameOf = (place: object) => ('name' in place ? String(place.name) : '');

/** "1210 W Clay St, Houston, Texas 77019, United States", as far as it is known. */
export function addressLine({ street, city, postalCode, state, country }: Address): string {
  const region = [nameOf(state), postalCode].filter(Boolean).join(' ');
  return [street, city, region, nameOf(country)].filter(Boolean).join(', ');
}

export const countryName = ({ address }: Pick<Building, 'address'>) => nameOf(address.country);
export const stateName = ({ address }: Pick<Building, 'address'>) => nameOf(address.state);

/** "Tower · 3rd floor" */
export const placeLine = ({ floor }: Pick<Room, 'floor'>) => `${floor.building.name} · ${floor.name}`;

/** Where a person is shown. */
export const personPath = (person: number): string => `/people/${person}`;

/** Where the plan of a floor is shown. */
export const planPath = (floor: number): string => `/floors/${floor}`;
