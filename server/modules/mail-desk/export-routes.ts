import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mailQuery, type MailQuery } from '#contract/mail.ts';
import { callerOf, type Access, type Caller } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Cell } from '#contract/csv.ts';
import type { Database } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import { exportPage, type ExportRow } from './export-repository.ts';
import { reading } from './service.ts';

const PAGE = 1000;

/** Column by its heading, in order. */
const columns: [string, keyof ExportRow][] = [
  ['id', 'id'],
  ['tracking number', 'trackingNumber'],
  ['running number', 'runningNumber'],
  ['queue', 'queue'],
  ['recipient', 'recipient'],
  ['e-mail', 'email'],
  ['mail stop', 'stop'],
  ['route', 'route'],
  ['rack', 'rack'],
  ['courier', 'courier'],
  ['package type', 'packageType'],
  ['center', 'center'],
  ['checked in', 'checkedIn'],
  ['delivered', 'delivered'],
  ['collected by', 'collectedBy'],
];

/**
 * Every parcel of the list, page by page: no transaction stays open while a slow line takes the file. What is
 * moved meanwhile is told as it stands when its page is read.
 */
async function* linesOf(
  db: Database,
  caller: Caller,
  query: MailQuery,
  first: ExportRow[],
): AsyncGenerator<Cell[]> {
  let page = first;
  while (page.length > 0) {
    for (const row of page) yield columns.map(([, name]) => row[name]);
    if (page.length < PAGE) return;
    const after = page.at(-1)!.id;
    page = await reading(db, caller, (tx, viewer) => exportPage(tx, query, viewer, { after, most: PAGE }));
  }
}

/** Lists of parcels as files for a spreadsheet. */
export const exportRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const config = { access: 'signed-in' as Access };
  const schema = {
    tags: ['Mail'],
    summary: 'List parcels as CSV',
    description: 'All that the filters leave, by id, whatever page is asked for.',
    querystring: mailQuery,
    response: { 200: z.string() },
  };
  app.get('/mail/items.csv', { config, schema }, async (request, reply) => {
    const caller = callerOf(request);
    const { query } = request;
    // Read before anything is sent, so that what is wrong with the query is answered as such.
    const first = await reading(db, caller, (tx, viewer) =>
      exportPage(tx, query, viewer, { after: undefined, most: PAGE }),
    );
    const head = columns.map(([heading]) => heading);
    const name = `parcels-${new Date().toISOString().slice(0, 10)}.csv`;
    return sendCsv(reply, name, head, linesOf(db, caller, query, first));
  });
};
