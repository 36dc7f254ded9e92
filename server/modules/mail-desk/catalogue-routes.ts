import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  courier,
  leaderboardEntry,
  mailAlert,
  mailDesk,
  mailLocation,
  mailStatusType,
  mailStop,
  packageType,
  recipient,
  recipientQuery,
  route,
} from '#contract/mail.ts';
import { count, listQuery } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { countBoard, listBoard } from './board-repository.ts';
import { countCatalogue, listCatalogue, loadDesk } from './catalogue-repository.ts';
import { findRecipients } from './recipient-repository.ts';
import { reading } from './service.ts';

const tags = ['Mail'];
const config = { access: 'signed-in' as Access };
const atTheDesk = { access: { module: 'mail', roles: workers } as Access };

const catalogues = [
  ['packageTypes', 'packageTypes', 'package types', packageType],
  ['couriers', 'couriers', 'couriers', courier],
  ['mailstops', 'mailStops', 'mail stops', mailStop],
  ['types', 'statusTypes', 'types of status', mailStatusType],
  ['routes', 'routes', 'mail routes', route],
  ['locations', 'locations', 'racks', mailLocation],
  ['alerts', 'alerts', 'alerts on recipients', mailAlert],
] as const;
const boards = [
  ['deliveries', 'out', 'who delivered most'],
  ['check-ins', 'checkin', 'who checked in most'],
] as const;

/** What the mail desk chooses from, who does most of its work, and whom a parcel may be for. */
export const catalogueRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const schema = (summary: string, answer: z.ZodType) => ({
    config,
    schema: { tags, summary, querystring: listQuery, response: { 200: answer } },
  });

  for (const [path, name, words, element] of catalogues) {
    app.get(`/mail/${path}`, schema(`List ${words}`, z.array(element)), async (request, reply) => {
      const { query } = request;
      return sendJson(
        reply,
        await reading(db, callerOf(request), (tx, viewer) => listCatalogue(tx, name, query, viewer)),
      );
    });
    app.get(`/mail/${path}/count`, schema(`Count ${words}`, count), async (request) => {
      const { query } = request;
      const found = await reading(db, callerOf(request), (tx, viewer) =>
        countCatalogue(tx, name, query, viewer),
      );
      return { count: found };
    });
  }

  for (const [path, code, words] of boards) {
    const url = `/stats/leaderboards/${path}`;
    app.get(url, schema(`Leaderboard: ${words}`, z.array(leaderboardEntry)), async (request, reply) => {
      const { query } = request;
      return sendJson(reply, await reading(db, callerOf(request), (tx) => listBoard(tx, code, query)));
    });
    app.get(`${url}/count`, schema(`Leaderboard: ${words}, people`, count), async (request) => {
      const { query } = request;
      return { count: await reading(db, callerOf(request), (tx) => countBoard(tx, code, query)) };
    });
  }

  const desk = { tags, summary: 'Everything a clerk chooses from', response: { 200: mailDesk } };
  app.get('/mail/desk', { config, schema: desk }, async (request, reply) =>
    sendJson(reply, await reading(db, callerOf(request), loadDesk)),
  );

  const people = {
    tags,
    summary: 'Find people a parcel may be for',
    querystring: recipientQuery,
    response: { 200: z.array(recipient) },
  };
  app.get('/mail/recipients', { config: atTheDesk, schema: people }, async (request, reply) => {
    const { search = '', limit } = request.query;
    return sendJson(reply, await reading(db, callerOf(request), (tx) => findRecipients(tx, search, limit)));
  });
};
