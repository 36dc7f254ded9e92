import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { leave, leaveRejectBody, leaveStepBody } from '#contract/leaves.ts';
import { id } from '#contract/wire.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { takeStep } from './steps.ts';

const base = { tags: ['Leave'], params: z.object({ id }), response: { 200: leave } };
const config = { access: 'signed-in' as Access };

/** A leave's way, step by step. Who may is told by a sentence, so everybody may ask. */
export const stepRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  for (const [step, summary] of [
    ['approve', 'Approve a leave'],
    ['withdraw', 'Withdraw a leave that has not been decided'],
    ['cancel', 'Cancel an approved leave; bookings that it gave free are restored where they can be'],
  ] as const)
    app.post(
      `/leaves/:id/${step}`,
      { config, schema: { ...base, summary, body: leaveStepBody } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await takeStep(tx, callerOf(request), request.params.id, step, request.body ?? {}),
        })),
    );
  const reject = { ...base, summary: 'Reject a leave, with a reason', body: leaveRejectBody };
  app.post('/leaves/:id/reject', { config, schema: reject }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await takeStep(tx, callerOf(request), request.params.id, 'reject', request.body),
    })),
  );
};
