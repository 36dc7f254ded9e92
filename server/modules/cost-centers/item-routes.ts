import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { categoryItem, itemCreate, itemEdit, itemQuery } from '#contract/cost-centers.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { count, id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { createItem, editItem, removeItem } from './items.ts';
import { list, show, total } from './reading.ts';

const tags = ['Cost centers'];
const signedIn = { access: 'signed-in' } as const;
const siteAdmin = { access: 'site-admin' } as const;
const params = z.object({ id });
const failed = { '4xx': apiErrorBody };

/** The cost centers themselves: items of a category, each with its parent. */
export const itemRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const all = {
    tags,
    summary: 'List cost centers, by category, by parent, or only those without a parent',
    querystring: itemQuery,
    response: { 200: z.array(categoryItem), ...failed },
  };
  app.get('/categories/items', { config: signedIn, schema: all }, async (request, reply) =>
    sendJson(reply, await list(db, callerOf(request), 'category_item', request.query)),
  );
  const number = {
    tags,
    summary: 'Count cost centers',
    querystring: itemQuery,
    response: { 200: count, ...failed },
  };
  app.get('/categories/items/count', { config: signedIn, schema: number }, (request) =>
    total(db, callerOf(request), 'category_item', request.query),
  );
  const one = { tags, summary: 'Show a cost center', params, response: { 200: categoryItem, ...failed } };
  app.get('/categories/items/:id', { config: signedIn, schema: one }, async (request, reply) =>
    sendJson(reply, await show(db, callerOf(request), 'category_item', request.params.id)),
  );

  const create = {
    tags,
    summary: 'Add a cost center',
    body: itemCreate,
    response: { 201: categoryItem, ...failed },
  };
  app.post('/categories/items', { config: siteAdmin, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createItem(tx, callerOf(request).id, request.body),
    })),
  );
  const edit = {
    ...one,
    summary:
      'Change a cost center, or move it with all below it to another parent or place among its siblings',
    body: itemEdit,
  };
  app.put('/categories/items/:id', { config: siteAdmin, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editItem(tx, callerOf(request).id, request.params.id, request.body),
    })),
  );
  const remove = {
    tags,
    summary: 'Remove a cost center with all below it',
    params,
    response: { 200: removed, ...failed },
  };
  app.delete('/categories/items/:id', { config: siteAdmin, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeItem(tx, caller.id, request.params.id));
    return REMOVED;
  });
};
