import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  assetAudit,
  auditCancelBody,
  auditCreate,
  auditEdit,
  auditListQuery,
  auditPreview,
  auditScopeBody,
} from '#contract/asset-audits.ts';
import { count, id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { countAudits, listAudits, previewScope, saveAudit, showAudit, takeAuditTo } from './audits.ts';
import { auditorsToo, managersOnly } from './rights.ts';

const tags = ['Asset audits'];
const params = z.object({ id });
const one = { 200: assetAudit };

/** Campaigns and their way: planned, open, reconciling, closed. */
export const auditRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const list = {
    tags,
    summary: 'List audits',
    querystring: auditListQuery,
    response: { 200: z.array(assetAudit) },
  };
  app.get('/assets/audits', { config: auditorsToo, schema: list }, (request) =>
    listAudits(db, callerOf(request), request.query),
  );
  const counting = { tags, summary: 'Count audits', querystring: auditListQuery, response: { 200: count } };
  app.get('/assets/audits/count', { config: auditorsToo, schema: counting }, async (request) => ({
    count: await countAudits(db, callerOf(request), request.query),
  }));
  const preview = {
    tags,
    summary: 'Count what a scope would expect today',
    body: auditScopeBody,
    response: { 200: auditPreview },
  };
  app.post('/assets/audits/preview', { config: managersOnly, schema: preview }, (request) =>
    previewScope(db, callerOf(request), request.body),
  );
  const show = { tags, summary: 'Show an audit', params, response: one };
  app.get('/assets/audits/:id', { config: auditorsToo, schema: show }, (request) =>
    showAudit(db, callerOf(request), request.params.id),
  );
  const create = { tags, summary: 'Plan an audit', body: auditCreate, response: { 201: assetAudit } };
  app.post('/assets/audits', { config: managersOnly, schema: create }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: JSON.stringify(await saveAudit(tx, callerOf(request), null, request.body)),
    })),
  );
  const edit = { tags, summary: 'Change an audit', params, body: auditEdit, response: one };
  app.put('/assets/audits/:id', { config: managersOnly, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await saveAudit(tx, callerOf(request), request.params.id, request.body)),
    })),
  );
  for (const [step, state, summary] of [
    ['open', 'open', 'Open an audit: what is expected is frozen'],
    ['reconcile', 'reconciling', 'End the walk of an audit'],
    ['reopen', 'open', 'Go on walking, as long as nothing has been decided'],
    ['close', 'closed', 'Close an audit: it is locked'],
  ] as const)
    app.put(
      `/assets/audits/:id/${step}`,
      { config: managersOnly, schema: { tags, summary, params, response: one } },
      async (request, reply) =>
        idempotently(db, request, reply, async (tx) => ({
          status: 200,
          answer: JSON.stringify(await takeAuditTo(tx, callerOf(request), request.params.id, state)),
        })),
    );
  const cancel = { tags, summary: 'Cancel an audit', params, body: auditCancelBody, response: one };
  app.put('/assets/audits/:id/cancel', { config: managersOnly, schema: cancel }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => {
      const { params: at, body } = request;
      const audit = await takeAuditTo(tx, callerOf(request), at.id, 'cancelled', body?.reason);
      return { status: 200, answer: JSON.stringify(audit) };
    }),
  );
};
