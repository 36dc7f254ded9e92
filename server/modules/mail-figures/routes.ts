import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mailStats, mailStatsQuery } from '#contract/mail-stats.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Deps } from '#server/lib/deps.ts';
import { figuresOf } from './figures.ts';

const tags = ['Mail'];
const config = { access: { module: 'mail', roles: workers } as Access };
const MINUTE = 60_000;

/** How much mail comes and goes, and how long it lies. */
export const mailFigureRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const figures = {
    tags,
    summary: 'Volume and time to delivery',
    description:
      'Days are the organisation’s. A parcel counts where and when it was first checked in, and where and when ' +
      'it was delivered. Times are read from buckets: the nearest rank, off by 2 % at most.',
    querystring: mailStatsQuery,
    response: { 200: mailStats },
  };
  app.get('/stats/mail', { config, schema: figures }, (request) =>
    figuresOf(db, callerOf(request), request.query),
  );

  const table = {
    ...figures,
    summary: 'Volume and time to delivery by day, as CSV',
    response: { 200: z.string() },
  };
  app.get('/stats/mail.csv', { config, schema: table }, async (request, reply) => {
    const { from, until, days, timeToDelivery } = await figuresOf(db, callerOf(request), request.query);
    const medians = new Map(
      timeToDelivery?.days.map(({ day, medianMs }) => [day, Math.round(medianMs / MINUTE)]),
    );
    const head = ['day', 'checked in', 'delivered', 'median minutes to delivery'];
    const rows = days.map(({ day, checkedIn, delivered }) => [day, checkedIn, delivered, medians.get(day)]);
    return sendCsv(reply, `mail-${from}-${until}.csv`, head, rows);
  });
};
