import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import { deactivatedPerson, deactivatedQuery } from '#contract/people.ts';
import { user } from '#contract/users.ts';
import { count, id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { countGone, listGone } from './gone-repository.ts';
import { restoreUser } from './restore-user.ts';

const tags = ['People'];
const failed = { '4xx': apiErrorBody };
const config = { access: 'site-admin' } as const;

/** Those who were taken out of the directory, and their way back. */
export const restoreRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const list = {
    tags,
    summary: 'List those who were deactivated, with when and by whom',
    querystring: deactivatedQuery,
    response: { 200: z.array(deactivatedPerson), ...failed },
  };
  app.get('/users/deactivated', { config, schema: list }, (request) =>
    deps.db.read(callerOf(request).organisation, (tx) => listGone(tx, request.query)),
  );
  const number = { tags, querystring: deactivatedQuery, response: { 200: count, ...failed } };
  app.get('/users/deactivated/count', { config, schema: number }, (request) =>
    deps.db.read(callerOf(request).organisation, async (tx) => ({
      count: await countGone(tx, request.query),
    })),
  );
  const back = {
    tags,
    summary: 'Bring back somebody who was deactivated',
    description:
      'With the roles they held, and without a password: they choose a new one by a mailed link. Somebody who is there already is answered as they are.',
    params: z.object({ id }),
    response: { 200: user, ...failed },
  };
  app.put('/users/:id/restore', { config, schema: back }, async (request, reply) =>
    sendJson(reply, await restoreUser(deps, callerOf(request), request.params.id)),
  );
};
