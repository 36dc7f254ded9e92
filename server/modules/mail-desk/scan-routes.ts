import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { collectCode as codeSchema, labels, labelsBody, resolution } from '#contract/mail-scan.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { collectCode, renewCollectCode } from './collect-code.ts';
import { labelsFor } from './labels.ts';
import { resolveCode } from './resolve.ts';

const tags = ['Mail'];
const atTheDesk = { access: { module: 'mail', roles: workers } as Access };
const signedIn = { access: 'signed-in' as Access };
/** More than the largest QR code holds. */
const LONGEST_CODE = 8000;

/** Codes: what a scanned one is, what to print on a label, and the one that a person shows. */
export const scanRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const resolve = {
    tags,
    summary: 'Say what a scanned code is',
    querystring: z.object({ code: z.string().max(LONGEST_CODE) }),
    response: { 200: resolution },
  };
  app.get('/mail/resolve', { config: atTheDesk, schema: resolve }, async (request, reply) => {
    const { organisation } = callerOf(request);
    return sendJson(reply, await db.read(organisation, (tx) => resolveCode(tx, request.query.code)));
  });

  const print = {
    tags,
    summary: 'Number parcels and label them',
    body: labelsBody,
    response: { 200: labels },
  };
  app.put('/mail/items/labels', { config: atTheDesk, schema: print }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await labelsFor(tx, callerOf(request), request.body),
    })),
  );

  const own = { tags, response: { 200: codeSchema } };
  app.get(
    '/mail/collect-code',
    { config: signedIn, schema: { ...own, summary: 'Show the own code to collect with' } },
    (request) => collectCode(db, callerOf(request)),
  );
  app.post(
    '/mail/collect-code',
    { config: signedIn, schema: { ...own, summary: 'Replace the own code to collect with' } },
    async (request, reply) =>
      idempotently(db, request, reply, async (tx) => ({
        status: 200,
        answer: JSON.stringify(await renewCollectCode(tx, callerOf(request))),
      })),
  );
};
