import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  scanAnswer,
  scanBody,
  scanLogLine,
  scanLogQuery,
  spaceDoneBody,
  spaceProgress,
} from '#contract/asset-audits.ts';
import { id, oneOrMany } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { leaveAsItIs, placeHere, undoChoice } from './place.ts';
import { finishSpace } from './progress.ts';
import { auditorsToo, workersOnly } from './rights.ts';
import { listLog, noteScans } from './scan.ts';

const tags = ['Asset audits'];
const params = z.object({ id });
const MOST = 500;
const body = oneOrMany(scanBody, MOST);
const answers = { 200: z.union([scanAnswer, z.array(scanAnswer)]) };

/** Walking: what was scanned, and what is to become of it at once. */
export const scanRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const scan = { tags, summary: 'Note what was scanned in an audit', params, body, response: answers };
  app.post('/assets/audits/:id/scans', { config: auditorsToo, schema: scan }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const given = request.body;
      const told = await noteScans(tx, callerOf(request), request.params.id, given);
      return { status: 200, answer: JSON.stringify(given.many ? told : told[0]) };
    }),
  );
  const spot = { tags, summary: 'Note what was scanned without an audit', body, response: answers };
  app.post('/assets/scans', { config: workersOnly, schema: spot }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const given = request.body;
      const told = await noteScans(tx, callerOf(request), null, given);
      return { status: 200, answer: JSON.stringify(given.many ? told : told[0]) };
    }),
  );
  for (const [choice, summary, choose] of [
    ['place', 'Correct the place of what was scanned', placeHere],
    ['leave', 'Leave what was scanned as it is', leaveAsItIs],
    ['undo', 'Take back what was chosen about a scan', undoChoice],
  ] as const)
    app.post(
      `/assets/scans/:id/${choice}`,
      { config: auditorsToo, schema: { tags, summary, params, response: { 200: scanAnswer } } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: JSON.stringify(await choose(tx, callerOf(request), request.params.id)),
        })),
    );
  const log = {
    tags,
    summary: 'List the scans of an audit',
    params,
    querystring: scanLogQuery,
    response: { 200: z.array(scanLogLine) },
  };
  app.get('/assets/audits/:id/scans', { config: auditorsToo, schema: log }, (request) =>
    listLog(db, callerOf(request), request.params.id, request.query),
  );
  const space = {
    tags,
    summary: 'Say that a space of an audit is done, or not',
    params,
    body: spaceDoneBody,
    response: { 200: spaceProgress },
  };
  app.put('/assets/audits/:id/spaces', { config: auditorsToo, schema: space }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await finishSpace(tx, callerOf(request), request.params.id, request.body)),
    })),
  );
};
