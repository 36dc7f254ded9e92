import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  leaveLimit,
  leaveLimitEdit,
  leaveLimitQuery,
  leaveType,
  leaveTypeCreate,
  leaveTypeEdit,
} from '#contract/leaves.ts';
import { id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { editLimit, listLimits } from './limits.ts';
import { listTypes, removeType, saveType } from './types.ts';

const tags = ['Leave'];
const params = z.object({ id });
const everybody = { access: 'signed-in' as Access };
const config = { access: 'site-admin' as Access };

/** What kinds of leave there are, and how many days people may take of each. */
export const settingsRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = { tags, summary: 'List types of leave', response: { 200: z.array(leaveType) } };
  app.get('/leaves/types', { config: everybody, schema: list }, async (request, reply) =>
    sendJson(reply, await db.read(callerOf(request).organisation, (tx) => listTypes(tx))),
  );
  const add = { tags, summary: 'Add a type of leave', body: leaveTypeCreate, response: { 201: leaveType } };
  app.post('/leaves/types', { config, schema: add }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveType(tx, callerOf(request), null, request.body),
    })),
  );
  const edit = {
    tags,
    summary: 'Change a type of leave',
    params,
    body: leaveTypeEdit,
    response: { 200: leaveType },
  };
  app.put('/leaves/types/:id', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveType(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const remove = { tags, summary: 'Take a type of leave out of use', params, response: { 200: removed } };
  app.delete('/leaves/types/:id', { config, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeType(tx, caller, request.params.id));
    return REMOVED;
  });
  const limits = {
    tags,
    summary: 'List days of leave by type and year: what there is, was taken and is asked for',
    querystring: leaveLimitQuery,
    response: { 200: z.array(leaveLimit) },
  };
  app.get('/leaves/limits', { config: everybody, schema: limits }, async (request) => {
    const caller = callerOf(request);
    return db.read(caller.organisation, (tx) => listLimits(tx, caller, request.query));
  });
  const set = {
    tags,
    summary: 'Set how many days a person may take of a type in a year',
    body: leaveLimitEdit,
    response: { 200: leaveLimit },
  };
  app.put('/leaves/limits', { config, schema: set }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await editLimit(tx, callerOf(request), request.body)),
    })),
  );
};
