import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { moveEvent } from '#contract/moves-work.ts';
import {
  moveRequest,
  moveRequestCreate,
  moveRequestEdit,
  moveRequestQuery,
  moveRequestType,
  moveStatus,
  moveTask,
} from '#contract/moves.ts';
import { count, id, listQuery, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { countCatalogue, listCatalogue } from './catalogue.ts';
import { createRequest } from './create.ts';
import { editRequest } from './edit.ts';
import { everybody as config } from './rights.ts';
import { countRequests, listRequests, showEvents, showRequest } from './service.ts';
import { removeRequest } from './steps.ts';

const tags = ['Moves'];
const params = z.object({ id });

/** Move requests as the documents have them: filing, reading, changing and removing them, and what they are made of. */
export const requestRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const querystring = moveRequestQuery;
  const list = { tags, summary: 'List move requests', querystring, response: { 200: z.array(moveRequest) } };
  app.get('/move/requests', { config, schema: list }, async (request, reply) =>
    sendJson(reply, await listRequests(db, callerOf(request), request.query)),
  );
  const counting = { tags, summary: 'Count move requests', querystring, response: { 200: count } };
  app.get('/move/requests/count', { config, schema: counting }, async (request) => ({
    count: await countRequests(db, callerOf(request), request.query),
  }));
  const show = { tags, summary: 'Show a move request', params, response: { 200: moveRequest } };
  app.get('/move/requests/:id', { config, schema: show }, async (request, reply) =>
    sendJson(reply, await showRequest(db, callerOf(request), request.params.id)),
  );
  const create = {
    tags,
    summary: 'File a move request',
    body: moveRequestCreate,
    response: { 201: moveRequest },
  };
  app.post('/move/requests', { config, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createRequest(tx, callerOf(request), request.body),
    })),
  );
  const edit = {
    tags,
    summary: 'Change a move request',
    params,
    body: moveRequestEdit,
    response: { 200: moveRequest },
  };
  app.put('/move/requests/:id', { config, schema: edit }, async (request, reply) => {
    const ifMatch = request.headers['if-match'];
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editRequest(tx, callerOf(request), request.params.id, request.body, ifMatch),
    }));
  });
  const remove = { tags, summary: 'Remove a move request', params, response: { 200: removed } };
  app.delete('/move/requests/:id', { config, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeRequest(tx, caller, request.params.id));
    return REMOVED;
  });
  const events = {
    tags,
    summary: 'Tell the history of a move request',
    params,
    response: { 200: z.array(moveEvent) },
  };
  app.get('/move/requests/:id/events', { config, schema: events }, async (request, reply) =>
    sendJson(reply, await showEvents(db, callerOf(request), request.params.id)),
  );

  const lists = [
    ['/move/statuses', 'statuses', 'statuses of moves', moveStatus],
    ['/move/requestTypes', 'types', 'types of moves', moveRequestType],
    ['/move/tasks', 'tasks', 'tasks of moves', moveTask],
  ] as const;
  for (const [path, name, words, one] of lists) {
    const listing = {
      tags,
      summary: `List ${words}`,
      querystring: listQuery,
      response: { 200: z.array(one) },
    };
    app.get(path, { config, schema: listing }, async (request, reply) =>
      sendJson(reply, await listCatalogue(db, callerOf(request), name, request.query)),
    );
    const totals = { tags, summary: `Count ${words}`, querystring: listQuery, response: { 200: count } };
    app.get(`${path}/count`, { config, schema: totals }, (request) =>
      countCatalogue(db, callerOf(request), name, request.query),
    );
  }
};
