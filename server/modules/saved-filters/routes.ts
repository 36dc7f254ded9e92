import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import { savedFilter, savedFilterQuery, savedFilterSave } from '#contract/saved-filters.ts';
import { id, removed } from '#contract/wire.ts';
import { REMOVED } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { filtersOf, removeFilter, saveFilter } from './service.ts';

const tags = ['People'];
const failed = { '4xx': apiErrorBody };
const signedIn = { access: 'signed-in' } as const;

/** Filters by name: each person their own, on every device. */
export const savedFilterRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const all = {
    tags,
    summary: 'The filters that the caller has saved, of one view or of all',
    querystring: savedFilterQuery,
    response: { 200: z.array(savedFilter), ...failed },
  };
  app.get('/users/me/filters', { config: signedIn, schema: all }, (request) => {
    const { id: user, organisation } = callerOf(request);
    return db.read(organisation, (tx) => filtersOf(tx, user, request.query.view));
  });

  const save = {
    tags,
    summary: 'Save filters of a view under a name, or replace what the caller has saved under it',
    body: savedFilterSave,
    response: { 200: savedFilter, ...failed },
  };
  app.put('/users/me/filters', { config: signedIn, schema: save }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await saveFilter(tx, callerOf(request).id, request.body)),
    })),
  );

  const remove = {
    tags,
    summary: 'Delete a saved filter of the caller',
    params: z.object({ id }),
    response: { 200: removed, ...failed },
  };
  app.delete('/users/me/filters/:id', { config: signedIn, schema: remove }, async (request) => {
    const { id: user, organisation } = callerOf(request);
    await db.write(organisation, (tx) => removeFilter(tx, user, request.params.id));
    return REMOVED;
  });
};
