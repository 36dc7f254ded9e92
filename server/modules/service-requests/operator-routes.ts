import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { lookers, operatorQuery, serviceOperator } from '#contract/service-requests-work.ts';
import { assignBody, assigned, operatorsBody, serviceRequest } from '#contract/service-requests.ts';
import { id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { assignMany, changeOperators } from './assign.ts';
import { crewOnly as config } from './crew.ts';
import { showOperators } from './service.ts';
import { look, lookAway } from './talk.ts';

const tags = ['Service requests'];
const params = z.object({ id });

/** Who works on what, and who has it open. */
export const operatorRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'List who can be assigned to service requests',
    querystring: operatorQuery,
    response: { 200: z.array(serviceOperator) },
  };
  app.get('/service/operators', { config, schema: list }, async (request, reply) =>
    sendJson(reply, await showOperators(db, callerOf(request), request.query.centerId)),
  );
  const many = {
    tags,
    summary: 'Give several service requests to operators',
    body: assignBody,
    response: { 200: assigned },
  };
  app.put('/maintenance/requests/assign', { config, schema: many }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await assignMany(tx, callerOf(request), request.body)),
    })),
  );
  const one = {
    tags,
    summary: 'Give a service request to operators, or take it from them',
    params,
    body: operatorsBody,
    response: { 200: serviceRequest },
  };
  app.put('/maintenance/requests/:id/operators', { config, schema: one }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await changeOperators(tx, callerOf(request), request.params.id, request.body),
    })),
  );

  for (const [method, work, summary] of [
    ['post', look, 'Say that one has a service request open; for a minute'],
    ['delete', lookAway, 'Say that one has closed it again'],
  ] as const)
    app[method](
      '/maintenance/requests/:id/looking',
      { config, schema: { tags, summary, params, response: { 200: lookers } } },
      async (request, reply) => {
        const caller = callerOf(request);
        const json = await db.write(caller.organisation, (tx) => work(tx, caller, request.params.id));
        return sendJson(reply, json);
      },
    );
};
