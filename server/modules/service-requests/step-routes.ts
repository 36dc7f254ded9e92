import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { completeBody, holdBody, ratingBody, serviceRequest, stepBody } from '#contract/service-requests.ts';
import { id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { readImage } from '#server/lib/images.ts';
import { crewOnly, everybody } from './crew.ts';
import { decide, rateRequest, takeStep } from './steps.ts';

const schema = { tags: ['Service requests'], params: z.object({ id }), response: { 200: serviceRequest } };

/** A request's way, step by step. */
export const stepRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, files }) => {
  for (const [step, summary] of [
    ['accept', 'Accept a service request'],
    ['reject', 'Turn a service request down'],
    ['start', 'Start work on a service request'],
    ['resume', 'Go on with a service request that was on hold'],
  ] as const)
    app.put(
      `/maintenance/requests/:id/${step}`,
      { config: crewOnly, schema: { ...schema, summary, body: stepBody } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => {
          const { params, body } = request;
          return {
            status: 200,
            answer: await takeStep({ tx, caller: callerOf(request), files }, params.id, step, body ?? {}),
          };
        }),
    );
  const hold = { ...schema, summary: 'Put a service request on hold', body: holdBody };
  app.put('/maintenance/requests/:id/hold', { config: crewOnly, schema: hold }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const { params, body } = request;
      return {
        status: 200,
        answer: await takeStep({ tx, caller: callerOf(request), files }, params.id, 'hold', body ?? {}),
      };
    }),
  );
  const complete = { ...schema, summary: 'Complete a service request', body: completeBody };
  app.put(
    '/maintenance/requests/:id/complete',
    { config: crewOnly, schema: complete },
    async (request, reply) => {
      const { params } = request;
      const body = request.body ?? {};
      const image = body.signature
        ? await readImage(body.signature, { field: 'signature', fileName: 'signature' })
        : undefined;
      return idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: await takeStep({ tx, caller: callerOf(request), files }, params.id, 'complete', body, image),
      }));
    },
  );
  for (const [path, verdict, summary] of [
    ['approve', 'approved', 'Approve a service request, so that work may begin'],
    ['decline', 'declined', 'Decline a service request'],
  ] as const)
    app.put(
      `/maintenance/requests/:id/${path}`,
      // Also who stands in for a manager on leave: the service looks.
      { config: everybody, schema: { ...schema, summary, body: stepBody } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => {
          const { params, body } = request;
          return {
            status: 200,
            answer: await decide(tx, callerOf(request), params.id, verdict, body ?? {}),
          };
        }),
    );
  const rate = { ...schema, summary: 'Say how a service request was done', body: ratingBody };
  app.put('/maintenance/requests/:id/rate', { config: everybody, schema: rate }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await rateRequest(tx, callerOf(request), request.params.id, request.body),
    })),
  );
};
