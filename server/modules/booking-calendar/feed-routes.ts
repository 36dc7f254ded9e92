import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { calendarFeed, calendarFeedCreate, calendarFeedMade } from '#contract/booking-calendar.ts';
import { removed } from '#contract/wire.ts';
import { notFound } from '#server/lib/app-error.ts';
import { REMOVED } from '#server/lib/answers.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { siteUrl } from '#server/lib/origin.ts';
import { feedsOf, makeFeed, removeFeed, renewLink } from './feeds.ts';
import { publish } from './publish.ts';
import { failed, params, signedIn, tags } from './route-parts.ts';

/** Whether the reader has it already: by entity tag, or by date when they name none. */
function unchanged(headers: Record<string, unknown>, { tag, changed }: { tag: string; changed: number }) {
  const tags = headers['if-none-match'];
  if (typeof tags === 'string')
    return tags.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')));
  const since = Date.parse(String(headers['if-modified-since']));
  return since >= Math.floor(changed / 1000) * 1000;
}

/** Calendars by secret link, and the links. Their answers hold secrets: no store keeps them for repeats. */
export const feedRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, config }) => {
  const address = (token: string) => `${siteUrl(config)}${app.prefix}/calendars/${token}.ics`;
  const list = {
    tags,
    summary: 'Calendar links that the caller keeps',
    description: 'Their own, and for managers of the reservation center those of spaces.',
    response: { 200: z.array(calendarFeed), ...failed },
  };
  app.get('/reservations/feeds', { config: signedIn, schema: list }, (request) =>
    feedsOf(db, callerOf(request)),
  );
  const add = {
    tags,
    summary: 'Make a calendar link',
    description: 'Of the caller’s bookings, or of a space’s. The link is shown this once.',
    body: calendarFeedCreate,
    response: { 201: calendarFeedMade, ...failed },
  };
  app.post('/reservations/feeds', { config: signedIn, schema: add }, async (request, reply) => {
    const made = await makeFeed(db, callerOf(request), { room: request.body?.room?.id, address });
    return reply.code(201).header('cache-control', 'no-store').send(made);
  });
  const renew = {
    tags,
    summary: 'Renew a calendar link',
    description: 'The one before is void. The new one is shown this once.',
    params,
    response: { 200: calendarFeedMade, ...failed },
  };
  app.put('/reservations/feeds/:id/renew', { config: signedIn, schema: renew }, async (request, reply) => {
    const made = await renewLink(db, callerOf(request), { id: request.params.id, address });
    return reply.header('cache-control', 'no-store').send(made);
  });
  const remove = {
    tags,
    summary: 'Take a calendar link away',
    params,
    response: { 200: removed, ...failed },
  };
  app.delete('/reservations/feeds/:id', { config: signedIn, schema: remove }, async (request) => {
    await removeFeed(db, callerOf(request), request.params.id);
    return REMOVED;
  });

  const show = {
    tags,
    summary: 'A calendar by its secret link',
    description: 'iCalendar, the past 30 days and the coming year. 304 by ETag or Last-Modified.',
    params: z.object({ token: z.string().regex(/^[\w-]{27}$/) }),
    response: { 200: z.unknown(), 304: z.null(), ...failed },
  };
  const open = { access: 'public' as Access };
  app.get('/calendars/:token.ics', { config: open, schema: show }, async (request, reply) => {
    const calendar = await publish(db, {
      token: request.params.token,
      address: request.ip,
      site: siteUrl(config),
    });
    if (!calendar) throw notFound('There is no such calendar. The link may have been renewed.');
    reply.headers({
      etag: calendar.tag,
      'last-modified': new Date(calendar.changed).toUTCString(),
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
    });
    if (unchanged(request.headers, calendar)) return reply.code(304).send(null);
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="bookings.ics"')
      .send(Buffer.from(calendar.text));
  });
};
