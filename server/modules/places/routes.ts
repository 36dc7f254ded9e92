import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import * as contract from '#contract/places.ts';
import type { Deps } from '#server/lib/deps.ts';
import { countryRoutes } from './country-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { resourceRoutes, type Described } from './resource-routes.ts';
import type { Editable } from './write.ts';

const described: { [K in Editable]: Described<K> } = {
  building: {
    path: '/buildings',
    one: 'a building',
    many: 'buildings',
    more: 'With nearLatitude and nearLongitude: within 50 miles. locationSearch: every word in the address, name or code.',
    answer: contract.building,
    query: contract.buildingQuery,
    create: contract.buildingCreate,
    edit: contract.buildingEdit,
  },
  floor: {
    path: '/floors',
    one: 'a floor',
    many: 'floors',
    more: 'Of one building or of several, with buildingId.',
    answer: contract.floor,
    query: contract.floorQuery,
    create: contract.floorCreate,
    edit: contract.floorEdit,
  },
  roomType: {
    path: '/rooms/types',
    one: 'a type of room',
    many: 'types of room',
    more: 'A type is reservable when a room of it is.',
    answer: contract.roomType,
    query: contract.roomTypeQuery,
    create: contract.roomTypeCreate,
    edit: contract.roomTypeEdit,
  },
  room: {
    path: '/rooms',
    one: 'a room',
    many: 'rooms',
    more: 'With startDate and endDate: free all the time between them. floorId is stronger than buildingId.',
    answer: contract.room,
    query: contract.roomQuery,
    create: contract.roomCreate,
    edit: contract.roomEdit,
  },
};

/** Buildings, floors, rooms, their types and the countries they lie in; drawings of floors. */
export const placeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const serve = <K extends Editable>(kind: K) => resourceRoutes(app, deps, kind, described[kind]);
  for (const kind of Object.keys(described) as Editable[]) serve(kind);
  await app.register(countryRoutes, deps);
  await app.register(planRoutes, deps);
};
