import { z } from 'zod';
import { category, categoryItem } from '#contract/cost-centers.ts';
import {
  building,
  country,
  floor,
  placeContents,
  room,
  roomType,
  state,
  type BuildingEdit,
  type FloorEdit,
  type RoomEdit,
  type RoomTypeEdit,
} from '#contract/places.ts';
import { user } from '#contract/users.ts';
import { count, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export type Query = Record<string, string | number | boolean | undefined>;
/** The most that the server gives at once. */
export const MOST = 500;
export const PAGE = 200;

const kinds = {
  building: { path: '/buildings', one: building },
  floor: { path: '/floors', one: floor },
  room: { path: '/rooms', one: room },
  roomType: { path: '/rooms/types', one: roomType },
} as const;
export type Kind = keyof typeof kinds;
export type PlaceOf<K extends Kind> = z.output<(typeof kinds)[K]['one']>;
export type Edits = { building: BuildingEdit; floor: FloorEdit; room: RoomEdit; roomType: RoomTypeEdit };

const schemaOf = <K extends Kind>(kind: K) => kinds[kind].one as unknown as z.ZodType<PlaceOf<K>>;

export const fetchPlaces = <K extends Kind>(kind: K, query: Query, signal?: AbortSignal) =>
  http('GET', withQuery(kinds[kind].path, query), {
    reply: z.array(schemaOf(kind)),
    ...(signal && { signal }),
  });
export const countPlaces = async (kind: Kind, query: Query, signal: AbortSignal) =>
  (await http('GET', withQuery(`${kinds[kind].path}/count`, query), { reply: count, signal })).count;
export const fetchPlace = <K extends Kind>(kind: K, id: number, signal: AbortSignal) =>
  http('GET', `${kinds[kind].path}/${id}`, { reply: schemaOf(kind), signal });
export const fetchContents = (kind: Kind, id: number, signal: AbortSignal) =>
  http('GET', `${kinds[kind].path}/${id}/contents`, { reply: placeContents, signal });

export const addPlace = <K extends Kind>(kind: K, body: Edits[K], idempotencyKey: string) =>
  http('POST', kinds[kind].path, { reply: schemaOf(kind), body, idempotencyKey });
export const changePlace = <K extends Kind>(kind: K, id: number, body: Edits[K]) =>
  http('PUT', `${kinds[kind].path}/${id}`, { reply: schemaOf(kind), body });
export const removePlace = (kind: Kind, id: number) =>
  http('DELETE', `${kinds[kind].path}/${id}`, { reply: removed });

export const fetchCountries = (signal: AbortSignal) =>
  http('GET', withQuery('/countries', { limit: MOST, orderBy: 'name' }), { reply: z.array(country), signal });
export const fetchStates = (id: number, signal: AbortSignal) =>
  http('GET', withQuery(`/countries/${id}/states`, { limit: MOST, orderBy: 'name' }), {
    reply: z.array(state),
    signal,
  });
export const fetchStops = (signal: AbortSignal) =>
  http('GET', withQuery('/mail/mailstops', { limit: MOST, orderBy: 'name' }), {
    reply: z.array(z.object({ id: z.int(), name: z.string() })),
    signal,
  });
const itemFound = categoryItem.pick({ id: true, name: true, code: true }).extend({
  category: category.pick({ name: true }),
});
export const findCostCenters = (search: string, signal: AbortSignal) =>
  http('GET', withQuery('/categories/items', { search, limit: 30, orderBy: 'name' }), {
    reply: z.array(itemFound),
    signal,
  });
export const fetchSitters = (roomId: number, startAt: number, signal: AbortSignal) =>
  http('GET', withQuery('/users', { roomId, limit: PAGE, startAt, orderBy: 'name' }), {
    reply: z.array(user.pick({ id: true, name: true, color: true, image: true, jobTitle: true })),
    signal,
  });
