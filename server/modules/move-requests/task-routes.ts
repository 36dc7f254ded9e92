import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  moveChecklistQuery,
  moveItemTask,
  moveItemTaskEdit,
  moveTaskRequestBody,
} from '#contract/moves-work.ts';
import { count, id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { everybody as config } from './rights.ts';
import { countChecklist, editTask, listChecklist, requestFromTask } from './tasks.ts';

const tags = ['Moves'];
const params = z.object({ id, taskId: id });

/** What the teams do for moves: one list over all requests, and its lines. */
export const taskRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const querystring = moveChecklistQuery;
  const list = {
    tags,
    summary: 'List the tasks of moves',
    querystring,
    response: { 200: z.array(moveItemTask) },
  };
  app.get('/move/checklist', { config, schema: list }, async (request, reply) =>
    sendJson(reply, await listChecklist(db, callerOf(request), request.query)),
  );
  const counting = { tags, summary: 'Count the tasks of moves', querystring, response: { 200: count } };
  app.get('/move/checklist/count', { config, schema: counting }, async (request) => ({
    count: await countChecklist(db, callerOf(request), request.query),
  }));
  const edit = {
    tags,
    summary: 'Tick a task of an item off',
    params,
    body: moveItemTaskEdit,
    response: { 200: moveItemTask },
  };
  app.put('/move/items/:id/tasks/:taskId', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const at = [request.params.id, request.params.taskId] as const;
      return { status: 200, answer: await editTask(tx, callerOf(request), at, request.body) };
    }),
  );
  const make = {
    tags,
    summary: 'Make a service request from a task',
    params,
    body: moveTaskRequestBody,
    response: { 201: moveItemTask },
  };
  app.post('/move/items/:id/tasks/:taskId/serviceRequest', { config, schema: make }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const at = [request.params.id, request.params.taskId] as const;
      return { status: 201, answer: await requestFromTask(tx, callerOf(request), at, request.body ?? {}) };
    }),
  );
};
