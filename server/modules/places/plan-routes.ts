import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { floorPlan, planUpload, shapeEdit, shapeSet } from '#contract/floor-plans.ts';
import { removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import {
  readPlan,
  removePlan,
  removeShape,
  removeShapes,
  replaceShapes,
  saveShape,
  uploadPlan,
} from './plans.ts';
import { failed, params, signedIn, siteAdmin, tags } from './resource-routes.ts';

/** Drawings of floors, and which outline is which room. */
export const planRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const plan = { 200: floorPlan, ...failed };
  const gone = { 200: removed, ...failed };

  const show = {
    tags,
    summary: 'Show the plan of a floor',
    description:
      'The drawing, safe to be put into a page, and the shapes of the rooms, in one answer. Ids in the drawing bear the prefix plan-, and as data-id what the file said.',
    params,
    response: plan,
  };
  app.get('/floors/:id/plan', { config: signedIn, schema: show }, async (request, reply) =>
    sendJson(reply, await readPlan(db, callerOf(request), request.params.id)),
  );
  const upload = {
    tags,
    summary: 'Upload the drawing of a floor',
    description: 'SVG of at most 5 MB; only shapes, text and paint are kept of it.',
    params,
    body: planUpload,
    response: plan,
  };
  app.put('/floors/:id/plan', { config: siteAdmin, schema: upload }, async (request, reply) =>
    sendJson(reply, await uploadPlan(db, callerOf(request), request.params.id, request.body)),
  );
  const remove = { tags, summary: 'Remove the drawing of a floor; shapes stay', params, response: gone };
  app.delete('/floors/:id/plan', { config: siteAdmin, schema: remove }, async (request) => {
    await removePlan(db, callerOf(request), request.params.id);
    return REMOVED;
  });

  const shapes = {
    tags,
    summary: 'Set the shapes of all rooms of a floor',
    description:
      'Rooms that are not named are taken off the plan. With the header If-Match: "<shapesVersion>" the answer is 409 when the shapes have changed since.',
    params,
    body: shapeSet,
    response: plan,
  };
  app.put('/floors/:id/shapes', { config: siteAdmin, schema: shapes }, async (request, reply) => {
    const ifMatch = request.headers['if-match'];
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await replaceShapes(tx, callerOf(request), request.params.id, request.body, ifMatch),
    }));
  });
  const clear = { tags, summary: 'Take all rooms of a floor off its plan', params, response: gone };
  app.delete('/floors/:id/shapes', { config: siteAdmin, schema: clear }, async (request) => {
    await removeShapes(db, callerOf(request), request.params.id);
    return REMOVED;
  });
  const shape = {
    tags,
    summary: 'Set the shape of one room',
    description: 'A polygon in the units of the drawing, an element of it, or both. Answers the plan.',
    params,
    body: shapeEdit,
    response: plan,
  };
  app.put('/rooms/:id/shape', { config: siteAdmin, schema: shape }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveShape(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const takeOff = { tags, summary: 'Take a room off the plan', params, response: gone };
  app.delete('/rooms/:id/shape', { config: siteAdmin, schema: takeOff }, async (request) => {
    await removeShape(db, callerOf(request), request.params.id);
    return REMOVED;
  });
};
