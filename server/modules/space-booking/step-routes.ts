import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { cancelBody, cancelled, cancelRange, declineBody, reservation } from '#contract/reservations.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { failed, params, signedIn, tags } from './route-parts.ts';
import { cancel, cancelWithin, checkIn, checkOut, decide } from './steps.ts';

const response = { 200: reservation, ...failed };
/** Nothing is said, or something that is ignored. */
const anything = z.unknown();

/** The way of a booking: check-in, check-out, cancelling, approving. Repeats are harmless. */
export const stepRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  for (const [path, summary, step] of [
    ['checkIn', 'Check in to a reservation', checkIn],
    ['checkOut', 'Check out of a reservation; the rest of its time is free', checkOut],
  ] as const)
    app.put(
      `/reservations/:id/${path}`,
      { config: signedIn, schema: { tags, summary, params, body: anything, response } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await step(tx, callerOf(request), request.params.id),
        })),
    );

  const cancelling = {
    tags,
    summary: 'Cancel a reservation, or with scope its series',
    params,
    body: cancelBody,
    response,
  };
  app.put('/reservations/:id/cancel', { config: signedIn, schema: cancelling }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await cancel(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const range = {
    tags,
    summary: 'Cancel what begins within dates',
    description: 'The caller’s own; managers name another person, a room, or both.',
    body: cancelRange,
    response: { 200: cancelled, ...failed },
  };
  app.put('/reservations/cancel', { config: signedIn, schema: range }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const outcome = await cancelWithin(tx, callerOf(request), request.body);
      return { status: 200, answer: JSON.stringify(outcome) };
    }),
  );

  for (const [path, summary, approved] of [
    ['approve', 'Approve a reservation', true],
    ['decline', 'Decline a reservation', false],
  ] as const)
    app.put(
      `/reservations/:id/${path}`,
      // Also who stands in for a manager on leave: the service looks.
      { config: signedIn, schema: { tags, summary, params, body: declineBody, response } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await decide(tx, callerOf(request), request.params.id, {
            approved,
            reason: request.body?.reason,
          }),
        })),
    );
};
