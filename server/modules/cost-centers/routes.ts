import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { categoryRoutes } from './category-routes.ts';
import { depthRoutes } from './depth-routes.ts';
import { itemRoutes } from './item-routes.ts';
import { memberRoutes } from './member-routes.ts';

/** Cost centers: categories, their depths, their items, and who and what belongs to those. */
export const costCenterRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(categoryRoutes, deps);
  await app.register(depthRoutes, deps);
  await app.register(itemRoutes, deps);
  await app.register(memberRoutes, deps);
};
