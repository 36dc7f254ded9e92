import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  unknownTag,
  unknownTagDismiss,
  unknownTagEdit,
  unknownTagImage,
  unknownTagQuery,
  unknownTagResolve,
} from '#contract/asset-audit-results.ts';
import { count, id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { readImage } from '#server/lib/images.ts';
import { auditorsToo, managersOnly } from './rights.ts';
import {
  attachPhotograph,
  countTags,
  dismissTag,
  listTags,
  noteTag,
  resolveTag,
  showTag,
} from './unknown.ts';

const tags = ['Asset audits'];
const params = z.object({ id });
const one = { 200: unknownTag };

/** The inbox of labels that the register does not know. */
export const unknownRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, files }) => {
  const list = {
    tags,
    summary: 'List unknown tags',
    querystring: unknownTagQuery,
    response: { 200: z.array(unknownTag) },
  };
  app.get('/assets/unknown-tags', { config: auditorsToo, schema: list }, (request) =>
    listTags(db, callerOf(request), request.query),
  );
  const counting = {
    tags,
    summary: 'Count unknown tags',
    querystring: unknownTagQuery,
    response: { 200: count },
  };
  app.get('/assets/unknown-tags/count', { config: auditorsToo, schema: counting }, async (request) => ({
    count: await countTags(db, callerOf(request), request.query),
  }));
  const show = { tags, summary: 'Show an unknown tag', params, response: one };
  app.get('/assets/unknown-tags/:id', { config: auditorsToo, schema: show }, (request) =>
    showTag(db, callerOf(request), request.params.id),
  );
  const note = {
    tags,
    summary: 'Note something about an unknown tag',
    params,
    body: unknownTagEdit,
    response: one,
  };
  app.put('/assets/unknown-tags/:id', { config: auditorsToo, schema: note }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const { params: at, body } = request;
      return { status: 200, answer: JSON.stringify(await noteTag(tx, callerOf(request), at.id, body.note)) };
    }),
  );
  const image = {
    tags,
    summary: 'Add a photograph to an unknown tag',
    params,
    body: unknownTagImage,
    response: one,
  };
  app.post(
    '/assets/unknown-tags/:id/attachImage',
    { config: auditorsToo, schema: image },
    async (request, reply) => {
      const { body } = request;
      const picture = await readImage(body.image, {
        field: 'image',
        ...(body.fileName && { fileName: body.fileName }),
      });
      return idempotently(db, request, reply, async (tx) => {
        const doing = { tx, caller: callerOf(request), files };
        const answer = await attachPhotograph(doing, request.params.id, picture);
        return { status: 200, answer: JSON.stringify(answer) };
      });
    },
  );
  const resolve = {
    tags,
    summary: 'Say which asset bears an unknown tag, or add one',
    params,
    body: unknownTagResolve,
    response: one,
  };
  app.put(
    '/assets/unknown-tags/:id/resolve',
    { config: managersOnly, schema: resolve },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: JSON.stringify(await resolveTag(tx, callerOf(request), request.params.id, request.body)),
      })),
  );
  const dismiss = { tags, summary: 'Dismiss an unknown tag', params, body: unknownTagDismiss, response: one };
  app.put(
    '/assets/unknown-tags/:id/dismiss',
    { config: managersOnly, schema: dismiss },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        const { params: at, body } = request;
        return {
          status: 200,
          answer: JSON.stringify(await dismissTag(tx, callerOf(request), at.id, body.reason)),
        };
      }),
  );
};
