import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { forwardBody, holdBody, releaseBody } from '#contract/mail-wishes.ts';
import { mailItem } from '#contract/mail.ts';
import { id } from '#contract/wire.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { forward, hold, release } from './wishes.ts';

const config = { access: 'signed-in' as Access };
const schema = { tags: ['Mail'], params: z.object({ id }), response: { 200: mailItem } };

/** What recipients ask for their own parcels. */
export const wishRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  app.put(
    '/mail/items/:id/hold',
    { config, schema: { ...schema, summary: 'Have a parcel kept', body: holdBody } },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        const { until, note } = request.body ?? {};
        return { status: 200, answer: await hold(tx, callerOf(request), request.params.id, { until, note }) };
      }),
  );
  app.put(
    '/mail/items/:id/forward',
    { config, schema: { ...schema, summary: 'Have a parcel sent on', body: forwardBody } },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        const { params, body } = request;
        return { status: 200, answer: await forward(tx, callerOf(request), params.id, body) };
      }),
  );
  app.put(
    '/mail/items/:id/release',
    { config, schema: { ...schema, summary: 'Take a wish for a parcel back', body: releaseBody } },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        const { params, body } = request;
        return { status: 200, answer: await release(tx, callerOf(request), params.id, body?.note) };
      }),
  );
};
