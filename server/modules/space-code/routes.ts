import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { codeRoutes } from './code-routes.ts';
import { displayRoutes } from './display-routes.ts';

/** What hangs at a desk or a door: its code, and the display with its secret link. */
export const spaceCodeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(codeRoutes, deps);
  await app.register(displayRoutes, deps);
};
