import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assetLoan, handOverBody, loanCancelBody, loanReturnBody } from '#contract/asset-loans.ts';
import { id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { checkSameId } from './check.ts';
import { remindNow } from './edit.ts';
import { keeping, signedIn, tags } from './rights.ts';
import { cancel, handOver, takeBack } from './steps.ts';
import { undo } from './undo.ts';

const params = z.object({ id });
const response = { 200: assetLoan };
/** Nothing is said, or something that is ignored. */
const anything = z.unknown();

/** The way of a loan: handing over, returning, cancelling, and each taken back. Repeats are harmless. */
export const stepRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const handing = { tags, summary: 'Hand over what was reserved', params, body: handOverBody, response };
  app.put('/assets/loans/:id/handOver', { config: keeping, schema: handing }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      checkSameId(request.body?.id, request.params.id);
      const answer = await handOver(tx, callerOf(request), { ...request.body, id: request.params.id });
      return { status: 200, answer };
    }),
  );
  const returning = {
    tags,
    summary: 'Take an asset back: it goes where it was, or to the room that is named',
    params,
    body: loanReturnBody,
    response,
  };
  app.put('/assets/loans/:id/return', { config: keeping, schema: returning }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await takeBack(tx, callerOf(request), request.params.id, request.body),
    })),
  );
  const cancelling = {
    tags,
    summary: 'Cancel a reservation of an asset',
    params,
    body: loanCancelBody,
    response,
  };
  app.put('/assets/loans/:id/cancel', { config: signedIn, schema: cancelling }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      checkSameId(request.body?.id, request.params.id);
      const answer = await cancel(tx, callerOf(request), request.params.id, request.body?.reason);
      return { status: 200, answer };
    }),
  );
  for (const [path, summary, config, step] of [
    ['undo', 'Take the last step of a loan back', signedIn, undo],
    ['remind', 'Write to the borrower now', keeping, remindNow],
  ] as const)
    app.put(
      `/assets/loans/:id/${path}`,
      { config, schema: { tags, summary, params, body: anything, response } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: await step(tx, callerOf(request), request.params.id),
        })),
    );
};
