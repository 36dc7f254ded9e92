import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { jobStatus } from '#contract/jobs.ts';
import { sendJson } from '#server/lib/answers.ts';
import type { Deps } from '#server/lib/deps.ts';
import { listJobs } from './repository.ts';

/** Whether what the server does by the clock is done. */
export const jobRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const config = { access: 'site-admin' as const };
  const schema = {
    tags: ['Jobs'],
    summary: 'When each job ran last, and whether it failed',
    response: { 200: z.array(jobStatus) },
  };
  app.get('/jobs', { config, schema }, async (_request, reply) => sendJson(reply, await listJobs(db)));
};
