import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mailPreferences, mailPreferencesEdit, notice, noticeQuery } from '#contract/mail-notices.ts';
import { count, id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { countNotices, listNotices } from './notice-repository.ts';
import { retryNotice } from './notices.ts';
import { editPreferences, preferencesOf } from './preferences.ts';

const tags = ['Mail'];
const signedIn = { access: 'signed-in' as Access };
const atTheDesk = { access: { module: 'mail', roles: workers } as Access };

/** Messages about parcels: what each person wants to get, and what became of them. */
export const mailNoticeRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const own = {
    tags,
    summary: 'Which messages the caller gets, and when',
    response: { 200: mailPreferences },
  };
  app.get('/mail/preferences', { config: signedIn, schema: own }, (request) =>
    preferencesOf(db, callerOf(request)),
  );
  const edit = {
    tags,
    summary: 'Choose which messages to get, and when',
    body: mailPreferencesEdit,
    response: { 200: mailPreferences },
  };
  app.put('/mail/preferences', { config: signedIn, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const chosen = await editPreferences(tx, callerOf(request), request.body);
      return { status: 200, answer: JSON.stringify(chosen) };
    }),
  );

  const list = (summary: string, answer: z.ZodType) => ({
    config: atTheDesk,
    schema: { tags, summary, querystring: noticeQuery, response: { 200: answer } },
  });
  app.get('/mail/notices', list('List messages about parcels', z.array(notice)), async (request, reply) => {
    const { query } = request;
    return sendJson(reply, await db.read(callerOf(request).organisation, (tx) => listNotices(tx, query)));
  });
  app.get('/mail/notices/count', list('Count messages about parcels', count), async (request) => {
    const { query } = request;
    return { count: await db.read(callerOf(request).organisation, (tx) => countNotices(tx, query)) };
  });

  const retry = {
    tags,
    summary: 'Send a message again',
    params: z.object({ id }),
    response: { 200: notice },
  };
  app.post('/mail/notices/:id/retry', { config: atTheDesk, schema: retry }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await retryNotice(tx, request.params.id),
    })),
  );
};
