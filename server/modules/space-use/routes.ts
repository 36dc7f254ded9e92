import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import { inQuery, spaceUseQuery, spaceUse, whoIsIn } from '#contract/space-use.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf, managers, type Access } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Deps } from '#server/lib/deps.ts';
import { whoIsInOn } from './in-repository.ts';
import { reportOf } from './use.ts';

const tags = ['Reservations'];
const failed = { '4xx': apiErrorBody };
const managing = { access: { module: 'reservation', roles: managers } as Access };
const HOUR = 3_600_000;
const hours = (ms: number) => Math.round((ms / HOUR) * 100) / 100;
const percent = (part: number, of: number) => (of > 0 ? Math.round((part / of) * 1000) / 10 : undefined);

/** Who is in, and how spaces are used. */
export const spaceUseRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const people = {
    tags,
    summary: 'List who has a booking on a day, each person once',
    description: 'The caller first, then by name. Titles are never told.',
    querystring: inQuery,
    response: { 200: whoIsIn, ...failed },
  };
  app.get('/reservations/in', { config: { access: 'signed-in' }, schema: people }, async (request, reply) => {
    const caller = callerOf(request);
    const { query } = request;
    return sendJson(reply, await db.read(caller.organisation, (tx) => whoIsInOn(tx, query, caller.id)));
  });

  const use = {
    tags,
    summary: 'Use of bookable spaces',
    description:
      'Days and hours are those of each building’s clocks. Bookings count where they begin, hours where they lie. ' +
      'Open hours are those of the reservation center, else Monday to Friday, 08:00 to 18:00.',
    querystring: spaceUseQuery,
    response: { 200: spaceUse, ...failed },
  };
  app.get('/stats/reservations', { config: managing, schema: use }, (request) =>
    reportOf(db, callerOf(request), request.query),
  );

  const table = {
    ...use,
    summary: 'Use of each bookable space, as CSV',
    querystring: spaceUseQuery.omit({ limit: true }),
    response: { 200: z.string(), ...failed },
  };
  app.get('/stats/reservations.csv', { config: managing, schema: table }, async (request, reply) => {
    const { from, until, spaces } = await reportOf(db, callerOf(request), request.query);
    const head = [
      'space',
      'type',
      'building',
      'floor',
      'capacity',
      'bookings',
      'no-shows',
      'booked hours',
      'open hours',
      'booked open hours',
      'use in percent',
    ];
    const rows = spaces.map((space) => [
      space.name,
      space.type.name,
      space.building.name,
      space.floor.name,
      space.capacity,
      space.bookings,
      space.noShows,
      hours(space.bookedMs),
      hours(space.openMs),
      hours(space.bookedOpenMs),
      percent(space.bookedOpenMs, space.openMs),
    ]);
    return sendCsv(reply, `space-use-${from}-${until}.csv`, head, rows);
  });
};
