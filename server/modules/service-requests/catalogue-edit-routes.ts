import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  categoryCreate,
  categoryEdit,
  holdReason,
  priority,
  priorityEdit,
  productEdit,
  serviceCategory,
  serviceProduct,
  serviceType,
  typeEdit,
} from '#contract/service-requests-catalogue.ts';
import { id, removed } from '#contract/wire.ts';
import { REMOVED } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { removeFromCatalogue, saveOfCenter, savePriority, saveProduct, saveType } from './catalogue.ts';
import { managersOnly as config } from './crew.ts';

const tags = ['Service requests'];
const params = z.object({ id });

/** What the documents' addresses do not offer: changing the catalogue, and taking things out of use. */
export const catalogueEditRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const type = {
    tags,
    summary: 'Change a request type',
    params,
    body: typeEdit,
    response: { 200: serviceType },
  };
  app.put('/service/types/:id', { config, schema: type }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveType(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const category = {
    tags,
    summary: 'Change a request category',
    params,
    body: categoryEdit,
    response: { 200: serviceCategory },
  };
  app.put('/service/categories/:id', { config, schema: category }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveOfCenter(tx, callerOf(request), 'service_category', request.params.id, request.body),
    })),
  );
  const product = {
    tags,
    summary: 'Change a request product',
    params,
    body: productEdit,
    response: { 200: serviceProduct },
  };
  app.put('/service/products/:id', { config, schema: product }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveProduct(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const urgency = {
    tags,
    summary: 'Change a priority',
    params,
    body: priorityEdit,
    response: { 200: priority },
  };
  app.put('/service/priorities/:id', { config, schema: urgency }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await savePriority(tx, callerOf(request), request.params.id, request.body),
    })),
  );

  const reason = {
    tags,
    summary: 'Add a reason to put requests on hold',
    body: categoryCreate,
    response: { 201: holdReason },
  };
  app.post('/service/hold-reasons', { config, schema: reason }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveOfCenter(tx, callerOf(request), 'service_hold_reason', null, request.body),
    })),
  );
  const reasonEdit = {
    tags,
    summary: 'Change a reason to put requests on hold',
    params,
    body: categoryEdit,
    response: { 200: holdReason },
  };
  app.put('/service/hold-reasons/:id', { config, schema: reasonEdit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const { params: address, body } = request;
      return {
        status: 200,
        answer: await saveOfCenter(tx, callerOf(request), 'service_hold_reason', address.id, body),
      };
    }),
  );

  for (const [path, name, words] of [
    ['types', 'types', 'a request type'],
    ['categories', 'categories', 'a request category'],
    ['products', 'products', 'a request product'],
    ['priorities', 'priorities', 'a priority'],
    ['hold-reasons', 'holdReasons', 'a reason to put requests on hold'],
  ] as const) {
    const remove = { tags, summary: `Take ${words} out of use`, params, response: { 200: removed } };
    app.delete(`/service/${path}/:id`, { config, schema: remove }, async (request) => {
      const caller = callerOf(request);
      await db.write(caller.organisation, (tx) => removeFromCatalogue(tx, caller, name, request.params.id));
      return REMOVED;
    });
  }
};
