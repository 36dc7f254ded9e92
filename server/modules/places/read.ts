import type { BuildingQuery, FloorQuery, RoomQuery, RoomTypeQuery } from '#contract/places.ts';
import type { ListQuery } from '#contract/wire.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { buildings, countries, floors, rooms, roomTypes, statesOf, type Found } from './filters.ts';
import { countPlaces, findPlace, listPlaces } from './repository.ts';
import type { Kind } from './resources.ts';

/** @throws 400 for a window that ends before it begins */
function freeRooms(query: RoomQuery): Found {
  const { startDate, endDate } = query;
  if (startDate !== undefined && endDate !== undefined && endDate <= startDate)
    throw invalid('endDate', 'must be later than startDate');
  return rooms(query);
}

const filters = {
  building: buildings,
  country: countries,
  floor: floors,
  room: freeRooms,
  roomType: roomTypes,
};
export type Queries = {
  building: BuildingQuery;
  country: ListQuery;
  floor: FloorQuery;
  room: RoomQuery;
  roomType: RoomTypeQuery;
};
export type Listed = keyof typeof filters;

const filterOf = <K extends Listed>(kind: K, query: Queries[K]): Found =>
  (filters[kind] as (query: Queries[K]) => Found)(query);

/** A page as JSON text. @throws 400 */
export const placesOf = async <K extends Listed>(
  db: Database,
  caller: Caller,
  kind: K,
  query: Queries[K],
): Promise<string> => {
  const found = filterOf(kind, query);
  return db.read(caller.organisation, (tx) => listPlaces(tx, kind, found, query));
};

/** How many match, whatever page was asked for. @throws 400 */
export const placeCount = async <K extends Listed>(
  db: Database,
  caller: Caller,
  kind: K,
  query: Queries[K],
) => {
  const found = filterOf(kind, query);
  return db.read(caller.organisation, async (tx) => ({ count: await countPlaces(tx, kind, found) }));
};

/** One as JSON text. @throws 404 */
export async function placeById(db: Database, caller: Caller, kind: Kind, id: number): Promise<string> {
  const place = await db.read(caller.organisation, (tx) => findPlace(tx, kind, id));
  if (place === undefined) throw notFound();
  return place;
}

/** The states of a country as JSON text. @throws 404 */
export const statesIn = (db: Database, caller: Caller, country: number, query: ListQuery): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    if ((await findPlace(tx, 'country', country)) === undefined) throw notFound();
    return listPlaces(tx, 'state', statesOf(country, query), query);
  });

/** @throws 404 */
export const stateCount = (db: Database, caller: Caller, country: number, query: ListQuery) =>
  db.read(caller.organisation, async (tx) => {
    if ((await findPlace(tx, 'country', country)) === undefined) throw notFound();
    return { count: await countPlaces(tx, 'state', statesOf(country, query)) };
  });
