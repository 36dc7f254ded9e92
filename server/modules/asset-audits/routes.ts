import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { auditRoutes } from './audit-routes.ts';
import { reconcileRoutes } from './reconcile-routes.ts';
import { scanRoutes } from './scan-routes.ts';
import { unknownRoutes } from './unknown-routes.ts';

/** Audits of assets: campaigns, scans, the inbox of unknown tags, reconciliation and report. */
export const assetAuditRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(auditRoutes, deps);
  await app.register(scanRoutes, deps);
  await app.register(unknownRoutes, deps);
  await app.register(reconcileRoutes, deps);
};
