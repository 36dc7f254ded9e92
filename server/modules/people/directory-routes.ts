import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import { centerRole, chartPerson, invitation, userTypeName } from '#contract/people.ts';
import { userQuery, type UserQuery } from '#contract/users.ts';
import { id, listQuery } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import { sendCsv } from '#server/lib/csv-answer.ts';
import type { Deps } from '#server/lib/deps.ts';
import { mailInvitation, readInvitation } from '#server/modules/account/service.ts';
import { centerRoles, reportsOf, tops, userTypes, wayUpFrom } from './chart.ts';
import { exportPeople, headings, type ExportRow } from './export-repository.ts';
import { checked } from './find-users.ts';

const tags = ['People'];
const failed = { '4xx': apiErrorBody };
const signedIn = { access: 'signed-in' } as const;
const siteAdmin = { access: 'site-admin' } as const;
const params = z.object({ id });
const PAGE = 1000;

/** What the directory needs beyond the documents: the tree of managers, roles by center, invitations, a file. */
export const directoryRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const people = { 200: z.array(chartPerson), ...failed };
  const top = {
    tags,
    summary: 'Those to whom somebody reports and who report to nobody',
    querystring: listQuery,
    response: people,
  };
  app.get('/users/chart', { config: signedIn, schema: top }, (request) =>
    tops(deps, callerOf(request), request.query),
  );
  const reports = {
    tags,
    summary: 'Who reports to a person directly, with how many report to them in turn',
    params,
    querystring: listQuery,
    response: people,
  };
  app.get('/users/:id/reports', { config: signedIn, schema: reports }, (request) =>
    reportsOf(deps, callerOf(request), request.params.id, request.query),
  );
  const way = { tags, summary: 'The managers above a person, from the top down', params, response: people };
  app.get('/users/:id/managers', { config: signedIn, schema: way }, (request) =>
    wayUpFrom(deps, callerOf(request), request.params.id),
  );

  const held = {
    tags,
    summary: 'Who holds which role in which center',
    response: { 200: z.array(centerRole), ...failed },
  };
  app.get('/centers/roles', { config: signedIn, schema: held }, (request) =>
    centerRoles(deps, callerOf(request)),
  );
  const types = { tags, summary: 'Types of users', response: { 200: z.array(userTypeName), ...failed } };
  app.get('/users/types', { config: signedIn, schema: types }, (request) =>
    userTypes(deps, callerOf(request)),
  );

  const invite = { tags, params, response: { 200: invitation, ...failed } };
  const asked = { ...invite, summary: 'Whether a person can sign in, or has been invited to' };
  app.get('/users/:id/invite', { config: siteAdmin, schema: asked }, (request) =>
    readInvitation(deps, callerOf(request), request.params.id),
  );
  const mailed = {
    ...invite,
    summary: 'Mail a person the link with which they choose their first password',
    description: 'Asked again within a minute, it answers the same and mails nothing.',
  };
  app.post('/users/:id/invite', { config: siteAdmin, schema: mailed }, (request) =>
    mailInvitation(deps, callerOf(request), request.params.id),
  );

  const list = {
    tags,
    summary: 'List people as CSV',
    description: 'All that the filters leave, by id, whatever page is asked for.',
    querystring: userQuery,
    response: { 200: z.string() },
  };
  app.get('/users.csv', { config: signedIn, schema: list }, async (request, reply) => {
    const { organisation } = callerOf(request);
    const query: UserQuery = checked(request.query);
    const page = (after: number) => deps.db.read(organisation, (tx) => exportPeople(tx, query, after, PAGE));
    // Read before anything is sent, so that what is wrong with the query is answered as such.
    const first = await page(0);
    /** Page by page: no transaction stays open while a slow line takes the file. */
    async function* rows(): AsyncGenerator<ExportRow> {
      let some = first;
      while (some.length > 0) {
        yield* some;
        if (some.length < PAGE) return;
        some = await page(Number(some.at(-1)![0]));
      }
    }
    const name = `people-${new Date().toISOString().slice(0, 10)}.csv`;
    return sendCsv(reply, name, headings, rows());
  });
};
