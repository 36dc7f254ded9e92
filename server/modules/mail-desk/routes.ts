import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { alertRoutes } from './alert-routes.ts';
import { bagRoutes } from './bag-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { exceptionRoutes } from './exception-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { itemRoutes } from './item-routes.ts';
import { placeRoutes } from './place-routes.ts';
import { runSheetRoutes } from './run-sheet-routes.ts';
import { scanRoutes } from './scan-routes.ts';
import { stepRoutes } from './step-routes.ts';
import { wishRoutes } from './wish-routes.ts';

/** The mail desk's endpoints, leaderboards included. */
export const mailDeskRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(stepRoutes, deps);
  await app.register(itemRoutes, deps);
  await app.register(exceptionRoutes, deps);
  await app.register(wishRoutes, deps);
  await app.register(bagRoutes, deps);
  await app.register(runSheetRoutes, deps);
  await app.register(scanRoutes, deps);
  await app.register(placeRoutes, deps);
  await app.register(catalogueRoutes, deps);
  await app.register(alertRoutes, deps);
  await app.register(exportRoutes, deps);
};
