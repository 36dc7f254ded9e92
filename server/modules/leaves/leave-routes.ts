import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  awayPerson,
  awayQuery,
  leave,
  leaveCreate,
  leaveEdit,
  leaveEvent,
  leavePreview,
  leavePreviewBody,
  leaveQuery,
} from '#contract/leaves.ts';
import { count, id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { createLeave, editLeave, previewLeave } from './ask.ts';
import { listAway } from './read-repository.ts';
import { countLeaves, listLeaves, showEvents, showLeave } from './service.ts';
import { leaveTable, tableHead } from './table.ts';

const tags = ['Leave'];
const params = z.object({ id });
const config = { access: 'signed-in' as Access };

/** Leaves as far as the caller may see them; asking for one, and who is away. */
export const leaveRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const querystring = leaveQuery;
  const list = { tags, summary: 'List leaves', querystring, response: { 200: z.array(leave) } };
  app.get('/leaves', { config, schema: list }, async (request, reply) => {
    const caller = callerOf(request);
    return sendJson(reply, await db.read(caller.organisation, (tx) => listLeaves(tx, request.query, caller)));
  });
  const counting = { tags, summary: 'Count leaves', querystring, response: { 200: count } };
  app.get('/leaves/count', { config, schema: counting }, async (request) => {
    const caller = callerOf(request);
    return { count: await db.read(caller.organisation, (tx) => countLeaves(tx, request.query, caller)) };
  });
  const table = { tags, summary: 'Export leaves as CSV', querystring, response: { 200: z.string() } };
  app.get('/leaves.csv', { config, schema: table }, async (request, reply) =>
    sendCsv(
      reply,
      `leaves-${new Date().toISOString().slice(0, 10)}.csv`,
      tableHead,
      leaveTable(db, callerOf(request), request.query),
    ),
  );
  const away = {
    tags,
    summary: 'List who is away, without saying why',
    querystring: awayQuery,
    response: { 200: z.array(awayPerson) },
  };
  app.get('/leaves/away', { config, schema: away }, async (request, reply) =>
    sendJson(reply, await db.read(callerOf(request).organisation, (tx) => listAway(tx, request.query))),
  );
  const preview = {
    tags,
    summary: 'Tell what a leave would mean, without asking for it',
    body: leavePreviewBody,
    response: { 200: leavePreview },
  };
  app.post('/leaves/preview', { config, schema: preview }, async (request) => {
    const caller = callerOf(request);
    return db.read(caller.organisation, (tx) => previewLeave(tx, caller, request.body));
  });
  const show = { tags, summary: 'Show a leave', params, response: { 200: leave } };
  app.get('/leaves/:id', { config, schema: show }, async (request, reply) => {
    const caller = callerOf(request);
    return sendJson(
      reply,
      await db.read(caller.organisation, (tx) => showLeave(tx, caller, request.params.id)),
    );
  });
  const events = {
    tags,
    summary: 'Tell the history of a leave',
    params,
    response: { 200: z.array(leaveEvent) },
  };
  app.get('/leaves/:id/events', { config, schema: events }, async (request, reply) =>
    sendJson(reply, await showEvents(db, callerOf(request), request.params.id)),
  );
  const create = { tags, summary: 'Ask for leave', body: leaveCreate, response: { 201: leave } };
  app.post('/leaves', { config, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await createLeave(tx, callerOf(request), request.body),
    })),
  );
  const edit = {
    tags,
    summary: 'Change a leave that has not been decided',
    params,
    body: leaveEdit,
    response: { 200: leave },
  };
  app.put('/leaves/:id', { config, schema: edit }, async (request, reply) => {
    const ifMatch = request.headers['if-match'];
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editLeave(tx, callerOf(request), request.params.id, request.body, ifMatch),
    }));
  });
};
