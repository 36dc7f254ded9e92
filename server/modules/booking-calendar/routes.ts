import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Deps } from '#server/lib/deps.ts';
import { feedRoutes } from './feed-routes.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { waitingRoutes } from './waiting-routes.ts';

/** What surrounds bookings: invitations, calendar links, and the line of those who wait. */
export const bookingCalendarRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(feedRoutes, deps);
  await app.register(invitationRoutes, deps);
  await app.register(waitingRoutes, deps);
};
