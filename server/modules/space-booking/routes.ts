import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { dayRoutes } from './day-routes.ts';
import { nowRoutes } from './now-routes.ts';
import { reservationRoutes } from './reservation-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { seriesRoutes } from './series-routes.ts';
import { stepRoutes } from './step-routes.ts';

/** Booking spaces: reservations and their steps, series, rules, what is free. */
export const spaceBookingRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(reservationRoutes, deps);
  await app.register(stepRoutes, deps);
  await app.register(seriesRoutes, deps);
  await app.register(ruleRoutes, deps);
  await app.register(dayRoutes, deps);
  await app.register(nowRoutes, deps);
};
