import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { slaExplained } from '#contract/service-clock.ts';
import { earliestDate, earliestQuery } from '#contract/service-requests-catalogue.ts';
import { serviceComment, serviceEvent } from '#contract/service-requests-work.ts';
import {
  serviceRequest,
  serviceRequestCreate,
  serviceRequestEdit,
  serviceRequestQuery,
  serviceStats,
  serviceStatsQuery,
} from '#contract/service-requests.ts';
import { count, id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { createRequest } from './create.ts';
import { everybody as config } from './crew.ts';
import { editRequest } from './edit.ts';
import {
  countRequests,
  listRequests,
  showClock,
  showComments,
  showEarliest,
  showEvents,
  showRequest,
  showStats,
} from './service.ts';
import { cancelRequest } from './steps.ts';

const tags = ['Service requests'];
const params = z.object({ id });

/** Asking for something, reading, changing and cancelling it. */
export const requestRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const querystring = serviceRequestQuery;
  const list = {
    tags,
    summary: 'List service requests',
    querystring,
    response: { 200: z.array(serviceRequest) },
  };
  app.get('/maintenance/requests', { config, schema: list }, async (request, reply) =>
    sendJson(reply, await listRequests(db, callerOf(request), request.query)),
  );
  const counting = { tags, summary: 'Count service requests', querystring, response: { 200: count } };
  app.get('/maintenance/requests/count', { config, schema: counting }, async (request) => ({
    count: await countRequests(db, callerOf(request), request.query),
  }));
  const stats = {
    tags,
    summary: 'Count service requests by priority, and the late and one’s own among them',
    querystring: serviceStatsQuery,
    response: { 200: serviceStats },
  };
  app.get('/maintenance/requests/stats', { config, schema: stats }, (request) =>
    showStats(db, callerOf(request), request.query.open),
  );

  const show = { tags, summary: 'Show a service request', params, response: { 200: serviceRequest } };
  app.get('/maintenance/requests/:id', { config, schema: show }, async (request, reply) =>
    sendJson(reply, await showRequest(db, callerOf(request), request.params.id)),
  );
  const create = {
    tags,
    summary: 'Ask for something',
    body: serviceRequestCreate,
    response: { 201: serviceRequest },
  };
  app.post('/maintenance/requests', { config, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createRequest(tx, callerOf(request), request.body),
    })),
  );
  const edit = {
    tags,
    summary: 'Change a service request',
    params,
    body: serviceRequestEdit,
    response: { 200: serviceRequest },
  };
  app.put('/maintenance/requests/:id', { config, schema: edit }, async (request, reply) => {
    const ifMatch = request.headers['if-match'];
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editRequest(tx, callerOf(request), request.params.id, request.body, ifMatch),
    }));
  });
  const cancel = { tags, summary: 'Cancel a service request', params, response: { 200: removed } };
  app.delete('/maintenance/requests/:id', { config, schema: cancel }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => cancelRequest(tx, caller, request.params.id));
    return REMOVED;
  });

  const comments = {
    tags,
    summary: 'List the comments of a service request',
    params,
    response: { 200: z.array(serviceComment) },
  };
  app.get('/maintenance/requests/:id/comments', { config, schema: comments }, async (request, reply) =>
    sendJson(reply, await showComments(db, callerOf(request), request.params.id)),
  );
  const events = {
    tags,
    summary: 'Show what happened to a service request',
    params,
    response: { 200: z.array(serviceEvent) },
  };
  app.get('/maintenance/requests/:id/events', { config, schema: events }, async (request, reply) =>
    sendJson(reply, await showEvents(db, callerOf(request), request.params.id)),
  );
  const clock = {
    tags,
    summary: 'Explain when a service request is due, line by line',
    params,
    response: { 200: slaExplained },
  };
  app.get('/maintenance/requests/:id/clock', { config, schema: clock }, (request) =>
    showClock(db, callerOf(request), request.params.id),
  );

  const earliest = {
    tags,
    summary: 'Show when something can be required at the earliest',
    params,
    querystring: earliestQuery,
    response: { 200: earliestDate },
  };
  app.get('/maintenance/priorities/:id/earliestRequiredDate', { config, schema: earliest }, (request) => {
    const { typeId: type, centerId: center } = request.query;
    return showEarliest(db, callerOf(request), { priority: request.params.id, type, center });
  });
};
