import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  categoryCreate,
  holdReason,
  holdReasonQuery,
  priority,
  priorityCreate,
  productCreate,
  serviceCatalogue,
  serviceCategory,
  serviceProduct,
  serviceType,
  typeCreate,
} from '#contract/service-requests-catalogue.ts';
import { count, id, listQuery } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import {
  countCatalogue,
  listCatalogue,
  saveOfCenter,
  savePriority,
  saveProduct,
  saveType,
  showCatalogue,
  showInCatalogue,
} from './catalogue.ts';
import { everybody, managersOnly } from './crew.ts';

const tags = ['Service requests'];
const params = z.object({ id });

/** Types, categories, products and priorities as the documents have them: read by everybody, added to by managers. */
export const catalogueRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const lists = [
    ['/maintenance/types', 'types', 'request types', serviceType, listQuery],
    ['/maintenance/categories', 'categories', 'request categories', serviceCategory, listQuery],
    ['/maintenance/products', 'products', 'request products', serviceProduct, listQuery],
    ['/maintenance/priorities', 'priorities', 'priorities', priority, listQuery],
    ['/service/hold-reasons', 'holdReasons', 'reasons to put a request on hold', holdReason, holdReasonQuery],
  ] as const;
  for (const [path, name, words, one, query] of lists) {
    const listing = { tags, summary: `List ${words}`, querystring: query, response: { 200: z.array(one) } };
    app.get(path, { config: everybody, schema: listing }, async (request, reply) =>
      sendJson(reply, await listCatalogue(db, callerOf(request), name, request.query)),
    );
    const counting = { tags, summary: `Count ${words}`, querystring: query, response: { 200: count } };
    app.get(`${path}/count`, { config: everybody, schema: counting }, (request) =>
      countCatalogue(db, callerOf(request), name, request.query),
    );
    const showing = { tags, summary: `Show one of the ${words}`, params, response: { 200: one } };
    app.get(`${path}/:id`, { config: everybody, schema: showing }, async (request, reply) =>
      sendJson(reply, await showInCatalogue(db, callerOf(request), name, request.params.id)),
    );
  }

  const tree = {
    tags,
    summary: 'Show all that may be asked for, as a tree',
    response: { 200: serviceCatalogue },
  };
  app.get('/service/catalogue', { config: everybody, schema: tree }, async (request, reply) =>
    sendJson(reply, await showCatalogue(db, callerOf(request))),
  );

  const type = { tags, summary: 'Add a request type', body: typeCreate, response: { 201: serviceType } };
  app.post('/maintenance/types', { config: managersOnly, schema: type }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveType(tx, callerOf(request), null, request.body),
    })),
  );
  const category = {
    tags,
    summary: 'Add a request category',
    body: categoryCreate,
    response: { 201: serviceCategory },
  };
  app.post('/maintenance/categories', { config: managersOnly, schema: category }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveOfCenter(tx, callerOf(request), 'service_category', null, request.body),
    })),
  );
  const product = {
    tags,
    summary: 'Add a request product',
    body: productCreate,
    response: { 201: serviceProduct },
  };
  app.post('/maintenance/products', { config: managersOnly, schema: product }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveProduct(tx, callerOf(request), null, request.body),
    })),
  );
  const urgency = { tags, summary: 'Add a priority', body: priorityCreate, response: { 201: priority } };
  app.post('/maintenance/priorities', { config: managersOnly, schema: urgency }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await savePriority(tx, callerOf(request), null, request.body),
    })),
  );
};
