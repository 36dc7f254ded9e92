import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { holdingRoutes } from './holding-routes.ts';
import { lendableRoutes } from './lendable-routes.ts';
import { loanRoutes } from './loan-routes.ts';
import { roundRoutes } from './round-routes.ts';
import { stepRoutes } from './step-routes.ts';

/** Lending assets, reserving them, and asking people what they hold. */
export const assetLoanRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(loanRoutes, deps);
  await app.register(stepRoutes, deps);
  await app.register(lendableRoutes, deps);
  await app.register(holdingRoutes, deps);
  await app.register(roundRoutes, deps);
};
