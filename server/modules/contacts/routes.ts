import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { contact, contactCreate, contactWrite } from '#contract/contacts.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { count, id, listQuery, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { contactService as contacts } from './service.ts';

const tags = ['Contacts'];
const signedIn = { access: 'signed-in' } as const;
const siteAdmin = { access: 'site-admin' } as const;
const params = z.object({ id });
const failed = { '4xx': apiErrorBody };

/** Contacts: everybody signed in reads them, site administrators keep them. */
export const contactRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const all = {
    tags,
    summary: 'List contacts',
    querystring: listQuery,
    response: { 200: z.array(contact), ...failed },
  };
  app.get('/contacts', { config: signedIn, schema: all }, async (request, reply) =>
    sendJson(reply, await contacts.list(db, callerOf(request), request.query)),
  );
  const number = {
    tags,
    summary: 'Count contacts',
    querystring: listQuery,
    response: { 200: count, ...failed },
  };
  app.get('/contacts/count', { config: signedIn, schema: number }, (request) =>
    contacts.total(db, callerOf(request), request.query),
  );
  const one = { tags, summary: 'Show a contact', params, response: { 200: contact, ...failed } };
  app.get('/contacts/:id', { config: signedIn, schema: one }, async (request, reply) =>
    sendJson(reply, await contacts.show(db, callerOf(request), request.params.id)),
  );

  const create = {
    tags,
    summary: 'Add a contact; attributes beside the known ones are kept',
    body: contactCreate,
    response: { 201: contact, ...failed },
  };
  app.post('/contacts', { config: siteAdmin, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await contacts.create(tx, callerOf(request).id, request.body),
    })),
  );
  const edit = { ...one, summary: 'Change a contact', body: contactWrite };
  app.put('/contacts/:id', { config: siteAdmin, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await contacts.edit(tx, callerOf(request).id, request.params.id, request.body),
    })),
  );
  const remove = { tags, summary: 'Remove a contact', params, response: { 200: removed, ...failed } };
  app.delete('/contacts/:id', { config: siteAdmin, schema: remove }, async (request) => {
    await contacts.remove(db, callerOf(request), request.params.id);
    return REMOVED;
  });
};
