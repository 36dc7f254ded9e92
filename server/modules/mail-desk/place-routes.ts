import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  locationCreate,
  locationEdit,
  routeCreate,
  routeEdit,
  routeWithStops,
  stopWrite,
} from '#contract/mail-places.ts';
import { courier, mailLocation, mailStop, packageType } from '#contract/mail.ts';
import { id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf, managers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { choiceRoutes } from './choice-routes.ts';
import { showPlace } from './place-repository.ts';
import { removePlace, restorePlace, saveLocation, saveRoute, saveStop } from './places.ts';

const tags = ['Mail'];
const reading = { access: 'signed-in' as Access };
const config = { access: { module: 'mail', roles: managers } as Access };
const params = z.object({ id });

/** Routes, stops and racks, kept by the managers of the desk. */
export const placeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db } = deps;
  await app.register(choiceRoutes, deps);
  const show = { tags, summary: 'Show a route with its stops', params, response: { 200: routeWithStops } };
  app.get('/mail/routes/:id', { config: reading, schema: show }, async (request, reply) => {
    const { organisation } = callerOf(request);
    const route = await db.read(organisation, (tx) => showPlace(tx, 'mail_route', request.params.id));
    if (route === undefined) throw notFound();
    return sendJson(reply, route);
  });

  const newRoute = { tags, summary: 'Add a route', body: routeCreate, response: { 201: routeWithStops } };
  app.post('/mail/routes', { config, schema: newRoute }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveRoute(tx, callerOf(request), null, request.body),
    })),
  );
  const route = {
    tags,
    summary: 'Change a route',
    params,
    body: routeEdit,
    response: { 200: routeWithStops },
  };
  app.put('/mail/routes/:id', { config, schema: route }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveRoute(tx, callerOf(request), request.params.id, request.body),
    })),
  );

  const newStop = { tags, summary: 'Add a mail stop', body: stopWrite, response: { 201: mailStop } };
  app.post('/mail/mailstops', { config, schema: newStop }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveStop(tx, callerOf(request), null, request.body.name),
    })),
  );
  const stop = { tags, summary: 'Rename a mail stop', params, body: stopWrite, response: { 200: mailStop } };
  app.put('/mail/mailstops/:id', { config, schema: stop }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveStop(tx, callerOf(request), request.params.id, request.body.name),
    })),
  );

  const newRack = { tags, summary: 'Add a rack', body: locationCreate, response: { 201: mailLocation } };
  app.post('/mail/locations', { config, schema: newRack }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveLocation(tx, callerOf(request), null, request.body),
    })),
  );
  const rack = {
    tags,
    summary: 'Change a rack',
    params,
    body: locationEdit,
    response: { 200: mailLocation },
  };
  app.put('/mail/locations/:id', { config, schema: rack }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveLocation(tx, callerOf(request), request.params.id, request.body),
    })),
  );

  const places = [
    ['routes', 'mail_route', 'a route', routeWithStops],
    ['mailstops', 'mail_stop', 'a mail stop', mailStop],
    ['locations', 'mail_location', 'a rack', mailLocation],
    ['packageTypes', 'package_type', 'a package type', packageType],
    ['couriers', 'courier', 'a courier', courier],
  ] as const;
  for (const [path, place, words, answer] of places) {
    const back = { tags, summary: `Put ${words} back into use`, params, response: { 200: answer } };
    app.put(`/mail/${path}/:id/restore`, { config, schema: back }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: await restorePlace(tx, callerOf(request), place, request.params.id),
      })),
    );
    const schema = { tags, summary: `Take ${words} out of use`, params, response: { 200: removed } };
    app.delete(`/mail/${path}/:id`, { config, schema }, async (request) => {
      const caller = callerOf(request);
      await db.write(caller.organisation, (tx) => removePlace(tx, caller, place, request.params.id));
      return REMOVED;
    });
  }
};
