import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  moveCommentBody,
  moveMessageBody,
  moveMessageSent,
  moveRejectBody,
  moveStepBody,
} from '#contract/moves-work.ts';
import { moveRequest } from '#contract/moves.ts';
import { id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { addComment } from './edit.ts';
import { sendMessage } from './messages.ts';
import { everybody as config } from './rights.ts';
import { takeStep } from './steps.ts';

const base = { tags: ['Moves'], params: z.object({ id }) };
const schema = { ...base, response: { 200: moveRequest } };

/** A request's way, step by step, and what people say to it. Who may is told by a sentence, so everybody may ask. */
export const stepRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  // As the documents have it: answers {}.
  const archive = {
    ...base,
    summary: 'Archive a move request',
    body: moveStepBody,
    response: { 200: z.object({}) },
  };
  app.post('/move/requests/:id/archive', { config, schema: archive }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      await takeStep(tx, callerOf(request), request.params.id, 'archive', request.body ?? {});
      return { status: 200, answer: '{}' };
    }),
  );
  for (const [step, summary] of [
    ['approve', 'Approve a move request'],
    ['reopen', 'Re-open a move request, so that it can be changed'],
    ['start', 'Say that work on a move has begun'],
    ['unarchive', 'Take a move request out of the archive'],
  ] as const)
    app.post(
      `/move/requests/:id/${step}`,
      { config, schema: { ...schema, summary, body: moveStepBody } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await takeStep(tx, callerOf(request), request.params.id, step, request.body ?? {}),
        })),
    );
  const reject = { ...schema, summary: 'Reject a move request, with a reason', body: moveRejectBody };
  app.post('/move/requests/:id/reject', { config, schema: reject }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await takeStep(tx, callerOf(request), request.params.id, 'reject', request.body),
    })),
  );
  const comment = { ...schema, summary: 'Comment on a move request', body: moveCommentBody };
  app.post('/move/requests/:id/addComment', { config, schema: comment }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await addComment(tx, callerOf(request), request.params.id, request.body.comment),
    })),
  );
  const message = {
    ...base,
    summary: 'Write to who asked for a move, and to who moves by it',
    body: moveMessageBody,
    response: { 201: moveMessageSent },
  };
  app.post('/move/requests/:id/messages', { config, schema: message }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await sendMessage(tx, callerOf(request), request.params.id, request.body),
    })),
  );
};
