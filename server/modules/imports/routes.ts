import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { importCounts, importKinds, importPreview, importRequest } from '#contract/imports.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { previewImport, runImport } from './imports.ts';
import { readSheet } from './sheet.ts';

const config = { access: 'site-admin' as Access };
const asked = { tags: ['Imports'], params: z.object({ kind: z.enum(importKinds) }), body: importRequest };

/** People, buildings and spaces from CSV files: tried first, then written as a whole or not at all. */
export const importRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const preview = { ...asked, summary: 'Say what an import would do', response: { 200: importPreview } };
  app.post('/imports/:kind/preview', { config, schema: preview }, async (request) => {
    const { params, body } = request;
    const sheet = readSheet(params.kind, body);
    return db.read(callerOf(request).organisation, (tx) =>
      previewImport(tx, params.kind, sheet, body.options),
    );
  });
  const run = { ...asked, summary: 'Import a CSV file', response: { 200: importCounts } };
  app.post('/imports/:kind', { config, schema: run }, async (request, reply) => {
    const { params, body } = request;
    // Before the transaction: an organisation's writers wait for each other.
    const sheet = readSheet(params.kind, body);
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await runImport(tx, callerOf(request), params.kind, sheet, body.options)),
    }));
  });
};
