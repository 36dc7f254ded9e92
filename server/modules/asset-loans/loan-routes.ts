import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  assetLoan,
  assetLoanCreate,
  assetLoanEdit,
  assetLoanQuery,
  assetReservationCreate,
} from '#contract/asset-loans.ts';
import { count, id } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { editLoan } from './edit.ts';
import { lend, reserve } from './lend.ts';
import { countLoans, listLoans, showLoan } from './loan-lists.ts';
import { keeping, signedIn, tags } from './rights.ts';

const params = z.object({ id });

/** Reading, making and changing loans and reservations; who may touch which is decided by loan. */
export const loanRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const querystring = assetLoanQuery;
  const list = {
    tags,
    summary: 'List loans and reservations of assets',
    description: 'Everybody’s for those who work in an asset center, otherwise the caller’s own.',
    querystring,
    response: { 200: z.array(assetLoan) },
  };
  app.get('/assets/loans', { config: signedIn, schema: list }, async (request, reply) =>
    sendJson(reply, await listLoans(db, callerOf(request), request.query)),
  );
  const number = {
    tags,
    summary: 'Count loans and reservations of assets',
    querystring,
    response: { 200: count },
  };
  app.get('/assets/loans/count', { config: signedIn, schema: number }, async (request) => ({
    count: await countLoans(db, callerOf(request), request.query),
  }));
  const show = { tags, summary: 'Show a loan', params, response: { 200: assetLoan } };
  app.get('/assets/loans/:id', { config: signedIn, schema: show }, async (request, reply) =>
    sendJson(reply, await showLoan(db, callerOf(request), request.params.id)),
  );

  const lending = {
    tags,
    summary: 'Lend an asset from now on: its borrower becomes its owner until it comes back',
    description: '409 asset-loans.taken says who has it, or reserved it, and until when.',
    body: assetLoanCreate,
    response: { 201: assetLoan },
  };
  app.post('/assets/loans', { config: keeping, schema: lending }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await lend(tx, callerOf(request), request.body),
    })),
  );
  const reserving = {
    tags,
    summary: 'Reserve an asset that may be reserved',
    description: '409 asset-loans.taken says who has it, or reserved it, and until when.',
    body: assetReservationCreate,
    response: { 201: assetLoan },
  };
  app.post('/assets/loans/reserve', { config: signedIn, schema: reserving }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await reserve(tx, callerOf(request), request.body),
    })),
  );
  const change = {
    tags,
    summary: 'Extend a loan, or change a reservation',
    description: 'What is absent stays as it is. If-Match with dateUpdated refuses a stale edit.',
    params,
    body: assetLoanEdit,
    response: { 200: assetLoan },
  };
  app.put('/assets/loans/:id', { config: signedIn, schema: change }, async (request, reply) => {
    const { body: edit, params: address, headers } = request;
    return idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await editLoan(tx, callerOf(request), { id: address.id, edit, ifMatch: headers['if-match'] }),
    }));
  });
};
