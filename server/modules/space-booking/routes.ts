import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { reservationRoutes } from './reservation-routes.ts';
import { stepRoutes } from './step-routes.ts';

/** Booking spaces. */
export const spaceBookingRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(reservationRoutes, deps);
  await app.register(stepRoutes, deps);
};
