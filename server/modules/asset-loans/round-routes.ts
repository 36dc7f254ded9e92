import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import * as contract from '#contract/asset-confirmations.ts';
import { id, listQuery } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { keeping as config, tags } from './rights.ts';
import * as rounds from './rounds.ts';

const params = z.object({ id });
const { assetRound } = contract;

/** Asking people whether they have what they are said to hold, and what came of it. Keepers. */
export const roundRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'List rounds of confirmation',
    querystring: contract.assetRoundQuery,
    response: { 200: z.array(assetRound) },
  };
  app.get('/assets/confirmations', { config, schema: list }, async (request, reply) =>
    sendJson(reply, await rounds.listRounds(db, callerOf(request), request.query)),
  );
  const show = { tags, summary: 'Show a round of confirmation', params, response: { 200: assetRound } };
  app.get('/assets/confirmations/:id', { config, schema: show }, async (request, reply) =>
    sendJson(reply, await rounds.showRound(db, callerOf(request), request.params.id)),
  );
  const asks = {
    tags,
    summary: 'List what was asked and answered, asset by asset',
    params,
    querystring: contract.assetAskQuery,
    response: { 200: z.array(contract.assetAsk) },
  };
  app.get('/assets/confirmations/:id/answers', { config, schema: asks }, async (request, reply) =>
    sendJson(reply, await rounds.showAsks(db, callerOf(request), request.params.id, request.query)),
  );
  const people = {
    tags,
    summary: 'List who was asked: those who have not answered first',
    params,
    querystring: listQuery,
    response: { 200: z.array(contract.askedPerson) },
  };
  app.get('/assets/confirmations/:id/people', { config, schema: people }, async (request, reply) =>
    sendJson(reply, await rounds.showAsked(db, callerOf(request), request.params.id, request.query)),
  );
  const preview = {
    tags,
    summary: 'Count whom a round would ask, and about how much',
    body: contract.assetRoundPreviewBody,
    response: { 200: contract.assetRoundPreview },
  };
  app.post('/assets/confirmations/preview', { config, schema: preview }, (request) =>
    rounds.previewRound(db, callerOf(request), request.body),
  );
  const start = {
    tags,
    summary: 'Ask people for what they hold; they are written to',
    body: contract.assetRoundCreate,
    response: { 201: assetRound },
  };
  app.post('/assets/confirmations', { config, schema: start }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await rounds.startRound(tx, callerOf(request), request.body),
    })),
  );
  const edit = {
    tags,
    summary: 'Change a round of confirmation',
    params,
    body: contract.assetRoundEdit,
    response: { 200: assetRound },
  };
  app.put('/assets/confirmations/:id', { config, schema: edit }, async (request, reply) => {
    const { body, params: address, headers } = request;
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await rounds.editRound(tx, callerOf(request), {
        id: address.id,
        edit: body,
        ifMatch: headers['if-match'],
      }),
    }));
  });
  for (const [path, summary, step] of [
    ['close', 'Close a round: answers can be changed no more', rounds.closeRound],
    ['remind', 'Write to those who have not answered', rounds.remindRound],
  ] as const)
    app.put(
      `/assets/confirmations/:id/${path}`,
      { config, schema: { tags, summary, params, body: z.unknown(), response: { 200: assetRound } } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await step(tx, callerOf(request), request.params.id),
        })),
    );
};
