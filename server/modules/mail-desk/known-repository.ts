import type { Tx } from '#server/lib/database.ts';
import { plainName, teamName } from './exceptions.ts';
import type { Known } from './parcel.ts';

/** Ids a request speaks of, by kind, and names as labels have them. */
export type References = Record<'users' | 'routes' | 'stops' | 'locations' | 'packageTypes', number[]> & {
  names: string[];
};
/** What most requests speak of: nothing. */
export const NO_REFERENCES: Readonly<References> = {
  users: [],
  routes: [],
  stops: [],
  locations: [],
  packageTypes: [],
  names: [],
};
type Answer = {
  users: { id: number; stop: number | null; gone: boolean }[];
  couriers: { id: number; code: string; gone: boolean }[];
  routeOf: { stop: number; route: number }[];
  shipping: number | null;
  names: { nth: number; people: number[]; team: boolean }[];
} & Record<'centers' | 'routes' | 'stops' | 'locations' | 'packageTypes', number[]>;

const present = (table: string, ids: string) =>
  `ARRAY(SELECT id FROM ${table} WHERE id = ANY(${ids}::bigint[]) AND deleted_at IS NULL)`;

const SQL = `
WITH named AS MATERIALIZED (
  SELECT * FROM match_recipients($6::text[], $7::text[]) WHERE cardinality($6::text[]) > 0
), people AS (
  SELECT u.id, coalesce(own.id, near.id) AS stop, u.deleted_at IS NOT NULL AS gone
  FROM app_user u
  LEFT JOIN mail_stop own ON own.organisation_id = u.organisation_id AND own.id = u.mail_stop_id
    AND own.deleted_at IS NULL
  LEFT JOIN room r ON r.organisation_id = u.organisation_id AND r.id = u.room_id AND r.deleted_at IS NULL
  LEFT JOIN mail_stop near ON near.organisation_id = r.organisation_id AND near.id = r.mail_stop_id
    AND near.deleted_at IS NULL
  WHERE u.id = ANY($1::bigint[] || ARRAY(SELECT unnest(people) FROM named))
), calls AS (
  SELECT DISTINCT ON (s.mail_stop_id) s.mail_stop_id AS stop, s.mail_route_id AS route
  FROM mail_route_stop s
  JOIN mail_route r ON r.organisation_id = s.organisation_id AND r.id = s.mail_route_id
  WHERE NOT r.for_shipping AND r.deleted_at IS NULL
    AND s.mail_stop_id = ANY(ARRAY(SELECT stop FROM people) || $3::bigint[])
  ORDER BY s.mail_stop_id, s.mail_route_id
)
SELECT json_build_object(
  'users', (SELECT coalesce(json_agg(people), '[]') FROM people),
  'centers', ARRAY(SELECT id FROM center WHERE module = 'mail' ORDER BY id),
  'routes', ${present('mail_route', '$2')},
  'stops', ${present('mail_stop', '$3')},
  'locations', ${present('mail_location', '$4')},
  'packageTypes', ARRAY(SELECT id FROM package_type WHERE id = ANY($5::bigint[])),
  'couriers', (SELECT coalesce(json_agg(json_build_object(
    'id', id, 'code', code, 'gone', deleted_at IS NOT NULL) ORDER BY id), '[]') FROM courier),
  'routeOf', (SELECT coalesce(json_agg(calls), '[]') FROM calls),
  'shipping', (SELECT min(id) FROM mail_route WHERE for_shipping AND deleted_at IS NULL),
  'names', (SELECT coalesce(json_agg(named), '[]') FROM named)
) AS known`;

/** Reads what the references mean, whatever their number, in one round trip. */
export async function loadKnown(tx: Tx, ids: References): Promise<Known> {
  const [row] = await tx.named<{ known: Answer }>('mail-known', SQL, [
    ids.users,
    ids.routes,
    ids.stops,
    ids.locations,
    ids.packageTypes,
    ids.names.map(plainName),
    ids.names.map(teamName),
  ]);
  const { users, centers, couriers, routeOf, routes, stops, locations, packageTypes, shipping, names } =
    row!.known;
  return {
    users: new Map(users.map(({ id, stop, gone }) => [id, { stop, gone }])),
    centers,
    routes: new Set(routes),
    stops: new Set(stops),
    locations: new Set(locations),
    packageTypes: new Set(packageTypes),
    couriers: new Map(couriers.filter(({ gone }) => !gone).map(({ id, code }) => [code.toLowerCase(), id])),
    courierIds: new Set(couriers.map(({ id }) => id)),
    routeOf: new Map(routeOf.map(({ stop, route }) => [stop, route])),
    shipping,
    names: new Map(names.map(({ nth, people, team }) => [ids.names[nth - 1]!, { people, team }])),
  };
}
