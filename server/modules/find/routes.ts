import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { apiErrorBody } from '#contract/errors.ts';
import { findAnswer, findQuery } from '#contract/find.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { findRecords } from './service.ts';

/** One search over all kinds of records. */
export const findRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const schema = {
    tags: ['Find'],
    summary: 'Find people, spaces, assets, parcels, requests and moves by what they are called',
    querystring: findQuery,
    response: { 200: findAnswer, '4xx': apiErrorBody },
  };
  app.get('/find', { config: { access: 'signed-in' as Access }, schema }, (request) =>
    findRecords(db, callerOf(request), request.query),
  );
};
