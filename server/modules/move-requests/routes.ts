import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { boardRoutes, type MoveDeps } from './board-routes.ts';
import { groupRoutes } from './group-routes.ts';
import { requestRoutes } from './request-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { stepRoutes } from './step-routes.ts';
import { taskRoutes } from './task-routes.ts';

/** Move requests, what the teams do for them, and what they are made of. */
export const moveRequestRoutes: FastifyPluginAsyncZod<MoveDeps> = async (app, deps) => {
  await app.register(requestRoutes, deps);
  await app.register(stepRoutes, deps);
  await app.register(taskRoutes, deps);
  await app.register(boardRoutes, deps);
  await app.register(groupRoutes, deps);
  await app.register(settingsRoutes, deps);
};
