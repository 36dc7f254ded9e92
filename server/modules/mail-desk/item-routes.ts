import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  mailCommentBody,
  mailCounts,
  mailEdit,
  mailItem,
  mailQuery,
  type MailQuery,
} from '#contract/mail.ts';
import { count, id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf, managers, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { addComment, editItem, removeItem } from './edit.ts';
import { countItems, countQueues, listIds, listItems, showItem } from './service.ts';

const tags = ['Mail'];
const reading = { access: 'signed-in' as Access };
const writing = { access: { module: 'mail', roles: workers } as Access };
const managing = { access: { module: 'mail', roles: managers } as Access };
const params = z.object({ id });
/** The list of what has been delivered is the list with one more filter; another queue leaves nothing. */
const delivered = (query: MailQuery): MailQuery => ({
  ...query,
  queue: query.queue && !query.queue.includes('OUT') ? [] : ['OUT'],
});

/** Reading, correcting, commenting and removing parcels. */
export const itemRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = (summary: string, answer: z.ZodType) => ({
    config: reading,
    schema: { tags, summary, querystring: mailQuery, response: { 200: answer } },
  });
  const items = z.array(mailItem);

  app.get('/mail/items', list('List parcels', items), async (request, reply) =>
    sendJson(reply, await listItems(db, callerOf(request), request.query)),
  );
  app.get('/mail/items/count', list('Count parcels', count), async (request) => ({
    count: await countItems(db, callerOf(request), request.query),
  }));
  app.get('/mail/items/counts', list('Count parcels by queue', mailCounts), (request) =>
    countQueues(db, callerOf(request), request.query),
  );
  app.get('/mail/items/delivered', list('List delivered parcels', items), async (request, reply) =>
    sendJson(reply, await listItems(db, callerOf(request), delivered(request.query))),
  );
  app.get('/mail/items/delivered/count', list('Count delivered parcels', count), async (request) => ({
    count: await countItems(db, callerOf(request), delivered(request.query)),
  }));
  app.get('/mail/items/ids', list('List ids of parcels', z.array(z.int())), async (request, reply) => {
    // All of them, as documented, unless a page is asked for by name.
    const asked = new URL(request.url, 'http://localhost').searchParams;
    const all = !asked.get('limit') && !asked.get('startAt');
    return sendJson(reply, await listIds(db, callerOf(request), request.query, all));
  });
  app.get('/mail/items/ids/count', list('Count ids of parcels', count), async (request) => ({
    count: await countItems(db, callerOf(request), request.query),
  }));

  const show = { tags, summary: 'Show a parcel', params, response: { 200: mailItem } };
  app.get('/mail/items/:id', { config: reading, schema: show }, async (request, reply) =>
    sendJson(reply, await showItem(db, callerOf(request), request.params.id)),
  );

  const edit = { tags, summary: 'Correct a parcel', params, body: mailEdit, response: { 200: mailItem } };
  app.put('/mail/items/:id', { config: writing, schema: edit }, async (request, reply) => {
    const ifMatch = request.headers['if-match'];
    return idempotently(db, request, reply, async (tx) => {
      const answer = await editItem(tx, callerOf(request), request.params.id, request.body, ifMatch);
      return { status: 200, answer };
    });
  });

  const remove = { tags, summary: 'Remove a parcel', params, response: { 200: removed } };
  app.delete('/mail/items/:id', { config: managing, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeItem(tx, caller, request.params.id));
    return REMOVED;
  });

  const comment = {
    tags,
    summary: 'Comment on a parcel',
    params,
    body: mailCommentBody,
    response: { 200: mailItem },
  };
  // Documented as PUT here and as POST for service requests: both are taken.
  for (const method of ['put', 'post'] as const)
    app[method]('/mail/items/:id/addComment', { config: writing, schema: comment }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        const { params: address, body } = request;
        return { status: 200, answer: await addComment(tx, callerOf(request), address.id, body.comment) };
      }),
    );
};
