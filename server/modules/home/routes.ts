import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { home } from '#contract/home.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { homeOf } from './home.ts';

/** Everybody's first page. */
export const homeRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const schema = {
    tags: ['Home'],
    summary: 'Show what concerns the caller',
    description:
      'The beginning of each list, the most pressing first, and how long it is: one’s own bookings, parcels, requests, ' +
      'loans and moves, what waits for a decision, and the figures of the queues that the caller works on.',
    response: { 200: home },
  };
  app.get('/home', { config: { access: 'signed-in' as Access }, schema }, (request) =>
    homeOf(db, callerOf(request)),
  );
};
