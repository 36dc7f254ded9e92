import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { codesQuery, spaceCode } from '#contract/space-code.ts';
import { invalid } from '#server/lib/app-error.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { addressOf, codePath } from './address.ts';
import { spacesFor } from './code-repository.ts';
import { failed, signedIn, tags } from './route-parts.ts';

/** What stands on the labels of spaces. */
export const codeRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, config }) => {
  const list = {
    tags,
    summary: 'List what the codes of spaces say',
    description: 'Of the spaces of roomId, or of those of floorId that can be booked; 1,000 at most.',
    querystring: codesQuery,
    response: { 200: z.array(spaceCode), ...failed },
  };
  app.get('/rooms/codes', { config: signedIn, schema: list }, async (request) => {
    const { roomId: rooms, floorId: floors } = request.query;
    if (!rooms && !floors) throw invalid('roomId', 'or floorId must be given');
    const found = await db.read(callerOf(request).organisation, (tx) => spacesFor(tx, { rooms, floors }));
    return found.map((space) => ({ ...space, url: addressOf(config, codePath(space.id)) }));
  });
};
