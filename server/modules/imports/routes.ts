import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  importKinds,
  importPreview,
  importRequest,
  importResult,
  type ImportKind,
} from '#contract/imports.ts';
import { callerOf, managers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { previewImport, runImport } from './imports.ts';
import { readSheet } from './sheet.ts';

/** Who may bring in what. */
const access: Record<ImportKind, Access> = {
  people: 'site-admin',
  buildings: 'site-admin',
  spaces: 'site-admin',
  bookings: { module: 'reservation', roles: managers },
  'service-requests': { module: 'maintenance', roles: managers },
};
const asked = { tags: ['Imports'], body: importRequest };

/** CSV files: tried first, then written as a whole or not at all; bookings that meet others are left out and told. */
export const importRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  for (const kind of importKinds) {
    const config = { access: access[kind] };
    const preview = {
      ...asked,
      summary: `Say what an import of ${kind} would do`,
      response: { 200: importPreview },
    };
    app.post(`/imports/${kind}/preview`, { config, schema: preview }, async (request) => {
      const caller = callerOf(request);
      const sheet = readSheet(kind, request.body);
      return db.read(caller.organisation, (tx) =>
        previewImport(tx, caller, kind, sheet, request.body.options),
      );
    });
    const run = { ...asked, summary: `Import ${kind} from a CSV file`, response: { 200: importResult } };
    app.post(`/imports/${kind}`, { config, schema: run }, async (request, reply) => {
      // Before the transaction: an organisation's writers wait for each other.
      const sheet = readSheet(kind, request.body);
      return idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: JSON.stringify(await runImport(tx, callerOf(request), kind, sheet, request.body.options)),
      }));
    });
  }
};
