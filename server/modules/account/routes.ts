import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  credentials,
  demoAccounts,
  offiServUser,
  organization,
  registration,
  resetConfirm,
  resetRequest,
} from '#contract/account.ts';
import { apiErrorBody } from '#contract/errors.ts';
import { id } from '#contract/wire.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { withinLimits } from '#server/lib/guesses.ts';
import { linksFor } from '#server/modules/offiserv/service.ts';
import { demandOwnOrigin, refuseForeignOrigin } from '#server/lib/origin.ts';
import { demoAccountList } from './demo-accounts.ts';
import { register } from './register.ts';
import { demoExists, offiServUserById, organizationOf } from './repository.ts';
import { confirmReset, requestReset } from './reset.ts';
import { endSession, giveCookie, takeCookie, tokenOf } from './sessions.ts';
import { signIn, type SignedIn } from './sign-in.ts';

const tags = ['Account'];
const failed = { '4xx': apiErrorBody };
const nothing = z.null().describe('No content');
const anybody = { access: 'public' } as const;
const signedIn = { access: 'signed-in' } as const;

export const accountRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const { config, db } = deps;
  /** What goes on after its answer has been sent; closing the server waits for it. */
  const afterwards = new Set<Promise<void>>();
  app.addHook('onClose', async () => void (await Promise.all(afterwards)));

  const ownPages = async (request: FastifyRequest) => refuseForeignOrigin(request, config);

  async function welcome(request: FastifyRequest, reply: FastifyReply, { user, token }: SignedIn) {
    // The session that the browser held is replaced; nobody could sign it out any more.
    await endSession(db, request);
    giveCookie(request, reply, config, token);
    return user;
  }

  app.post(
    '/login',
    {
      config: anybody,
      preValidation: ownPages,
      schema: { tags, body: credentials, response: { 200: offiServUser, ...failed } },
    },
    async (request, reply) => welcome(request, reply, await signIn(db, request.body, request.ip)),
  );

  app.post(
    '/logout',
    { config: anybody, schema: { tags, response: { 204: nothing, ...failed } } },
    async (request, reply) => {
      if (tokenOf(request)) demandOwnOrigin(request, config);
      await endSession(db, request);
      return takeCookie(request, reply, config).code(204).send(null);
    },
  );

  app.post(
    '/register',
    {
      config: anybody,
      preValidation: ownPages,
      schema: { tags, body: registration, response: { 201: offiServUser, ...failed } },
    },
    async (request, reply) => {
      const user = await welcome(request, reply, await register(db, request.body));
      return reply.code(201).send(user);
    },
  );

  app.post(
    '/resetPassword',
    {
      config: anybody,
      preValidation: ownPages,
      schema: { tags, body: resetRequest, response: { 202: z.strictObject({}), ...failed } },
    },
    async (request, reply) => {
      const { body, log } = request;
      await withinLimits(db, { address: request.ip }, async () => undefined);
      // Nobody waits for it: the time to the answer must not say whether there is such an account.
      const work = requestReset(deps, body.email)
        .catch((error: unknown) => log.error({ err: error }, 'password reset'))
        .finally(() => afterwards.delete(work));
      afterwards.add(work);
      return reply.code(202).send({});
    },
  );

  app.post(
    '/resetPassword/confirm',
    {
      config: anybody,
      preValidation: ownPages,
      schema: { tags, body: resetConfirm, response: { 204: nothing, ...failed } },
    },
    async ({ body, ip }, reply) => {
      await confirmReset(deps, body.token, body.password, ip);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/companies/my',
    { config: signedIn, schema: { tags, response: { 200: organization, ...failed } } },
    (request) => db.read(callerOf(request).organisation, organizationOf),
  );

  async function person(request: FastifyRequest, userId: number) {
    const caller = callerOf(request);
    const found = await db.read(caller.organisation, async (tx) =>
      offiServUserById(tx, userId, await linksFor(tx, caller, userId)),
    );
    if (!found) throw notFound('There is no such person.');
    return found;
  }

  app.get(
    '/users/me',
    { config: signedIn, schema: { tags, response: { 200: offiServUser, ...failed } } },
    (request) => person(request, callerOf(request).id),
  );

  app.get(
    '/users/:id',
    {
      config: signedIn,
      schema: { tags, params: z.object({ id }), response: { 200: offiServUser, ...failed } },
    },
    (request) => person(request, request.params.id),
  );

  app.get(
    '/demo',
    { config: anybody, schema: { tags, response: { 200: demoAccounts, ...failed } } },
    async () => {
      if (!config.demo || !(await demoExists(db))) throw notFound();
      return {
        accounts: demoAccountList.map(({ firstName, lastName, ...account }) => ({
          ...account,
          name: `${firstName} ${lastName}`,
        })),
      };
    },
  );
};
