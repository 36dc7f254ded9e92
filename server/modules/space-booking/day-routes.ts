import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { availability, availabilityQuery, daySheet as sheet, dayQuery } from '#contract/availability.ts';
import { sendJson } from '#server/lib/answers.ts';
import { invalid } from '#server/lib/app-error.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { findAvailable } from './availability-repository.ts';
import { daySheet } from './day-repository.ts';
import { viewerOf } from './read.ts';
import { failed, signedIn, tags } from './route-parts.ts';

/** What a timeline shows, and what is free: one call each. */
export const dayRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const day = {
    tags,
    summary: 'Show bookable spaces with what is booked on a day or several',
    querystring: dayQuery,
    response: { 200: sheet, ...failed },
  };
  app.get('/reservations/day', { config: signedIn, schema: day }, async (request, reply) => {
    const caller = callerOf(request);
    const { query } = request;
    return sendJson(reply, await db.read(caller.organisation, (tx) => daySheet(tx, query, viewerOf(caller))));
  });

  const free = {
    tags,
    summary: 'Find free spaces for a time, with the reason beside what is not',
    querystring: availabilityQuery,
    response: { 200: availability, ...failed },
  };
  app.get('/reservations/availability', { config: signedIn, schema: free }, async (request, reply) => {
    const caller = callerOf(request);
    const { startDate, endDate, userId, ...rest } = request.query;
    if (startDate === undefined) throw invalid('startDate', 'must be given, in epoch milliseconds');
    if (endDate === undefined) throw invalid('endDate', 'must be given, in epoch milliseconds');

    if (endDate <= startDate) throw invalid('endDate', 'must be later than startDate');
    const { manages } = viewerOf(caller);
    const person = userId?.[0] ?? caller.id;
    const asked = { ...rest, userId, startDate, endDate };
    return sendJson(
      reply,
      await db.read(caller.organisation, (tx) => findAvailable(tx, asked, { person, manages })),
    );
  });
};
