import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { invitation } from '#contract/booking-calendar.ts';
import { sendJson } from '#server/lib/answers.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf, managers, may } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { failed, params, signedIn, tags } from './route-parts.ts';

/** What became of the letters about a booking, for whose booking it is and for managers. */
export const invitationRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'What was sent of a reservation',
    description: 'The last letter to each guest, and to whose reservation it is. Empty for others.',
    params,
    response: { 200: z.array(invitation), ...failed },
  };
  app.get('/reservations/:id/invitations', { config: signedIn, schema: list }, async (request, reply) => {
    const caller = callerOf(request);
    const [row] = await db.read(caller.organisation, (tx) =>
      tx.query<{ json: string }>(
        `SELECT coalesce((SELECT json_agg(json_strip_nulls(json_build_object('email', l.email, 'name', l.name,
             'part', l.part, 'kind', coalesce(l.wish, CASE WHEN l.holds THEN 'request' ELSE 'cancel' END),
             'state', CASE WHEN l.wish IS NULL THEN 'sent' WHEN l.due IS NULL THEN 'failed' ELSE 'waiting' END,
             'lastError', l.last_error, 'sentAt', epoch_ms(l.sent_at))) ORDER BY l.part DESC, l.id)
           FROM booking_letter l
           WHERE l.organisation_id = r.organisation_id AND l.reservation_id = r.id AND (l.wish IS NOT NULL OR l.sent_at IS NOT NULL)
             AND (r.user_id = $2 OR $3)), '[]')::text AS json
         FROM reservation r
         WHERE r.organisation_id = current_organisation() AND r.id = $1 AND r.deleted_at IS NULL`,
        [request.params.id, caller.id, may(caller, 'reservation', managers)],
      ),
    );
    if (!row) throw notFound();
    return sendJson(reply, row.json);
  });
};
