import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { agreement, agreementCreate, agreementEdit } from '#contract/agreements.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { count, id, listQuery, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { agreementService as agreements } from './service.ts';

const tags = ['Agreements'];
const signedIn = { access: 'signed-in' } as const;
const siteAdmin = { access: 'site-admin' } as const;
const params = z.object({ id });
const failed = { '4xx': apiErrorBody };

/** Agreements: everybody signed in reads them, site administrators keep them. */
export const agreementRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const all = {
    tags,
    summary: 'List agreements',
    querystring: listQuery,
    response: { 200: z.array(agreement), ...failed },
  };
  app.get('/agreements', { config: signedIn, schema: all }, async (request, reply) =>
    sendJson(reply, await agreements.list(db, callerOf(request), request.query)),
  );
  const number = {
    tags,
    summary: 'Count agreements',
    querystring: listQuery,
    response: { 200: count, ...failed },
  };
  app.get('/agreements/count', { config: signedIn, schema: number }, (request) =>
    agreements.total(db, callerOf(request), request.query),
  );
  const one = { tags, summary: 'Show an agreement', params, response: { 200: agreement, ...failed } };
  app.get('/agreements/:id', { config: signedIn, schema: one }, async (request, reply) =>
    sendJson(reply, await agreements.show(db, callerOf(request), request.params.id)),
  );

  const create = {
    tags,
    summary: 'Add an agreement; attributes beside the known ones are kept',
    body: agreementCreate,
    response: { 201: agreement, ...failed },
  };
  app.post('/agreements', { config: siteAdmin, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await agreements.create(tx, callerOf(request).id, request.body),
    })),
  );
  const edit = { ...one, summary: 'Change an agreement', body: agreementEdit };
  app.put('/agreements/:id', { config: siteAdmin, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await agreements.edit(tx, callerOf(request).id, request.params.id, request.body),
    })),
  );
  const remove = { tags, summary: 'Remove an agreement', params, response: { 200: removed, ...failed } };
  app.delete('/agreements/:id', { config: siteAdmin, schema: remove }, async (request) => {
    await agreements.remove(db, callerOf(request), request.params.id);
    return REMOVED;
  });
};
