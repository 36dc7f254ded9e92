import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  assetModel,
  assetModelCreate,
  assetModelEdit,
  assetModelQuery,
  assetType,
  assetTypeCreate,
  assetTypeEdit,
  assetTypeQuery,
} from '#contract/assets-catalogue.ts';
import { count, id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import {
  countCatalogue,
  listCatalogue,
  removeFromCatalogue,
  saveModel,
  saveType,
  showInCatalogue,
} from './catalogue.ts';
import { everybody, managersOnly } from './rights.ts';

const tags = ['Assets'];
const params = z.object({ id });

/** What kinds of asset there are, and what models of them. */
export const catalogueRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const lists = [
    ['types', 'asset type', assetType, assetTypeQuery],
    ['models', 'asset model', assetModel, assetModelQuery],
  ] as const;
  for (const [name, what, one, querystring] of lists) {
    const list = { tags, summary: `List ${what}s`, querystring, response: { 200: z.array(one) } };
    app.get(`/assets/${name}`, { config: everybody, schema: list }, async (request, reply) =>
      sendJson(reply, await listCatalogue(db, callerOf(request), name, request.query)),
    );
    const counting = { tags, summary: `Count ${what}s`, querystring, response: { 200: count } };
    app.get(`/assets/${name}/count`, { config: everybody, schema: counting }, (request) =>
      countCatalogue(db, callerOf(request), name, request.query),
    );
    const show = { tags, summary: `Show an ${what}`, params, response: { 200: one } };
    app.get(`/assets/${name}/:id`, { config: everybody, schema: show }, async (request, reply) =>
      sendJson(reply, await showInCatalogue(db, callerOf(request), name, request.params.id)),
    );
    const remove = { tags, summary: `Take an ${what} out of use`, params, response: { 200: removed } };
    app.delete(`/assets/${name}/:id`, { config: managersOnly, schema: remove }, async (request) => {
      const caller = callerOf(request);
      await db.write(caller.organisation, (tx) => removeFromCatalogue(tx, caller, name, request.params.id));
      return REMOVED;
    });
  }

  const addType = { tags, summary: 'Add an asset type', body: assetTypeCreate, response: { 201: assetType } };
  app.post('/assets/types', { config: managersOnly, schema: addType }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveType(tx, callerOf(request), null, request.body),
    })),
  );
  const editType = {
    tags,
    summary: 'Change an asset type',
    params,
    body: assetTypeEdit,
    response: { 200: assetType },
  };
  app.put('/assets/types/:id', { config: managersOnly, schema: editType }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveType(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const addModel = {
    tags,
    summary: 'Add an asset model',
    body: assetModelCreate,
    response: { 201: assetModel },
  };
  app.post('/assets/models', { config: managersOnly, schema: addModel }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveModel(tx, callerOf(request), null, request.body),
    })),
  );
  const editModel = {
    tags,
    summary: 'Change an asset model',
    params,
    body: assetModelEdit,
    response: { 200: assetModel },
  };
  app.put('/assets/models/:id', { config: managersOnly, schema: editModel }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveModel(tx, callerOf(request), request.params.id, request.body),
    })),
  );
};
