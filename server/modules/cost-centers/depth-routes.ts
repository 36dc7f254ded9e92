import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { depth, depthCreate, depthEdit } from '#contract/cost-centers.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { count, id, listQuery, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { removeDepth, saveDepth } from './categories.ts';
import { list, show, total } from './reading.ts';

const tags = ['Cost centers'];
const signedIn = { access: 'signed-in' } as const;
const siteAdmin = { access: 'site-admin' } as const;
const params = z.object({ id });
const failed = { '4xx': apiErrorBody };

/** What the levels of a category are called. The documents spell the address both ways; both work for all. */
export const depthRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  for (const path of ['/categories/depths', '/categories/depth']) {
    const all = {
      tags,
      summary: 'List depths: the names of the levels of categories',
      querystring: listQuery,
      response: { 200: z.array(depth), ...failed },
    };
    app.get(path, { config: signedIn, schema: all }, async (request, reply) =>
      sendJson(reply, await list(db, callerOf(request), 'category_depth', request.query)),
    );
    const number = {
      tags,
      summary: 'Count depths',
      querystring: listQuery,
      response: { 200: count, ...failed },
    };
    app.get(`${path}/count`, { config: signedIn, schema: number }, (request) =>
      total(db, callerOf(request), 'category_depth', request.query),
    );
    const one = { tags, summary: 'Show a depth', params, response: { 200: depth, ...failed } };
    app.get(`${path}/:id`, { config: signedIn, schema: one }, async (request, reply) =>
      sendJson(reply, await show(db, callerOf(request), 'category_depth', request.params.id)),
    );

    const create = { tags, summary: 'Add a depth', body: depthCreate, response: { 200: depth, ...failed } };
    app.post(path, { config: siteAdmin, schema: create }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: await saveDepth(tx, callerOf(request).id, null, request.body),
      })),
    );
    const edit = { ...one, summary: 'Change a depth', body: depthEdit };
    app.put(`${path}/:id`, { config: siteAdmin, schema: edit }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: await saveDepth(tx, callerOf(request).id, request.params.id, request.body),
      })),
    );
    const remove = { tags, summary: 'Remove a depth', params, response: { 200: removed, ...failed } };
    app.delete(`${path}/:id`, { config: siteAdmin, schema: remove }, async (request) => {
      const caller = callerOf(request);
      await db.write(caller.organisation, (tx) => removeDepth(tx, caller.id, request.params.id));
      return REMOVED;
    });
  }
};
