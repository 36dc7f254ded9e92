import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { BOM, csvLine, type Cell } from '#contract/csv.ts';

async function* linesOf(head: readonly string[], rows: AsyncIterable<Cell[]> | Iterable<Cell[]>) {
  yield BOM + csvLine(head);
  for await (const row of rows) yield csvLine(row);
}

/** Sends a CSV file, as fast as it is taken; nothing but the rows in hand is held. */
export const sendCsv = (
  reply: FastifyReply,
  fileName: string,
  head: readonly string[],
  rows: AsyncIterable<Cell[]> | Iterable<Cell[]>,
) =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(linesOf(head, rows)));
