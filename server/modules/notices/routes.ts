import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { allRead, appNotice, appNoticeQuery, readAll, unreadAll } from '#contract/notices.ts';
import { count, id, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import { announce } from '#server/lib/events.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { countNotices, listNotices, markAll, markOne, putAway, unmarkAll } from './notice-repository.ts';
import { noticePreferenceRoutes } from './preference-routes.ts';

const tags = ['Notices'];
const config = { access: 'signed-in' as Access };
const params = z.object({ id });
const missing = () => notFound('There is no such notice.');
/** The person's other windows count anew; nobody else hears of it. */
const tellWindows = (tx: WriteTx, person: number) =>
  announce(tx, { topic: 'notices', ids: [], users: [person] });

/** What the caller is told in the app. Every address is about the caller's own notices. */
export const noticeRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { db } = deps;
  await app.register(noticePreferenceRoutes, deps);
  const list = {
    tags,
    summary: 'The caller’s notices',
    description: 'The newest first. They are kept for 90 days.',
    querystring: appNoticeQuery,
    response: { 200: z.array(appNotice) },
  };
  app.get('/notices', { config, schema: list }, async (request, reply) => {
    const { organisation, id: person } = callerOf(request);
    return sendJson(reply, await db.read(organisation, (tx) => listNotices(tx, person, request.query)));
  });
  const howMany = {
    tags,
    summary: 'Count the caller’s notices',
    querystring: appNoticeQuery,
    response: { 200: count },
  };
  app.get('/notices/count', { config, schema: howMany }, async (request) => {
    const { organisation, id: person } = callerOf(request);
    return { count: await db.read(organisation, (tx) => countNotices(tx, person, request.query)) };
  });

  for (const read of [true, false]) {
    const mark = {
      tags,
      summary: read ? 'Mark a notice as read' : 'Mark a notice as unread',
      params,
      response: { 200: appNotice },
    };
    const path = `/notices/:id/${read ? 'read' : 'unread'}`;
    app.post(path, { config, schema: mark }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        const { id: person } = callerOf(request);
        const answer = await markOne(tx, person, { id: request.params.id, read });
        if (answer === undefined) throw missing();
        await tellWindows(tx, person);
        return { status: 200, answer };
      }),
    );
  }
  const all = {
    tags,
    summary: 'Mark all notices as read',
    description: 'Up to and with the one that is named: what has come since stays unread.',
    body: readAll,
    response: { 200: allRead },
  };
  app.post('/notices/read-all', { config, schema: all }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const { id: person } = callerOf(request);
      const read = await markAll(tx, person, request.body.upTo);
      await tellWindows(tx, person);
      return { status: 200, answer: JSON.stringify({ count: read, readAt: tx.stamp.getTime() }) };
    }),
  );
  const back = {
    tags,
    summary: 'Take back that all notices were marked as read',
    body: unreadAll,
    response: { 200: count },
  };
  app.post('/notices/unread-all', { config, schema: back }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const { id: person } = callerOf(request);
      const unread = await unmarkAll(tx, person, request.body.readAt);
      await tellWindows(tx, person);
      return { status: 200, answer: JSON.stringify({ count: unread }) };
    }),
  );
  const remove = { tags, summary: 'Put a notice away', params, response: { 200: removed } };
  app.delete('/notices/:id', { config, schema: remove }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const { id: person } = callerOf(request);
      if (!(await putAway(tx, person, request.params.id))) throw missing();
      await tellWindows(tx, person);
      return { status: 200, answer: JSON.stringify(REMOVED) };
    }),
  );
};
