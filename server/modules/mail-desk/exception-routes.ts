import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assignBody, suggestions } from '#contract/mail-exceptions.ts';
import { mailItem } from '#contract/mail.ts';
import { id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { assign, suggestionsFor } from './assign.ts';

const tags = ['Mail'];
const config = { access: { module: 'mail', roles: workers } as Access };

/** The way out of the exceptions. */
export const exceptionRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const many = {
    tags,
    summary: 'Say who parcels are for',
    body: assignBody,
    response: { 200: z.array(mailItem) },
  };
  app.put('/mail/items/assign', { config, schema: many }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await assign(tx, callerOf(request), request.body),
    })),
  );

  const one = {
    tags,
    summary: 'Suggest whom a label may mean',
    params: z.object({ id }),
    response: { 200: suggestions },
  };
  app.get('/mail/items/:id/suggestions', { config, schema: one }, async (request, reply) => {
    const caller = callerOf(request);
    const found = await db.read(caller.organisation, (tx) => suggestionsFor(tx, caller, request.params.id));
    return sendJson(reply, found);
  });
};
