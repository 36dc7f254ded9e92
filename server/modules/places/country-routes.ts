import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { country, state } from '#contract/places.ts';
import { count, listQuery, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { AppError } from '#server/lib/app-error.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { placeById, placeCount, placesOf, stateCount, statesIn } from './read.ts';
import { failed, params, signedIn, siteAdmin, tags } from './resource-routes.ts';
import { removePlace } from './write.ts';

/** The documents answer 500 here, and clients expect it. */
const unchangeable = () => new AppError(500, 'places.country', 'Countries cannot be modified.');
const said500 = { 500: failed['4xx'], ...failed };

/** Countries come with the organisation: they are read and hidden, not written. */
export const countryRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'List countries',
    querystring: listQuery,
    response: { 200: z.array(country), ...failed },
  };
  app.get('/countries', { config: signedIn, schema: list }, async (request, reply) =>
    sendJson(reply, await placesOf(db, callerOf(request), 'country', request.query)),
  );
  const number = {
    tags,
    summary: 'Count countries',
    querystring: listQuery,
    response: { 200: count, ...failed },
  };
  app.get('/countries/count', { config: signedIn, schema: number }, (request) =>
    placeCount(db, callerOf(request), 'country', request.query),
  );
  const show = { tags, summary: 'Show a country', params, response: { 200: country, ...failed } };
  app.get('/countries/:id', { config: signedIn, schema: show }, async (request, reply) =>
    sendJson(reply, await placeById(db, callerOf(request), 'country', request.params.id)),
  );
  const states = {
    tags,
    summary: 'List the states of a country',
    params,
    querystring: listQuery,
    response: { 200: z.array(state), ...failed },
  };
  app.get('/countries/:id/states', { config: signedIn, schema: states }, async (request, reply) =>
    sendJson(reply, await statesIn(db, callerOf(request), request.params.id, request.query)),
  );
  const stateNumber = {
    ...states,
    summary: 'Count the states of a country',
    response: { 200: count, ...failed },
  };
  app.get('/countries/:id/states/count', { config: signedIn, schema: stateNumber }, (request) =>
    stateCount(db, callerOf(request), request.params.id, request.query),
  );

  const add = {
    tags,
    summary: 'Refused: countries cannot be added',
    description: 'Answers 500, as documented.',
    response: said500,
  };
  app.post('/countries', { config: siteAdmin, schema: add }, () => {
    throw unchangeable();
  });
  const change = {
    tags,
    summary: 'Refused: countries cannot be modified',
    description: 'Answers 500, as documented.',
    params,
    response: said500,
  };
  app.put('/countries/:id', { config: siteAdmin, schema: change }, async (request) => {
    await placeById(db, callerOf(request), 'country', request.params.id);
    throw unchangeable();
  });
  const remove = {
    tags,
    summary: 'Hide a country',
    description: 'It is chosen no more; addresses that name it keep showing it.',
    params,
    response: { 200: removed, ...failed },
  };
  app.delete('/countries/:id', { config: siteAdmin, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removePlace(tx, caller, 'country', request.params.id));
    return REMOVED;
  });
};
