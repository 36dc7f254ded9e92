import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import * as contract from '#contract/booking-rules.ts';
import { count, removed } from '#contract/wire.ts';
import { notFound } from '#server/lib/app-error.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { failed, managing, params, signedIn, tags } from './route-parts.ts';
import { countRules, findRule, listRules } from './rule-repository.ts';
import { createRule, editRule, removeRule } from './rules.ts';

const response = { 200: contract.bookingRule, ...failed };

/** Rules of types of space and of spaces: everybody reads them, managers of the reservation center write them. */
export const ruleRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const querystring = contract.bookingRuleQuery;
  const list = {
    tags,
    summary: 'List rules',
    querystring,
    response: { 200: z.array(contract.bookingRule), ...failed },
  };
  app.get('/reservations/rules', { config: signedIn, schema: list }, async (request, reply) => {
    const { query } = request;
    return sendJson(reply, await db.read(callerOf(request).organisation, (tx) => listRules(tx, query)));
  });
  const number = { tags, summary: 'Count rules', querystring, response: { 200: count, ...failed } };
  app.get('/reservations/rules/count', { config: signedIn, schema: number }, async (request) => {
    const { query } = request;
    return { count: await db.read(callerOf(request).organisation, (tx) => countRules(tx, query)) };
  });
  const show = { tags, summary: 'Show a rule', params, response };
  app.get('/reservations/rules/:id', { config: signedIn, schema: show }, async (request, reply) => {
    const json = await db.read(callerOf(request).organisation, (tx) => findRule(tx, request.params.id));
    if (json === undefined) throw notFound();
    return sendJson(reply, json);
  });

  const add = {
    tags,
    summary: 'Set a rule',
    body: contract.bookingRuleCreate,
    response: { 201: contract.bookingRule, ...failed },
  };
  app.post('/reservations/rules', { config: managing, schema: add }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createRule(tx, callerOf(request), request.body),
    })),
  );
  const change = { tags, summary: 'Change a rule', params, body: contract.bookingRuleEdit, response };
  app.put('/reservations/rules/:id', { config: managing, schema: change }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editRule(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const remove = { tags, summary: 'Remove a rule', params, response: { 200: removed, ...failed } };
  app.delete('/reservations/rules/:id', { config: managing, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeRule(tx, caller, request.params.id));
    return REMOVED;
  });
};
