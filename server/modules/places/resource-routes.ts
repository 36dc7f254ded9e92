import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import { placeContents } from '#contract/places.ts';
import { count, id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { contentsOf } from './contents.ts';
import { placeById, placeCount, placesOf, type Queries } from './read.ts';
import { createPlace, editPlace, removePlace, type Editable, type Edits } from './write.ts';

export const tags = ['Places'];
export const failed = { '4xx': apiErrorBody };
export const signedIn = { access: 'signed-in' } as const;
export const siteAdmin = { access: 'site-admin' } as const;
export const params = z.object({ id });

export type Described<K extends Editable> = {
  path: string;
  one: string;
  many: string;
  more: string;
  answer: z.ZodType;
  query: z.ZodType<Queries[K]>;
  create: z.ZodType<Edits[K]>;
  edit: z.ZodType<Edits[K]>;
};

/** List, count, show, add, change and remove: everybody reads, site administrators write. */
export function resourceRoutes<K extends Editable>(
  app: Parameters<FastifyPluginAsyncZod<Deps>>[0],
  { db }: Deps,
  kind: K,
  { path, one, many, more, answer, query, create, edit }: Described<K>,
) {
  const list = {
    tags,
    summary: `List ${many}`,
    description: more,
    querystring: query,
    response: { 200: z.array(answer), ...failed },
  };
  app.get(path, { config: signedIn, schema: list }, async (request, reply) =>
    sendJson(reply, await placesOf(db, callerOf(request), kind, request.query as Queries[K])),
  );
  const number = {
    tags,
    summary: `Count ${many}`,
    description: `How many ${many} the same parameters find, whatever the page.`,
    querystring: query,
    response: { 200: count, ...failed },
  };
  app.get(`${path}/count`, { config: signedIn, schema: number }, (request) =>
    placeCount(db, callerOf(request), kind, request.query as Queries[K]),
  );
  const show = { tags, summary: `Show ${one}`, params, response: { 200: answer, ...failed } };
  app.get(`${path}/:id`, { config: signedIn, schema: show }, async (request, reply) =>
    sendJson(reply, await placeById(db, callerOf(request), kind, request.params.id)),
  );
  const within = {
    tags,
    summary: `Tell what goes with ${one}`,
    description: 'Rooms, people who sit in them and bookings to come, as they stand now.',
    params,
    response: { 200: placeContents, ...failed },
  };
  app.get(`${path}/:id/contents`, { config: signedIn, schema: within }, (request) =>
    contentsOf(db, callerOf(request), kind, request.params.id),
  );

  const add = { tags, summary: `Add ${one}`, body: create, response: { 201: answer, ...failed } };
  app.post(path, { config: siteAdmin, schema: add }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createPlace(tx, callerOf(request), kind, request.body as Edits[K]),
    })),
  );
  const change = {
    tags,
    summary: `Change ${one}`,
    description: 'What is absent stays as it is.',
    params,
    body: edit,
    response: { 200: answer, ...failed },
  };
  app.put(`${path}/:id`, { config: siteAdmin, schema: change }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editPlace(tx, callerOf(request), kind, request.params.id, request.body as Edits[K]),
    })),
  );
  const remove = { tags, summary: `Remove ${one}`, params, response: { 200: removed, ...failed } };
  app.delete(`${path}/:id`, { config: siteAdmin, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removePlace(tx, caller, kind, request.params.id));
    return REMOVED;
  });
}
