import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { seriesCreate, seriesCreated, seriesPlan, seriesPreview } from '#contract/reservation-series.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { failed, signedIn, tags } from './route-parts.ts';
import { createSeries, previewSeries } from './series.ts';

/** Bookings that recur. */
export const seriesRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const preview = {
    tags,
    summary: 'Show what a series would book, and what is in its way',
    body: seriesPlan,
    response: { 200: seriesPreview, ...failed },
  };
  app.post('/reservations/series/preview', { config: signedIn, schema: preview }, (request) =>
    previewSeries(db, callerOf(request), request.body),
  );
  const add = {
    tags,
    summary: 'Book a series',
    description: 'All of it; with onConflict skip what is free of it.',
    body: seriesCreate,
    response: { 201: seriesCreated, ...failed },
  };
  app.post('/reservations/series', { config: signedIn, schema: add }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createSeries(tx, callerOf(request), request.body),
    })),
  );
};
