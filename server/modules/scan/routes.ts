import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { scanAnswer } from '#contract/scan.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { whatIs } from './service.ts';

const noNul = (code: string) => !code.includes('\0');

/** What a code is, whoever scans it and wherever they are. */
export const scanRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const schema = {
    tags: ['Scan'],
    summary: 'Say what a scanned code is: a parcel, a bag, an asset, a space, a stop or a person',
    // More than the largest QR code holds.
    querystring: z.object({ code: z.string().max(8000).refine(noNul, 'must not contain a NUL character') }),
    response: { 200: scanAnswer },
  };
  app.get('/scan', { config: { access: 'signed-in' as Access }, schema }, async (request, reply) =>
    sendJson(reply, await whatIs(db, callerOf(request), request.query.code)),
  );
};
