import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bag, bagCreate, bagItems, bagQuery, bagReceive, bagWithItems } from '#contract/mail-bags.ts';
import { count, id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { countBags, listBags, showBagWithItems } from './bag-repository.ts';
import { createBag, emptyBag, fillBag, receiveBag, sendBag } from './bags.ts';

const tags = ['Mail'];
const config = { access: { module: 'mail', roles: workers } as Access };
const params = z.object({ id });
const one = { tags, params, response: { 200: bagWithItems } };

/** Bags between centers: filled at one end, sent and received as one. */
export const bagRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = { tags, summary: 'List bags', querystring: bagQuery, response: { 200: z.array(bag) } };
  app.get('/mail/bags', { config, schema: list }, async (request, reply) => {
    const { query } = request;
    return sendJson(reply, await db.read(callerOf(request).organisation, (tx) => listBags(tx, query)));
  });
  const counted = { tags, summary: 'Count bags', querystring: bagQuery, response: { 200: count } };
  app.get('/mail/bags/count', { config, schema: counted }, async (request) => {
    const { query } = request;
    return { count: await db.read(callerOf(request).organisation, (tx) => countBags(tx, query)) };
  });
  app.get('/mail/bags/:id', { config, schema: { ...one, summary: 'Show a bag' } }, async (request, reply) => {
    const { organisation } = callerOf(request);
    const found = await db.read(organisation, (tx) => showBagWithItems(tx, request.params.id));
    if (found === undefined) throw notFound();
    return sendJson(reply, found);
  });

  const create = { tags, summary: 'Begin a bag', body: bagCreate, response: { 201: bagWithItems } };
  app.post('/mail/bags', { config, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createBag(tx, callerOf(request), request.body),
    })),
  );
  const contents = [
    ['put', 'Put parcels into a bag', fillBag],
    ['delete', 'Take parcels out of a bag', emptyBag],
  ] as const;
  for (const [method, summary, change] of contents)
    app[method](
      '/mail/bags/:id/items',
      { config, schema: { ...one, summary, body: bagItems } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await change(tx, callerOf(request), request.params.id, request.body),
        })),
    );
  const send = { ...one, summary: 'Send a bag' };
  app.put('/mail/bags/:id/send', { config, schema: send }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await sendBag(tx, callerOf(request), request.params.id),
    })),
  );
  const receive = { ...one, summary: 'Receive a bag', body: bagReceive };
  app.put('/mail/bags/:id/receive', { config, schema: receive }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await receiveBag(tx, callerOf(request), request.params.id, request.body),
    })),
  );
};
