import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { moveBoard, moveBoardQuery, moveSpace, moveSpaceQuery } from '#contract/moves-board.ts';
import { moveRequestQuery } from '#contract/moves.ts';
import { sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Deps } from '#server/lib/deps.ts';
import { requestTable, showBoard, showSpaces, type CountConflicts } from './board.ts';
import { tableHead } from './board-repository.ts';
import { everybody as config } from './rights.ts';

const tags = ['Moves'];
/** `countConflicts`: of the module that plans moves, which builds on this one. */
export type MoveDeps = Deps & { countConflicts?: CountConflicts };

/** Moves at a glance, where there is room, and the list as a file. */
export const boardRoutes: FastifyPluginAsyncZod<MoveDeps> = async (app, { db, countConflicts }) => {
  const board = {
    tags,
    summary: 'Show moves as cards, by status or date',
    querystring: moveBoardQuery,
    response: { 200: moveBoard },
  };
  app.get('/move/board', { config, schema: board }, async (request, reply) =>
    sendJson(reply, await showBoard(db, callerOf(request), request.query, countConflicts)),
  );
  const spaces = {
    tags,
    summary: 'List spaces with room left on a date',
    querystring: moveSpaceQuery,
    response: { 200: z.array(moveSpace) },
  };
  app.get('/move/spaces', { config, schema: spaces }, async (request, reply) =>
    sendJson(reply, await showSpaces(db, callerOf(request), request.query)),
  );
  const table = {
    tags,
    summary: 'Export moves as CSV, a row an item',
    querystring: moveRequestQuery,
    response: { 200: z.string() },
  };
  app.get('/move/requests.csv', { config, schema: table }, async (request, reply) => {
    const rows = await requestTable(db, callerOf(request), request.query);
    return sendCsv(reply, `moves-${new Date().toISOString().slice(0, 10)}.csv`, tableHead, rows);
  });
};
