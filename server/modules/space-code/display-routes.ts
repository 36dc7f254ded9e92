import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import * as contract from '#contract/space-code.ts';
import { removed } from '#contract/wire.ts';
import { REMOVED } from '#server/lib/answers.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { displaysOf, makeDisplay, removeDisplay, renewDisplay, showDoor } from './displays.ts';
import { failed, managing, params, tags } from './route-parts.ts';

/** Displays at doors, and their links. Answers hold secrets: no store keeps them for repeats. */
export const displayRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, config }) => {
  const list = {
    tags,
    summary: 'Links of displays at doors',
    querystring: contract.displayLinkQuery,
    response: { 200: z.array(contract.displayLink), ...failed },
  };
  app.get('/reservations/displays', { config: managing, schema: list }, (request) =>
    displaysOf(db, callerOf(request), request.query.roomId),
  );
  const add = {
    tags,
    summary: 'Make the link of the display at a space’s door',
    description: 'The link is shown this once.',
    body: contract.displayLinkCreate,
    response: { 201: contract.displayLinkMade, ...failed },
  };
  app.post('/reservations/displays', { config: managing, schema: add }, async (request, reply) => {
    const made = await makeDisplay({ db, config }, callerOf(request), request.body.room.id);
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });
  const renew = {
    tags,
    summary: 'Renew the link of a display',
    description: 'The one before is void. The new one is shown this once.',
    params,
    response: { 200: contract.displayLinkMade, ...failed },
  };
  app.put('/reservations/displays/:id/renew', { config: managing, schema: renew }, async (request, reply) => {
    const made = await renewDisplay({ db, config }, callerOf(request), request.params.id);
    return reply.header('cache-control', 'no-store').send(made);
  });
  const remove = {
    tags,
    summary: 'Take the link of a display away',
    params,
    response: { 200: removed, ...failed },
  };
  app.delete('/reservations/displays/:id', { config: managing, schema: remove }, async (request) => {
    await removeDisplay(db, callerOf(request), request.params.id);
    return REMOVED;
  });

  const show = {
    tags,
    summary: 'What the display at a door shows, by its secret link',
    params: z.object({ token: z.string().regex(/^[\w-]{27}$/) }),
    response: { 200: contract.doorDisplay, ...failed },
  };
  const open = { access: 'public' as Access };
  app.get('/displays/:token', { config: open, schema: show }, async (request, reply) => {
    const { token } = request.params;
    const door = await showDoor({ db, config }, { token, address: request.ip });
    if (!door) throw notFound('There is no such display. The link may have been renewed or taken away.');
    return reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }).send(door);
  });
};
