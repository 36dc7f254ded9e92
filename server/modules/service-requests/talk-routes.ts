import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { commentsHtml, serviceTime, supplyBody, timeBody } from '#contract/service-requests-work.ts';
import { commentBody, imageBody, serviceRequest } from '#contract/service-requests.ts';
import { attachment } from '#contract/users.ts';
import { id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { readImage } from '#server/lib/images.ts';
import { crewOnly, everybody } from './crew.ts';
import { showTimes } from './service.ts';
import { addComment, addSupply, addTime, attachImage } from './talk.ts';

const tags = ['Service requests'];
const params = z.object({ id });

/** Comments, pictures, and what the work took. */
export const talkRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, files }) => {
  const comment = {
    tags,
    summary: 'Comment on a service request',
    params,
    body: commentBody,
    response: { 200: commentsHtml },
  };
  // Documented as POST here and as PUT for parcels: both are taken.
  for (const method of ['post', 'put'] as const)
    app[method](
      '/maintenance/requests/:id/addComment',
      { config: everybody, schema: comment },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await addComment(tx, callerOf(request), request.params.id, request.body),
        })),
    );

  const image = {
    tags,
    summary: 'Add a picture to a service request',
    params,
    body: imageBody,
    response: { 200: attachment },
  };
  app.post(
    '/maintenance/requests/:id/attachImage',
    { config: everybody, schema: image },
    async (request, reply) => {
      const { body } = request;
      const picture = await readImage(body.image, {
        field: 'image',
        ...(body.fileName && { fileName: body.fileName }),
      });
      return idempotently(db, request, reply, async (tx) => {
        const doing = { tx, caller: callerOf(request), files };
        return { status: 200, answer: await attachImage(doing, request.params.id, picture) };
      });
    },
  );

  const times = {
    tags,
    summary: 'List the time that operators spent',
    params,
    response: { 200: z.array(serviceTime) },
  };
  app.get('/maintenance/requests/:id/time', { config: crewOnly, schema: times }, async (request, reply) =>
    sendJson(reply, await showTimes(db, callerOf(request), request.params.id)),
  );
  const time = {
    tags,
    summary: 'Note time that one spent',
    params,
    body: timeBody,
    response: { 201: z.array(serviceTime) },
  };
  app.post('/maintenance/requests/:id/time', { config: crewOnly, schema: time }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await addTime(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const supply = {
    tags,
    summary: 'Note what was used up',
    params,
    body: supplyBody,
    response: { 201: serviceRequest },
  };
  app.post(
    '/maintenance/requests/:id/supplies',
    { config: crewOnly, schema: supply },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 201,
        answer: await addSupply(tx, callerOf(request), request.params.id, request.body),
      })),
  );
};
