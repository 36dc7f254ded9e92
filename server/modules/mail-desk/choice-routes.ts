import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { courierWrite, orderWrite, packageTypeCreate, packageTypeEdit } from '#contract/mail-places.ts';
import { courier, packageType } from '#contract/mail.ts';
import { id } from '#contract/wire.ts';
import { callerOf, managers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { saveChoice, sortPlaces } from './places.ts';

const tags = ['Mail'];
const config = { access: { module: 'mail', roles: managers } as Access };
const params = z.object({ id });

/** Package types and couriers, kept by the managers of the desk, and the order of what has one. */
export const choiceRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const newType = {
    tags,
    summary: 'Add a package type',
    body: packageTypeCreate,
    response: { 201: packageType },
  };
  app.post('/mail/packageTypes', { config, schema: newType }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveChoice(tx, callerOf(request), 'package_type', null, request.body),
    })),
  );
  const type = {
    tags,
    summary: 'Change a package type; its code stays',
    params,
    body: packageTypeEdit,
    response: { 200: packageType },
  };
  app.put('/mail/packageTypes/:id', { config, schema: type }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveChoice(tx, callerOf(request), 'package_type', request.params.id, request.body),
    })),
  );
  const newCourier = { tags, summary: 'Add a courier', body: courierWrite, response: { 201: courier } };
  app.post('/mail/couriers', { config, schema: newCourier }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 201,
      answer: await saveChoice(tx, callerOf(request), 'courier', null, request.body),
    })),
  );
  const renamed = {
    tags,
    summary: 'Rename a courier; its code, by which its numbers are told, stays',
    params,
    body: courierWrite,
    response: { 200: courier },
  };
  app.put('/mail/couriers/:id', { config, schema: renamed }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await saveChoice(tx, callerOf(request), 'courier', request.params.id, request.body),
    })),
  );

  for (const [path, place, words] of [
    ['packageTypes', 'package_type', 'package types'],
    ['locations', 'mail_location', 'racks'],
  ] as const) {
    const order = {
      tags,
      summary: `Put ${words} in an order; those that are not named follow`,
      body: orderWrite,
      response: { 200: z.object({ ok: z.literal(true) }) },
    };
    app.put(`/mail/${path}/order`, { config, schema: order }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        await sortPlaces(tx, callerOf(request), place, request.body);
        return { status: 200, answer: '{"ok":true}' };
      }),
    );
  }
};
