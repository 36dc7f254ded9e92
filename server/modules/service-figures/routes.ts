import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { serviceFigures, serviceFiguresQuery } from '#contract/service-figures.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Deps } from '#server/lib/deps.ts';
import { figuresOf } from './figures.ts';

const tags = ['Maintenance'];
const config = { access: { module: 'maintenance', roles: [...workers, 'TECHNICIAN'] } as Access };
const MINUTE = 60_000;

/** How many service requests come and go, how long they take, and whether promises are kept. */
export const serviceFigureRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const figures = {
    tags,
    summary: 'Service requests by week, type and place',
    description:
      'Days and weeks are the organisation’s; weeks begin on Monday. Times are those from opening to completion, of ' +
      'what was completed in the period, by the nearest rank.',
    querystring: serviceFiguresQuery,
    response: { 200: serviceFigures },
  };
  app.get('/stats/maintenance', { config, schema: figures }, (request) =>
    figuresOf(db, callerOf(request), request.query),
  );

  const table = {
    ...figures,
    summary: 'Service requests by week, as CSV',
    response: { 200: z.string() },
  };
  app.get('/stats/maintenance.csv', { config, schema: table }, async (request, reply) => {
    const { from, until, weeks } = await figuresOf(db, callerOf(request), request.query);
    const head = [
      'week',
      'opened',
      'closed',
      'promises met',
      'promises missed',
      'median minutes to completion',
    ];
    const rows = weeks.map(({ week, opened, closed, met, missed, medianMs }) => [
      week,
      opened,
      closed,
      met,
      missed,
      medianMs === undefined ? undefined : Math.round(medianMs / MINUTE),
    ]);
    return sendCsv(reply, `service-requests-${from}-${until}.csv`, head, rows);
  });
};
