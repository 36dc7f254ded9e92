import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import { guide, guideEdit, guideStepEdit, guideSteps } from '#contract/guide.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { readGuide, show } from './service.ts';

const tags = ['Guide'];
const config = { access: 'site-admin' } as const;
const response = { 200: guide, '4xx': apiErrorBody };
const params = z.object({ step: z.enum(guideSteps) });

/** The guide of a new organisation, for its site administrators. */
export const guideRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const read = { tags, summary: 'Show what a new organisation sets up, and how far it is', response };
  app.get('/guide', { config, schema: read }, (request) =>
    db.read(callerOf(request).organisation, readGuide),
  );
  const all = { tags, summary: 'Put the guide away, or bring it back', body: guideEdit, response };
  app.put('/guide', { config, schema: all }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await show(tx, 'all', request.body.closed)),
    })),
  );
  const one = {
    tags,
    summary: 'Leave a step out, or take it up again',
    params,
    body: guideStepEdit,
    response,
  };
  app.put('/guide/steps/:step', { config, schema: one }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await show(tx, request.params.step, request.body.skipped)),
    })),
  );
};
