import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { apiErrorBody } from '#contract/errors.ts';
import { organisation, organisationEdit } from '#contract/organisation.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { editOrganisation, showOrganisation } from './organisation.ts';

const tags = ['Organisation'];
const response = { 200: organisation, '4xx': apiErrorBody };

/** The organisation itself: everybody signed in reads it, site administrators change it. */
export const organisationRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const show = { tags, summary: 'Show the organisation', response };
  app.get('/organisation', { config: { access: 'signed-in' }, schema: show }, async (request, reply) =>
    sendJson(reply, await db.read(callerOf(request).organisation, showOrganisation)),
  );
  const edit = {
    tags,
    summary: 'Change the organisation; in another time zone the figures of the mail desk are reckoned anew',
    body: organisationEdit,
    response,
  };
  app.put('/organisation', { config: { access: 'site-admin' }, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editOrganisation(tx, request.body),
    })),
  );
};
