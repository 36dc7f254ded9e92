import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  moveAssetsBody,
  moveConflicts,
  moveDraft,
  moveEffectBody,
  moveHeirBody,
  moveOutcome,
  movePreview,
} from '#contract/move-effect.ts';
import { id } from '#contract/wire.ts';
import { invalid } from '#server/lib/app-error.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { answeredBefore, idempotently } from '#server/lib/idempotency.ts';
import { everybody as config } from '#server/modules/move-requests/service.ts';
import { draftConflicts } from './conflicts.ts';
import { nameHeir, takeAlong } from './choices.ts';
import { conflictsFor, effectNow, outcomeOf, previewOf } from './preview.ts';

const tags = ['Moves'];
const params = z.object({ id });

/** What moves change: conflicts, preview, taking effect, outcome. */
export const moveEffectRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const drafted = {
    tags,
    summary: 'Conflicts of a move request that has not been sent',
    body: moveDraft,
    response: { 200: moveConflicts },
  };
  app.post('/move/conflicts', { config, schema: drafted }, async (request) => {
    const caller = callerOf(request);
    return db.read(caller.organisation, async (tx) => ({
      conflicts: await draftConflicts(tx, caller, request.body),
    }));
  });
  const conflicts = {
    tags,
    summary: 'Conflicts of a move request',
    params,
    response: { 200: moveConflicts },
  };
  app.get('/move/requests/:id/conflicts', { config, schema: conflicts }, async (request) =>
    conflictsFor(db, callerOf(request), request.params.id),
  );
  const preview = {
    tags,
    summary: 'Preview exactly what a move request will change',
    params,
    response: { 200: movePreview },
  };
  app.get('/move/requests/:id/preview', { config, schema: preview }, async (request) => {
    const caller = callerOf(request);
    return db.read(caller.organisation, (tx) => previewOf(tx, caller, request.params.id));
  });
  const outcome = {
    tags,
    summary: 'Show what a move request did change',
    params,
    response: { 200: moveOutcome },
  };
  app.get('/move/requests/:id/outcome', { config, schema: outcome }, async (request) =>
    outcomeOf(db, callerOf(request), request.params.id),
  );
  const effect = {
    tags,
    summary: 'Have an approved move request take effect now; once more changes nothing',
    params,
    body: moveEffectBody,
    response: { 200: moveOutcome },
  };
  app.post('/move/requests/:id/effect', { config, schema: effect }, async (request, reply) => {
    const { params: asked, body } = request;
    if (body?.id !== undefined && body.id !== asked.id) throw invalid('id', 'is not that of the address');
    if (await answeredBefore(db, request, reply)) return reply;
    const changed = await effectNow(db, callerOf(request), asked.id, body?.early ?? false);
    return idempotently(db, request, reply, async () => ({ status: 200, answer: JSON.stringify(changed) }));
  });
  const answers = { tags, params, response: { 200: movePreview } };
  const taken = { ...answers, summary: 'Choose what somebody takes along in a move', body: moveAssetsBody };
  app.put('/move/items/:id/assets', { config, schema: taken }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await takeAlong(tx, callerOf(request), request.params.id, request.body.assets)),
    })),
  );
  const heir = { ...answers, summary: 'Say who takes over from somebody who leaves', body: moveHeirBody };
  app.put('/move/items/:id/heir', { config, schema: heir }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await nameHeir(tx, callerOf(request), request.params.id, request.body.heir)),
    })),
  );
};
