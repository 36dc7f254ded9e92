import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  asset,
  assetCreate,
  assetEdit,
  assetEvent,
  assetHistoryQuery,
  assetMatches,
  assetQuery,
  verifyBody,
} from '#contract/assets.ts';
import { count, id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { everybody, keepers } from './rights.ts';
import { countAssets, listAssets, showAsset, showByCode, showHistory } from './service.ts';
import { createAsset, editAsset, removeAsset, verifyAsset } from './write.ts';

const tags = ['Assets'];
const params = z.object({ id });

/** Finding, adding, changing, removing and verifying assets. */
export const registerRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const querystring = assetQuery;
  const list = { tags, summary: 'List assets', querystring, response: { 200: z.array(asset) } };
  app.get('/assets', { config: everybody, schema: list }, async (request, reply) =>
    sendJson(reply, await listAssets(db, callerOf(request), request.query)),
  );
  const counting = { tags, summary: 'Count assets', querystring, response: { 200: count } };
  app.get('/assets/count', { config: everybody, schema: counting }, async (request) => ({
    count: await countAssets(db, callerOf(request), request.query),
  }));
  const codes = {
    tags,
    summary: 'Find what bears a code: a local id, a serial number or the code that we print',
    params: z.object({ code: z.string().max(300) }),
    response: { 200: assetMatches },
  };
  app.get('/assets/codes/:code', { config: everybody, schema: codes }, async (request, reply) =>
    sendJson(reply, await showByCode(db, callerOf(request), request.params.code)),
  );

  const show = { tags, summary: 'Show an asset', params, response: { 200: asset } };
  app.get('/assets/:id', { config: everybody, schema: show }, async (request, reply) =>
    sendJson(reply, await showAsset(db, callerOf(request), request.params.id)),
  );
  const history = {
    tags,
    summary: 'Show who saw an asset, who had it, and what else happened to it',
    params,
    querystring: assetHistoryQuery,
    response: { 200: z.array(assetEvent) },
  };
  app.get('/assets/:id/history', { config: everybody, schema: history }, async (request, reply) =>
    sendJson(reply, await showHistory(db, callerOf(request), request.params.id, request.query)),
  );

  const create = {
    tags,
    summary: 'Add an asset; attributes beside the known ones are kept',
    body: assetCreate,
    response: { 201: asset },
  };
  app.post('/assets', { config: keepers, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createAsset(tx, callerOf(request), request.body),
    })),
  );
  const edit = { tags, summary: 'Change an asset', params, body: assetEdit, response: { 200: asset } };
  app.put('/assets/:id', { config: keepers, schema: edit }, async (request, reply) => {
    const ifMatch = request.headers['if-match'];
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editAsset(tx, callerOf(request), request.params.id, request.body, ifMatch),
    }));
  });
  const remove = { tags, summary: 'Remove an asset', params, response: { 200: removed } };
  app.delete('/assets/:id', { config: keepers, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeAsset(tx, caller, request.params.id));
    return REMOVED;
  });
  const verify = {
    tags,
    summary: 'Note that one has seen an asset, here or where it belongs',
    params,
    body: verifyBody,
    response: { 204: z.void() },
  };
  app.put('/assets/:id/verify', { config: keepers, schema: verify }, async (request, reply) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => verifyAsset(tx, caller, request.params.id, request.body));
    return reply.code(204).send();
  });
};
