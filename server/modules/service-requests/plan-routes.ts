import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  planPreview,
  planPreviewBody,
  servicePlan,
  servicePlanCreate,
  servicePlanEdit,
} from '#contract/service-requests-plans.ts';
import { count, id, listQuery as querystring, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { managersOnly as config } from './crew.ts';
import { countPlans, listPlans, previewPlan, removePlan, savePlan, showPlan } from './plans.ts';

const tags = ['Service requests'];
const params = z.object({ id });

/** Planned maintenance, kept by the managers of a center. */
export const planRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = { tags, summary: 'List plans', querystring, response: { 200: z.array(servicePlan) } };
  app.get('/service/plans', { config, schema: list }, async (request, reply) =>
    sendJson(reply, await listPlans(db, callerOf(request), request.query)),
  );
  const counting = { tags, summary: 'Count plans', querystring, response: { 200: count } };
  app.get('/service/plans/count', { config, schema: counting }, async (request) => ({
    count: await countPlans(db, callerOf(request), request.query),
  }));
  const preview = {
    tags,
    summary: 'Show the next times of a rule',
    body: planPreviewBody,
    response: { 200: planPreview },
  };
  app.post('/service/plans/preview', { config, schema: preview }, (request) =>
    previewPlan(db, callerOf(request), request.body),
  );
  const show = { tags, summary: 'Show a plan', params, response: { 200: servicePlan } };
  app.get('/service/plans/:id', { config, schema: show }, async (request, reply) =>
    sendJson(reply, await showPlan(db, callerOf(request), request.params.id)),
  );
  const create = { tags, summary: 'Add a plan', body: servicePlanCreate, response: { 201: servicePlan } };
  app.post('/service/plans', { config, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await savePlan(tx, callerOf(request), null, request.body),
    })),
  );
  const edit = {
    tags,
    summary: 'Change a plan',
    params,
    body: servicePlanEdit,
    response: { 200: servicePlan },
  };
  app.put('/service/plans/:id', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await savePlan(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const remove = { tags, summary: 'End a plan', params, response: { 200: removed } };
  app.delete('/service/plans/:id', { config, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removePlan(tx, caller, request.params.id));
    return REMOVED;
  });
};
