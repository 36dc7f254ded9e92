import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  importKinds,
  importPreview,
  importRequest,
  type ImportOrder,
  importResult,
  MAX_IMPORT_ROWS,
  partRows,
  type ImportKind,
} from '#contract/imports.ts';
import { callerOf, managers, type Access, type Caller } from '#server/lib/caller.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { previewImport, runImport } from './imports.ts';
import { readSheet } from './sheet.ts';
import { recallWay, rememberWay } from './shapes.ts';

/** Who may bring in what. */
const access: Record<ImportKind, Access> = {
  people: 'site-admin',
  buildings: 'site-admin',
  spaces: 'site-admin',
  bookings: { module: 'reservation', roles: managers },
  'service-requests': { module: 'maintenance', roles: managers },
  'asset-models': { module: 'asset', roles: managers },
  assets: { module: 'asset', roles: managers },
};
const asked = { tags: ['Imports'], body: importRequest };

/** CSV files: tried first, then written as a whole or not at all; bookings that meet others are left out and told. */
export const importRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  /** The file, laid under the fields as it was said, or as the last one of its shape. */
  const read = async ({ organisation }: Caller, kind: ImportKind, order: ImportOrder) => {
    const sheet = readSheet(kind, order);
    if (order.mapping) return { sheet, known: undefined };
    const known = await db.read(organisation, (tx) => recallWay(tx, kind, sheet.headers));
    if (!known) return { sheet, known };
    const options = { ...order.options, defaults: { ...known.defaults, ...order.options.defaults } };
    return { sheet: readSheet(kind, { ...order, mapping: known.mapping, options }), known };
  };
  for (const kind of importKinds) {
    const config = { access: access[kind] };
    const preview = {
      ...asked,
      summary: `Say what an import of ${kind} would do`,
      response: { 200: importPreview },
    };
    app.post(`/imports/${kind}/preview`, { config, schema: preview }, async (request) => {
      const caller = callerOf(request);
      const { sheet, known } = await read(caller, kind, request.body);
      const told = await db.read(caller.organisation, (tx) =>
        previewImport(tx, caller, kind, sheet, request.body.options),
      );
      return { ...told, ...(known && { defaults: known.defaults }) };
    });
    const run = { ...asked, summary: `Import ${kind} from a CSV file`, response: { 200: importResult } };
    app.post(`/imports/${kind}`, { config, schema: run }, async (request, reply) => {
      // Before the transaction: an organisation's writers wait for each other.
      const { body } = request;
      const caller = callerOf(request);
      if (body.part && partRows[kind] === undefined)
        throw invalid('part', 'is for service requests and assets alone; other files are written as a whole');
      const { sheet } = await read(caller, kind, body);
      if (!body.part && sheet.rows.length > MAX_IMPORT_ROWS)
        throw invalid(
          'csv',
          `has ${sheet.rows.length} rows; write them in parts of at most ${MAX_IMPORT_ROWS}`,
        );
      return idempotently(db, request, reply, async (tx) => {
        const result = await runImport(tx, caller, kind, sheet, body);
        if (body.mapping)
          await rememberWay(tx, kind, sheet.headers, {
            mapping: body.mapping,
            defaults: body.options.defaults,
          });
        return { status: 200, answer: JSON.stringify(result) };
      });
    });
  }
};
