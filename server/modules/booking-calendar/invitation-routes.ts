import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invitation } from '#contract/booking-calendar.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { invitationsOf, retryInvitations } from './invitations.ts';
import { failed, params, signedIn, tags } from './route-parts.ts';

const response = { 200: z.array(invitation), ...failed };

/** What became of the letters about a booking, for whose booking it is and for managers. */
export const invitationRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'What was sent of a reservation',
    description: 'The last letter to each guest, and to whose reservation it is. Empty for others.',
    params,
    response,
  };
  app.get('/reservations/:id/invitations', { config: signedIn, schema: list }, async (request, reply) => {
    const caller = callerOf(request);
    const { id } = request.params;
    return sendJson(reply, await db.read(caller.organisation, (tx) => invitationsOf(tx, caller, id)));
  });
  const retry = {
    tags,
    summary: 'Send again what could not be sent of a reservation',
    params,
    response,
  };
  app.put(
    '/reservations/:id/invitations/retry',
    { config: signedIn, schema: retry },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: await retryInvitations(tx, callerOf(request), request.params.id),
      })),
  );
};
