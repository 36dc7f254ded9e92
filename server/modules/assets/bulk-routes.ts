import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  assetBulk,
  assetBulkDone,
  assetMany,
  assetManyDone,
  assetQuery,
  assetUndo,
  type AssetQuery,
} from '#contract/assets.ts';
import { callerOf, type Caller } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Database } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { editMany, removeMany, restoreMany, undoMany } from './bulk.ts';
import { exportAssets, headings, type ExportRow } from './export-repository.ts';
import { everybody, keepers as config } from './rights.ts';

const tags = ['Assets'];
const PAGE = 1000;

/** Every asset of the list, page by page: no transaction stays open while a slow line takes the file. */
async function* linesOf(db: Database, caller: Caller, query: AssetQuery, first: ExportRow[]) {
  let page = first;
  while (page.length > 0) {
    yield* page;
    if (page.length < PAGE) return;
    const after = Number(page.at(-1)![0]);
    page = await db.read(caller.organisation, (tx) => exportAssets(tx, query, caller, { after, most: PAGE }));
  }
}

/** Many assets at once, and the list as a file. */
export const bulkRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const edit = {
    tags,
    summary: 'Change many assets alike, all or none; answers what they had before',
    body: assetBulk,
    response: { 200: assetBulkDone },
  };
  app.put('/assets', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editMany(tx, callerOf(request), request.body),
    })),
  );
  const undo = {
    tags,
    summary: 'Put back what a change of many assets answered, all or none',
    body: assetUndo,
    response: { 200: assetBulkDone },
  };
  app.put('/assets/undo', { config, schema: undo }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await undoMany(tx, callerOf(request), request.body),
    })),
  );
  const steps = [
    ['remove', 'Remove many assets, all or none', removeMany],
    ['restore', 'Put back assets that have been removed, all or none', restoreMany],
  ] as const;
  for (const [word, summary, work] of steps) {
    const schema = { tags, summary, body: assetMany, response: { 200: assetManyDone } };
    app.put(`/assets/${word}`, { config, schema }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: JSON.stringify({ count: await work(tx, callerOf(request), request.body.assets) }),
      })),
    );
  }

  const schema = {
    tags,
    summary: 'List assets as CSV',
    description: 'All that the filters leave, by id, whatever page is asked for.',
    querystring: assetQuery,
    response: { 200: z.string() },
  };
  app.get('/assets.csv', { config: everybody, schema }, async (request, reply) => {
    const caller = callerOf(request);
    const { query } = request;
    // Read before anything is sent, so that what is wrong with the query is answered as such.
    const first = await db.read(caller.organisation, (tx) =>
      exportAssets(tx, query, caller, { after: 0, most: PAGE }),
    );
    const name = `assets-${new Date().toISOString().slice(0, 10)}.csv`;
    return sendCsv(reply, name, headings, linesOf(db, caller, query, first));
  });
};
