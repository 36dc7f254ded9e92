import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { moveGroupPreview, moveGroupRequest } from '#contract/moves-board.ts';
import { moveRequest } from '#contract/moves.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { createGroup, previewGroup } from './groups.ts';
import { everybody as config } from './rights.ts';

const tags = ['Moves'];

/** Moves of many people from a CSV file. A selection is filed as any request is. */
export const groupRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const preview = {
    tags,
    summary: 'Say what a group move from a CSV file would be',
    body: moveGroupRequest,
    response: { 200: moveGroupPreview },
  };
  app.post('/move/groups/preview', { config, schema: preview }, (request) =>
    previewGroup(db, callerOf(request), request.body),
  );
  const create = {
    tags,
    summary: 'File a group move from a CSV file',
    body: moveGroupRequest,
    response: { 201: moveRequest },
  };
  app.post('/move/groups', { config, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createGroup(tx, callerOf(request), request.body),
    })),
  );
};
