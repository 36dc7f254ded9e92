import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { leaveRoutes as listRoutes } from './leave-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { stepRoutes } from './step-routes.ts';

/** Leave: asking, deciding, who is away, and what people may take. */
export const leaveRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(listRoutes, deps);
  await app.register(stepRoutes, deps);
  await app.register(settingsRoutes, deps);
};
