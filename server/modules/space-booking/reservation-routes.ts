import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import * as contract from '#contract/reservations.ts';
import { count, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { createReservation } from './create.ts';
import { editReservation, removeReservation } from './edit.ts';
import { reservationCount, reservationsOf, showReservation } from './read.ts';
import { failed, params, signedIn, tags } from './route-parts.ts';
import { inRush } from './rush.ts';

const { reservation } = contract;

/** Reading, making, changing and removing bookings; who may touch which is decided by booking. */
export const reservationRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'List reservations',
    description: 'The caller’s own, neither cancelled nor past, unless something else is asked for.',
    querystring: contract.reservationQuery,
    response: { 200: z.array(reservation), ...failed },
  };
  app.get('/reservations', { config: signedIn, schema: list }, async (request, reply) =>
    sendJson(reply, await reservationsOf(db, callerOf(request), request.query)),
  );
  const number = {
    tags,
    summary: 'Count reservations',
    querystring: contract.reservationQuery,
    response: { 200: count, ...failed },
  };
  app.get('/reservations/count', { config: signedIn, schema: number }, async (request) => ({
    count: await reservationCount(db, callerOf(request), request.query),
  }));
  const show = { tags, summary: 'Show a reservation', params, response: { 200: reservation, ...failed } };
  app.get('/reservations/:id', { config: signedIn, schema: show }, async (request, reply) =>
    sendJson(reply, await showReservation(db, callerOf(request), request.params.id)),
  );

  const add = {
    tags,
    summary: 'Book a space',
    description: '409 space-booking.taken says from when the space is free.',
    body: contract.reservationCreate,
    response: { 201: reservation, ...failed },
  };
  app.post('/reservations', { config: signedIn, schema: add }, async (request, reply) => {
    const caller = callerOf(request);
    const store = () =>
      idempotently(db, request, reply, async (tx) => ({
        status: 201,
        answer: await createReservation(tx, caller, request.body),
      }));
    // A repeat finds its own booking in its way, and is to be answered as it was the first time.
    if (request.headers['idempotency-key'] !== undefined) return store();
    return inRush(db, caller, request.body, store);
  });
  const change = {
    tags,
    summary: 'Change a reservation, or with scope its series',
    description: 'What is absent stays as it is. If-Match with dateUpdated refuses a stale edit.',
    params,
    body: contract.reservationEdit,
    response: { 200: reservation, ...failed },
  };
  app.put('/reservations/:id', { config: signedIn, schema: change }, async (request, reply) => {
    const { body: edit, params: address, headers } = request;
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editReservation(tx, callerOf(request), {
        id: address.id,
        edit,
        ifMatch: headers['if-match'],
      }),
    }));
  });
  const remove = { tags, summary: 'Remove a reservation', params, response: { 200: removed, ...failed } };
  app.delete('/reservations/:id', { config: signedIn, schema: remove }, async (request) => {
    const caller = callerOf(request);
    await db.write(caller.organisation, (tx) => removeReservation(tx, caller, request.params.id));
    return REMOVED;
  });
};
