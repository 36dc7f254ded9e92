import type { FastifyInstance } from 'fastify';
import type { Kind } from './records.ts';
import { bodies, idsAt, namedIds, pathIds } from './route-ids.ts';
import { idsOfBody, idsOfSchema, leastOf, nameOfId, type Place, type Schema } from './schema-ids.ts';

type Parameter = { name: string; in: string; schema: Schema };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
/** A route and the places where its calls take ids. */
export type RoutePlaces = {
  /** `PUT /users/:id`, as test/route-ids.ts names it. */
  name: string;
  method: string;
  url: string;
  /** The parameters of the path, each with the path up to it: `:id` of `/users/:id`. */
  parts: { part: string; upTo: string }[];
  /** The parameters of the query that take ids, and those that take other things; not flags and the order. */
  idQueries: string[];
  queries: string[];
  /** Where ids may stand in the body. */
  places: Place[];
  /** JSON of a body in which ids are 0 and # counts on. */
  example: string | undefined;
};

const ordering = new Set(['limit', 'startAt', 'orderBy', 'orderByType', 'modifiedOrCreatedAfter']);
const isFlag = ({ schema }: Parameter) => schema.anyOf?.some(({ type }) => type === 'boolean') ?? false;
const takesIds = ({ name, schema }: Parameter) =>
  /Ids?$/.test(name) || schema.pattern?.startsWith(String.raw`^\d{1,15}(,`) === true;

/** Every route of the two APIs but the stream of events, whose own test says what reaches whom. */
export function routePlaces(app: FastifyInstance, api: string): RoutePlaces[] {
  const { paths } = app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  const routes = app.routeTable.filter(
    ({ url }) => /^\/(external|data)\b/.test(url) && url !== `${api}/events`,
  );
  return routes.map(({ method, url }) => {
    const operation = paths[url.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    const path = url.replace(api, '').replace(/^\/data\b/, '');
    const name = `${method} ${path}`;
    const schema = operation?.requestBody?.content['application/json']?.schema;
    const body = bodies[name] ?? (schema && leastOf(schema));
    const places = [...idsOfSchema(schema ?? {}), ...idsOfBody(body)];
    const queries = (operation?.parameters ?? []).filter(
      (parameter) => parameter.in === 'query' && !ordering.has(parameter.name) && !isFlag(parameter),
    );
    return {
      name,
      method,
      url,
      parts: [...path.matchAll(/:\w+/g)].map(({ index, 0: part }) => ({
        part,
        upTo: path.slice(0, index) + part,
      })),
      idQueries: queries.filter(takesIds).map((query) => query.name),
      queries: queries.filter((query) => !takesIds(query)).map((query) => query.name),
      places: [...new Map(places.map((place) => [place.join('.'), place])).values()],
      example: body === undefined ? undefined : JSON.stringify(body),
    };
  });
}

/** A body may repeat the id of its address. */
export const isAddressed = (route: RoutePlaces, place: Place) =>
  place.join() === 'id' && route.parts.length > 0;

/** What an id in query or body stands for; undefined when nobody has said it yet. */
export function kindAt(route: RoutePlaces, place: Place): Kind | undefined {
  if (isAddressed(route, place)) return pathIds[route.parts.at(-1)!.upTo] as Kind;
  const name = nameOfId(place);
  return idsAt[route.name]?.[name] ?? namedIds[name];
}
