import { numberIn, textIn } from '#src/lib/address.ts';

/** What the address of a list holds. Read by routes, hence without the contract's schemas. */
export type BuildingSearch = {
  search?: string;
  country?: number;
  city?: string;
  /** Degrees; both or neither. */
  lat?: number;
  lon?: number;
  sort?: string;
};
export type SpaceKind = 'occupiable' | 'not-occupiable' | 'parking';
export type SpaceSearch = {
  search?: string;
  building?: number;
  floor?: number;
  type?: number;
  capacity?: number;
  reservable?: boolean;
  kind?: SpaceKind;
  stop?: number;
  sort?: string;
  /** The space that is open beside the list. */
  space?: number;
};

export const buildingSorts = ['name', 'code', 'address.city', 'address.country.name'] as const;
export const spaceSorts = [
  'name',
  'floor.building.name',
  'floor.level',
  'type.name',
  'capacity',
  'reservable',
  'mailStop.name',
] as const;
export const spaceKinds: readonly SpaceKind[] = ['occupiable', 'not-occupiable', 'parking'];

const LONGEST = 200;
type Raw = Record<string, unknown>;

const text = (value: unknown) => {
  const said = textIn(value).trim();
  return said.slice(0, LONGEST) || undefined;
};
const whole = (value: unknown, least = 1) => {
  const number = numberIn(value);
  return value !== null && Number.isSafeInteger(number) && number >= least ? number : undefined;
};
const degrees = (value: unknown, most: number) => {
  const number = numberIn(value);
  return Math.abs(number) <= most ? number : undefined;
};
const flag = (value: unknown) =>
  value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
const order = (value: unknown, known: readonly string[]) => {
  const said = text(value);
  return said !== undefined && known.includes(said.replace(/^-/, '')) ? said : undefined;
};

const present = <T extends object>(values: { [K in keyof T]: T[K] | undefined }) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readBuildingSearch(raw: Raw): BuildingSearch {
  const [lat, lon] = [degrees(raw.lat, 90), degrees(raw.lon, 180)];
  return present<BuildingSearch>({
    search: text(raw.search),
    country: whole(raw.country),
    city: text(raw.city),
    ...(lat !== undefined && lon !== undefined && { lat, lon }),
    sort: order(raw.sort, buildingSorts),
  });
}

export function readSpaceSearch(raw: Raw): SpaceSearch {
  const building = whole(raw.building);
  return present<SpaceSearch>({
    search: text(raw.search),
    building,
    floor: whole(raw.floor),
    type: whole(raw.type),
    capacity: whole(raw.capacity),
    reservable: flag(raw.reservable),
    kind: spaceKinds.find((kind) => kind === raw.kind),
    stop: whole(raw.stop),
    sort: order(raw.sort, spaceSorts),
    space: whole(raw.space),
  });
}

/** `-name` and the like as the grid understands it. */
export const sortOf = (sort: string | undefined) =>
  sort === undefined ? undefined : { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') };
