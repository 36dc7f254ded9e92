import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { imageBody } from '#contract/service-requests.ts';
import { attachment } from '#contract/users.ts';
import { id, removed } from '#contract/wire.ts';
import { REMOVED } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { readImage } from '#server/lib/images.ts';
import { attachImage, removeImage } from './images.ts';
import { keepers as config } from './rights.ts';

const tags = ['Assets'];
const params = z.object({ id });

/** Pictures of assets. */
export const imageRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, files }) => {
  const image = {
    tags,
    summary: 'Add a picture to an asset',
    params,
    body: imageBody,
    response: { 200: attachment },
  };
  app.post('/assets/:id/attachImage', { config, schema: image }, async (request, reply) => {
    const { body } = request;
    const picture = await readImage(body.image, {
      field: 'image',
      ...(body.fileName && { fileName: body.fileName }),
    });
    return idempotently(db, request, reply, async (tx) => {
      const doing = { tx, caller: callerOf(request), files };
      return { status: 200, answer: await attachImage(doing, request.params.id, picture) };
    });
  });
  const remove = { tags, summary: 'Take a picture away from its asset', params, response: { 200: removed } };
  app.delete('/assets/images/:id', { config, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeImage(tx, caller, request.params.id));
    return REMOVED;
  });
};
