import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { alertWrite } from '#contract/mail-notices.ts';
import { mailAlert } from '#contract/mail.ts';
import { id, removed } from '#contract/wire.ts';
import { REMOVED } from '#server/lib/answers.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { addAlert, dropAlert, editAlert } from './alerts.ts';

const tags = ['Mail'];
const config = { access: { module: 'mail', roles: workers } as Access };
const params = z.object({ id });

/** Standing notes that the clerk sees when something is scanned for a person. */
export const alertRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const add = {
    tags,
    summary: 'Leave an alert on a recipient',
    body: alertWrite,
    response: { 201: mailAlert },
  };
  app.post('/mail/alerts', { config, schema: add }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await addAlert(tx, callerOf(request), request.body),
    })),
  );
  const edit = { tags, summary: 'Change an alert', params, body: alertWrite, response: { 200: mailAlert } };
  app.put('/mail/alerts/:id', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editAlert(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const remove = { tags, summary: 'Remove an alert', params, response: { 200: removed } };
  app.delete('/mail/alerts/:id', { config, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => dropAlert(tx, caller, request.params.id));
    return REMOVED;
  });
};
