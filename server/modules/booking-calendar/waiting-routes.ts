import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { waitingCreate, waitingEntry } from '#contract/booking-calendar.ts';
import { removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { failed, params, signedIn, tags } from './route-parts.ts';
import { listWaiting } from './waiting-repository.ts';
import { joinLine, leaveLine } from './waiting.ts';

/** "Tell me when it frees up": each for themselves. */
export const waitingRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'What the caller waits for',
    description: 'Until its window ends, also what they have been told of.',
    response: { 200: z.array(waitingEntry), ...failed },
  };
  app.get('/reservations/waiting', { config: signedIn, schema: list }, async (request, reply) => {
    const caller = callerOf(request);
    const entries = await db.read(caller.organisation, (tx) => listWaiting(tx, caller.id));
    return sendJson(reply, `[${entries.map(({ json }) => json).join(',')}]`);
  });
  const add = {
    tags,
    summary: 'Wait for a space',
    description: 'The first in line who may book what becomes free is told by mail and leaves the line.',
    body: waitingCreate,
    response: { 201: waitingEntry, ...failed },
  };
  app.post('/reservations/waiting', { config: signedIn, schema: add }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await joinLine(tx, callerOf(request), request.body),
    })),
  );
  const remove = { tags, summary: 'Wait no more', params, response: { 200: removed, ...failed } };
  app.delete('/reservations/waiting/:id', { config: signedIn, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => leaveLine(tx, caller, request.params.id));
    return REMOVED;
  });
};
