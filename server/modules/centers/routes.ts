import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { centerHours, centerHoursEdit } from '#contract/center-hours.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { centerCalendar, editCenterHours } from './service.ts';

const tags = ['Centers'];
const config = { access: 'signed-in' } as const;
const params = z.object({ id });
const response = { 200: centerHours, '4xx': apiErrorBody };

/** When a center is open: everybody signed in reads it, those who run the center change it. */
export const centerRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const show = { tags, summary: 'Show opening hours and holidays of a center', params, response };
  app.get('/centers/:id/hours', { config, schema: show }, async (request) =>
    db.read(callerOf(request).organisation, (tx) => centerCalendar(tx, request.params.id)),
  );
  const edit = {
    tags,
    summary: 'Change the opening hours of the week, the holidays or the time zone of a center',
    params,
    body: centerHoursEdit,
    response,
  };
  app.put('/centers/:id/hours', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await editCenterHours(tx, callerOf(request), request.params.id, request.body)),
    })),
  );
};
