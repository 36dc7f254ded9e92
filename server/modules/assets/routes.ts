import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { imageRoutes } from './image-routes.ts';
import { registerRoutes } from './register-routes.ts';

/** The register of assets: read by everybody signed in, kept by those who work in an asset center. */
export const assetRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(catalogueRoutes, deps);
  await app.register(registerRoutes, deps);
  await app.register(bulkRoutes, deps);
  await app.register(imageRoutes, deps);
};
