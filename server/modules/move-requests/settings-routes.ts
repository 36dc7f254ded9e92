import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { moveTaskCreate, moveTaskEdit, moveTypeEdit } from '#contract/moves-settings.ts';
import { moveRequestType, moveTask } from '#contract/moves.ts';
import { id, removed } from '#contract/wire.ts';
import { REMOVED } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { managersOnly as config } from './rights.ts';
import { editType, removeTask, saveTask } from './settings.ts';

const tags = ['Moves'];
const params = z.object({ id });

/** What requests ask: the fields of their types, the tasks that there are and what those ask. */
export const settingsRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const type = {
    tags,
    summary: 'Change a type of move',
    params,
    body: moveTypeEdit,
    response: { 200: moveRequestType },
  };
  app.put('/move/settings/types/:id', { config, schema: type }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editType(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const add = { tags, summary: 'Add a task of moves', body: moveTaskCreate, response: { 201: moveTask } };
  app.post('/move/settings/tasks', { config, schema: add }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveTask(tx, callerOf(request), null, request.body),
    })),
  );
  const edit = {
    tags,
    summary: 'Change a task of moves',
    params,
    body: moveTaskEdit,
    response: { 200: moveTask },
  };
  app.put('/move/settings/tasks/:id', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveTask(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const remove = { tags, summary: 'Take a task of moves out of use', params, response: { 200: removed } };
  app.delete('/move/settings/tasks/:id', { config, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeTask(tx, caller, request.params.id));
    return REMOVED;
  });
};
