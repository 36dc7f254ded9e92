import type { WriteTx } from '#server/lib/database.ts';
import { entriesOf, insert } from './insert.ts';
import { insertPlans } from './insert-plans.ts';
import type { Places, Space } from './places.ts';

/** Ids by position in the lists of the company. `centers` are the mail centers by site. */
export type PlaceIds = Record<'spaces' | 'stops' | 'routes' | 'racks' | 'centers', number[]>;

const typeNames = {
  desk: 'Workstation',
  office: 'Office',
  team: 'Office',
  meeting: 'Meeting Room',
  booth: 'Phone Booth',
  parking: 'Parking',
  service: 'Common Area',
} as const;
const stores = new Set(['Loading dock', 'Stores', 'Bike store']);
const typeOf = ({ kind, name }: Space) => (stores.has(name) ? 'Storage' : typeNames[kind]);

/** The organisation's first mail center becomes that of the first site; each other site gets its own. */
async function insertCenters(tx: WriteTx, { sites }: Places, dates: object): Promise<number[]> {
  const [first, ...others] = sites;
  const [center] = await tx.query<{ id: number }>(
    `UPDATE center SET name = $2 WHERE organisation_id = $1 AND code = 'mail' RETURNING id`,
    [tx.organisation, `Mail Center ${first!.city}`],
  );
  const more = others.map(({ code, city, timeZone }) => ({
    module: 'mail',
    code: `mail-${code.toLowerCase()}`,
    name: `Mail Center ${city}`,
    time_zone: timeZone,
    ...dates,
  }));
  return [center!.id, ...(await insert(tx, 'center', more))];
}

async function insertBuildings(tx: WriteTx, { sites }: Places, dates: object): Promise<number[]> {
  const countries = await entriesOf(tx, 'country', 'alpha2_code');
  const states = await tx.query<{ id: number; country: number; code: string }>(
    'SELECT id, country_id AS country, code FROM state WHERE organisation_id = $1',
    [tx.organisation],
  );
  const rows = sites.map((site) => {
    const country = countries.id(site.country);
    return {
      name: site.name,
      code: site.code,
      street: site.street,
      city: site.city,
      postal_code: site.postalCode,
      country_id: country,
      state_id: states.find((state) => state.country === country && state.code === site.state)?.id,
      latitude: site.latitude,
      longitude: site.longitude,
      time_zone: site.timeZone,
      ...dates,
    };
  });
  return insert(tx, 'building', rows);
}

/** @param since when all this was entered */
export async function insertPlaces(tx: WriteTx, places: Places, since: Date): Promise<PlaceIds> {
  const dates = { date_created: since, date_updated: since };
  const centers = await insertCenters(tx, places, dates);
  const buildings = await insertBuildings(tx, places, dates);
  const floors = await insert(
    tx,
    'floor',
    places.floors.map(({ site, name, area, level }) => ({
      building_id: buildings[site],
      name,
      area,
      level,
      ...dates,
    })),
  );
  const stops = await insert(
    tx,
    'mail_stop',
    places.stops.map(({ name }) => ({ name, ...dates })),
  );
  const types = await entriesOf(tx, 'room_type', 'name');
  const spaces = await insert(
    tx,
    'room',
    places.spaces.map((space) => ({
      floor_id: floors[space.floor],
      room_type_id: types.id(typeOf(space)),
      name: space.name,
      description: space.description,
      reservable: space.reservable,
      capacity: space.capacity,
      mail_stop_id: space.stop === undefined ? undefined : stops[space.stop],
      ...dates,
    })),
  );
  await insertPlans(tx, places, { floors, spaces }, since);
  const routes = await insert(
    tx,
    'mail_route',
    places.routes.map(({ name, forShipping }) => ({ name, for_shipping: forShipping, ...dates })),
  );
  await tx.query(
    `INSERT INTO mail_route_stop (organisation_id, mail_route_id, mail_stop_id, position)
     SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::integer[])`,
    [
      tx.organisation,
      places.routes.flatMap((route, index) => route.stops.map(() => routes[index])),
      places.routes.flatMap((route) => route.stops.map((stop) => stops[stop])),
      places.routes.flatMap((route) => route.stops.map((_, position) => position + 1)),
    ],
  );
  const racks = await insert(
    tx,
    'mail_location',
    places.racks.map(({ site, name }, index) => ({
      center_id: centers[site],
      name: `${places.sites[site]!.code} ${name}`,
      sort_order: index + 1,
      ...dates,
    })),
  );
  return { spaces, stops, routes, racks, centers };
}
