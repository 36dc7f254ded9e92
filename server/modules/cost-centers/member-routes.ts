import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { categoryItem, memberChange, memberEdit } from '#contract/cost-centers.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { room } from '#contract/places.ts';
import { user } from '#contract/users.ts';
import { count, id, listQuery, type ListQuery } from '#contract/wire.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { countUsers, listUsers } from '#server/modules/people/service.ts';
import { countKind, listKind } from './list-repository.ts';
import { changeMembers } from './members.ts';
import { within } from './reading.ts';
import { countRooms, listRooms } from './room-repository.ts';

const tags = ['Cost centers'];
const config = { access: 'signed-in' } as const;
const params = z.object({ id });
const failed = { '4xx': apiErrorBody };

/** What belongs to an item; `item` is undefined for what belongs to any. */
type Members = {
  path: string;
  words: string;
  element: z.ZodType;
  list: (tx: Tx, item: number | undefined, query: ListQuery) => Promise<string>;
  count: (tx: Tx, item: number | undefined, query: ListQuery) => Promise<number>;
};
const children: Members = {
  path: 'children',
  words: 'the children',
  element: categoryItem,
  list: (tx, item, query) => listKind(tx, 'category_item', { ...query, parent: [item!] }),
  count: (tx, item, query) => countKind(tx, 'category_item', { ...query, parent: [item!] }),
};
const users: Members = {
  path: 'users',
  words: 'the people',
  element: user,
  list: (tx, item, query) => listUsers(tx, { ...query, item: item ?? 'any' }),
  count: (tx, item, query) => countUsers(tx, { ...query, item: item ?? 'any' }),
};
const rooms: Members = {
  path: 'rooms',
  words: 'the spaces',
  element: room,
  list: listRooms,
  count: countRooms,
};

/** What belongs to a cost center, or to any. */
export const memberRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  for (const members of [children, users, rooms]) {
    const { words, element } = members;
    const address = `/categories/items/:id/${members.path}`;
    const listed = {
      tags,
      summary: `List ${words} of a cost center`,
      params,
      querystring: listQuery,
      response: { 200: z.array(element), ...failed },
    };
    app.get(address, { config, schema: listed }, async (request, reply) => {
      const { id: item } = request.params;
      const { query } = request;
      const read = (tx: Tx) => members.list(tx, item, query);
      return sendJson(reply, await within(db, callerOf(request), 'category_item', item, read));
    });
    const counted = {
      ...listed,
      summary: `Count ${words} of a cost center`,
      response: { 200: count, ...failed },
    };
    app.get(`${address}/count`, { config, schema: counted }, (request) => {
      const { id: item } = request.params;
      const { query } = request;
      const read = async (tx: Tx) => ({ count: await members.count(tx, item, query) });
      return within(db, callerOf(request), 'category_item', item, read);
    });
  }

  for (const [{ path, words }, of] of [
    [users, 'user'],
    [rooms, 'room'],
  ] as const) {
    const schema = {
      tags,
      summary: `Change ${words} of a cost center`,
      params,
      body: memberEdit,
      response: { 200: memberChange, ...failed },
    };
    const address = `/categories/items/:id/${path}`;
    app.put(address, { config: { access: 'site-admin' }, schema }, async (request, reply) =>
      idempotently(db, request, reply, async (tx) => {
        const { params: item, body } = request;
        return { status: 200, answer: await changeMembers(tx, callerOf(request).id, of, item.id, body) };
      }),
    );
  }

  for (const members of [users, rooms]) {
    const { words, element } = members;
    const address = `/categories/items/${members.path}`;
    const listed = {
      tags,
      summary: `List ${words} of any cost center`,
      querystring: listQuery,
      response: { 200: z.array(element), ...failed },
    };
    app.get(address, { config, schema: listed }, async (request, reply) => {
      const { query } = request;
      const { organisation } = callerOf(request);
      return sendJson(reply, await db.read(organisation, (tx) => members.list(tx, undefined, query)));
    });
    const counted = {
      tags,
      summary: `Count ${words} of any cost center`,
      querystring: listQuery,
      response: { 200: count, ...failed },
    };
    app.get(`${address}/count`, { config, schema: counted }, (request) => {
      const { query } = request;
      const { organisation } = callerOf(request);
      return db.read(organisation, async (tx) => ({ count: await members.count(tx, undefined, query) }));
    });
  }
};
