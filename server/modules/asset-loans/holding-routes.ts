import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { heldAsset, holdingAnswersBody } from '#contract/asset-confirmations.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { readImage, type Image } from '#server/lib/images.ts';
import { answer, holdingsOf } from './holdings.ts';
import { signedIn as config, tags } from './rights.ts';

/** What the caller holds, and what they say of it. */
export const holdingRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, files }) => {
  const mine = {
    tags,
    summary: 'Show what the caller holds and what is asked of it',
    response: { 200: z.array(heldAsset) },
  };
  app.get('/assets/mine', { config, schema: mine }, async (request, reply) => {
    const caller = callerOf(request);
    return sendJson(reply, await db.read(caller.organisation, (tx) => holdingsOf(tx, caller.id)));
  });
  const saying = {
    tags,
    summary: 'Say of what one holds whether one has it; null takes an answer back',
    body: holdingAnswersBody,
    response: { 200: z.array(heldAsset) },
  };
  app.put('/assets/mine/answers', { config, schema: saying }, async (request, reply) => {
    const { answers } = request.body;
    const images = new Map<number, Image>();
    for (const [nth, { photograph }] of answers.entries())
      if (photograph)
        images.set(nth, await readImage(photograph, { field: 'photograph', fileName: 'asset' }));
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await answer(tx, callerOf(request), files, { answers, images }),
    }));
  });
};
