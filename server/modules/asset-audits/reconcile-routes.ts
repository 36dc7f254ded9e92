import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  auditReport,
  decideBody,
  decided,
  difference,
  differenceQuery,
} from '#contract/asset-audit-results.ts';
import { auditProgress, auditRow, auditRowQuery, progressQuery } from '#contract/asset-audits.ts';
import { count, id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { countDifferences, countRows, decide, listDifferences, listRows } from './decide.ts';
import { showProgress } from './progress.ts';
import { REPORT_HEAD, reportLines, showReport } from './report.ts';
import { auditorsToo, managersOnly, workersOnly } from './rights.ts';

const tags = ['Asset audits'];
const params = z.object({ id });

/** How far an audit is, what came of it, and who decides on that. */
export const reconcileRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const progress = {
    tags,
    summary: 'Show the progress of an audit by building, floor and space',
    params,
    querystring: progressQuery,
    response: { 200: auditProgress },
  };
  app.get('/assets/audits/:id/progress', { config: auditorsToo, schema: progress }, (request) =>
    showProgress(db, callerOf(request), request.params.id, request.query.floorId),
  );
  const rows = {
    tags,
    summary: 'List the assets of an audit',
    params,
    querystring: auditRowQuery,
    response: { 200: z.array(auditRow) },
  };
  app.get('/assets/audits/:id/assets', { config: auditorsToo, schema: rows }, (request) =>
    listRows(db, callerOf(request), request.params.id, request.query),
  );
  const countingRows = { ...rows, summary: 'Count the assets of an audit', response: { 200: count } };
  app.get(
    '/assets/audits/:id/assets/count',
    { config: auditorsToo, schema: countingRows },
    async (request) => ({
      count: await countRows(db, callerOf(request), request.params.id, request.query),
    }),
  );
  const differences = {
    tags,
    summary: 'List the differences of an audit',
    params,
    querystring: differenceQuery,
    response: { 200: z.array(difference) },
  };
  app.get('/assets/audits/:id/differences', { config: workersOnly, schema: differences }, (request) =>
    listDifferences(db, callerOf(request), request.params.id, request.query),
  );
  const counting = { ...differences, summary: 'Count the differences of an audit', response: { 200: count } };
  app.get(
    '/assets/audits/:id/differences/count',
    { config: workersOnly, schema: counting },
    async (request) => ({
      count: await countDifferences(db, callerOf(request), request.params.id, request.query),
    }),
  );
  const deciding = {
    tags,
    summary: 'Decide on differences of an audit',
    params,
    body: decideBody,
    response: { 200: decided },
  };
  app.put('/assets/audits/:id/decide', { config: managersOnly, schema: deciding }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await decide(tx, callerOf(request), request.params.id, request.body)),
    })),
  );
  const report = { tags, summary: 'Show the report of an audit', params, response: { 200: auditReport } };
  app.get('/assets/audits/:id/report', { config: workersOnly, schema: report }, (request) =>
    showReport(db, callerOf(request), request.params.id),
  );
  const csv = { tags, summary: 'Export the report of an audit as CSV', params };
  app.get('/assets/audits/:id/report.csv', { config: workersOnly, schema: csv }, async (request, reply) => {
    const { id: audit } = request.params;
    return sendCsv(reply, `audit-${audit}.csv`, REPORT_HEAD, await reportLines(db, callerOf(request), audit));
  });
};
