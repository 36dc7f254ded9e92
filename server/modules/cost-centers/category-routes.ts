import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { category, categoryCreate, categoryEdit, categoryTree } from '#contract/cost-centers.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { count, id, listQuery, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { removeCategory, saveCategory } from './categories.ts';
import { list, show, total, treeOf } from './reading.ts';

const tags = ['Cost centers'];
const signedIn = { access: 'signed-in' } as const;
const siteAdmin = { access: 'site-admin' } as const;
const params = z.object({ id });
const failed = { '4xx': apiErrorBody };

/** The categories of cost centers, and each as a tree. */
export const categoryRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const all = {
    tags,
    summary: 'List categories of cost centers',
    querystring: listQuery,
    response: { 200: z.array(category), ...failed },
  };
  app.get('/categories', { config: signedIn, schema: all }, async (request, reply) =>
    sendJson(reply, await list(db, callerOf(request), 'category', request.query)),
  );
  const number = {
    tags,
    summary: 'Count categories',
    querystring: listQuery,
    response: { 200: count, ...failed },
  };
  app.get('/categories/count', { config: signedIn, schema: number }, (request) =>
    total(db, callerOf(request), 'category', request.query),
  );
  const one = { tags, summary: 'Show a category', params, response: { 200: category, ...failed } };
  app.get('/categories/:id', { config: signedIn, schema: one }, async (request, reply) =>
    sendJson(reply, await show(db, callerOf(request), 'category', request.params.id)),
  );
  const tree = {
    tags,
    summary: 'All cost centers of a category at once, parents before children, siblings in order',
    params,
    response: { 200: categoryTree, ...failed },
  };
  app.get('/categories/:id/tree', { config: signedIn, schema: tree }, async (request, reply) =>
    sendJson(reply, await treeOf(db, callerOf(request), request.params.id)),
  );

  const create = {
    tags,
    summary: 'Add a category',
    body: categoryCreate,
    response: { 200: category, ...failed },
  };
  app.post('/categories', { config: siteAdmin, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveCategory(tx, callerOf(request).id, null, request.body),
    })),
  );
  const edit = { ...one, summary: 'Change a category', body: categoryEdit };
  app.put('/categories/:id', { config: siteAdmin, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveCategory(tx, callerOf(request).id, request.params.id, request.body),
    })),
  );
  const remove = {
    tags,
    summary: 'Remove a category with its depths and cost centers',
    params,
    response: { 200: removed, ...failed },
  };
  app.delete('/categories/:id', { config: siteAdmin, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeCategory(tx, caller.id, request.params.id));
    return REMOVED;
  });
};
