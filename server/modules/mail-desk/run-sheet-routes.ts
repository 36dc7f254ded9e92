import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { runSheet, runSheets } from '#contract/mail-run-sheet.ts';
import { flagFilter, id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { loadRunSheet, loadRunSheets } from './run-sheet-repository.ts';

const tags = ['Mail'];
const config = { access: { module: 'mail', roles: workers } as Access };

/** What is to be brought where, for those who carry it. */
export const runSheetRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = { tags, summary: 'List run sheets', response: { 200: runSheets } };
  app.get('/mail/run-sheets', { config, schema: list }, async (request, reply) =>
    sendJson(reply, await db.read(callerOf(request).organisation, loadRunSheets)),
  );

  const show = {
    tags,
    summary: 'Show the run sheet of a route',
    params: z.object({ id }),
    querystring: z.object({ all: flagFilter }),
    response: { 200: runSheet },
  };
  app.get('/mail/routes/:id/run-sheet', { config, schema: show }, async (request, reply) => {
    const { params, query } = request;
    const sheet = await db.read(callerOf(request).organisation, (tx) =>
      loadRunSheet(tx, params.id, query.all === true),
    );
    if (sheet === undefined) throw notFound();
    return sendJson(reply, sheet);
  });
};
