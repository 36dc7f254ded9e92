import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { catalogueEditRoutes } from './catalogue-edit-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { operatorRoutes } from './operator-routes.ts';
import { requestRoutes } from './request-routes.ts';
import { stepRoutes } from './step-routes.ts';
import { talkRoutes } from './talk-routes.ts';

/** Service requests, `maintenance` in the documents, and the catalogue they are made from. */
export const serviceRequestRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(requestRoutes, deps);
  await app.register(stepRoutes, deps);
  await app.register(operatorRoutes, deps);
  await app.register(talkRoutes, deps);
  await app.register(catalogueRoutes, deps);
  await app.register(catalogueEditRoutes, deps);
  await app.register(planRoutes, deps);
};
