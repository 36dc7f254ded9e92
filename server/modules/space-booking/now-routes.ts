import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { reservation } from '#contract/reservations.ts';
import { spaceNow as answer, swapBody, walkInBody } from '#contract/space-code.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { spaceNow } from './now.ts';
import { failed, params, signedIn, tags } from './route-parts.ts';
import { swap } from './swap.ts';
import { walkIn } from './walk-in.ts';

/** What the code at a desk or a door opens, and what may be done there. */
export const nowRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const show = {
    tags,
    summary: 'Show a space now: who has it, what comes next, and what the caller may do there',
    params,
    response: { 200: answer, ...failed },
  };
  app.get('/rooms/:id/now', { config: signedIn, schema: show }, (request) => {
    const caller = callerOf(request);
    return db.read(caller.organisation, (tx) => spaceNow(tx, caller, request.params.id, Date.now()));
  });
  const walkingIn = {
    tags,
    summary: 'Book a space from now on and check in',
    description: '409 space-booking.taken says from when the space is free.',
    params,
    body: walkInBody,
    response: { 201: reservation, ...failed },
  };
  app.post('/rooms/:id/walkIn', { config: signedIn, schema: walkingIn }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await walkIn(tx, callerOf(request), { room: request.params.id, ...request.body }),
    })),
  );
  const swapping = {
    tags,
    summary: 'Move the caller’s booking of this time here and check in',
    description: 'The space where it was is free at once. A repeat changes nothing.',
    params,
    body: swapBody,
    response: { 200: reservation, ...failed },
  };
  app.post('/rooms/:id/swap', { config: signedIn, schema: swapping }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await swap(tx, callerOf(request), {
        room: request.params.id,
        reservation: request.body.reservation.id,
      }),
    })),
  );
};
