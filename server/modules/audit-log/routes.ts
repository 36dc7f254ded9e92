import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { auditEntry, auditQuery } from '#contract/audit.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { readLog } from './read-log.ts';

/** Who changed what. The database writes the log by itself; there is no other way in, and none to change it. */
export const auditLogRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  app.get(
    '/audit',
    {
      config: { access: 'site-admin' as Access },
      schema: {
        tags: ['Audit log'],
        summary: 'List who changed what, from what to what',
        querystring: auditQuery,
        response: { 200: z.array(auditEntry) },
      },
    },
    (request) => db.read(callerOf(request).organisation, (tx) => readLog(tx, request.query)),
  );
};
