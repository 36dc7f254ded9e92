import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  lendableAnswer,
  lendableAsset,
  lendableBody,
  lendableQuery,
  lendingRules,
  lendingRulesEdit,
  lendingScan,
  lendingScanQuery,
} from '#contract/asset-loans.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { listLendable, scanned, setLendable } from './lendable.ts';
import { keeping, managing, signedIn, tags } from './rights.ts';
import { editRules, rulesOf } from './rules.ts';

/** What may be reserved and when it is free; what a scan finds; how often people are reminded. */
export const lendableRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'List what may be reserved: what is free in the window first',
    querystring: lendableQuery,
    response: { 200: z.array(lendableAsset) },
  };
  app.get('/assets/lendable', { config: signedIn, schema: list }, async (request, reply) =>
    sendJson(reply, await listLendable(db, callerOf(request), request.query)),
  );
  const set = {
    tags,
    summary: 'Say whether these assets may be reserved; all or none',
    body: lendableBody,
    response: { 200: lendableAnswer },
  };
  app.put('/assets/lendable', { config: managing, schema: set }, async (request, reply) => {
    const { assets, lendable } = request.body;
    const ids = assets.map(({ id }) => id);
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await setLendable(tx, callerOf(request), ids, lendable)),
    }));
  });
  const scan = {
    tags,
    summary: 'Show what can be done with the asset of this code: its loan, and what is reserved',
    querystring: lendingScanQuery,
    response: { 200: lendingScan },
  };
  app.get('/assets/lending/scan', { config: keeping, schema: scan }, async (request, reply) =>
    sendJson(reply, await scanned(db, callerOf(request), request.query.code)),
  );
  const rules = { tags, summary: 'Show how often borrowers are reminded', response: { 200: lendingRules } };
  app.get('/assets/lending/rules', { config: keeping, schema: rules }, (request) =>
    db.read(callerOf(request).organisation, rulesOf),
  );
  const edit = {
    tags,
    summary: 'Change how often borrowers are reminded',
    body: lendingRulesEdit,
    response: { 200: lendingRules },
  };
  app.put('/assets/lending/rules', { config: managing, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await editRules(tx, request.body)),
    })),
  );
};
