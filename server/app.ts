import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { checkAnswers } from './lib/answers.ts';
import { readBodies } from './lib/body.ts';
import { checkAccess, type Access } from './lib/caller.ts';
import type { Deps } from './lib/deps.ts';
import { answerErrors, answerNotFound } from './lib/errors.ts';
import { accountRoutes } from './modules/account/routes.ts';
import { authenticate } from './modules/account/service.ts';
import { mailDeskRoutes } from './modules/mail-desk/routes.ts';
import { peopleRoutes } from './modules/people/routes.ts';

const MAX_BODY = 20 * 1024 * 1024;

/** Every route declares who may call it; one that does not never comes up. */
function guardRoutes(app: FastifyInstance, deps: Deps) {
  app.decorateRequest('caller', undefined);
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD' && route.config?.access === undefined)
      throw new Error(`${String(route.method)} ${route.url} does not declare config.access`);
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config?.access as Access | undefined;
    if (access === undefined) return; // unknown address: answered 404 further on
    request.caller = await authenticate(deps, request, access);
    checkAccess(access, request.caller);
  });
}

/** Builds the server around its dependencies; listening is left to start.ts, so tests can inject calls. */
export async function buildApp(deps: Deps, options: FastifyServerOptions = {}) {
  const app = Fastify({
    bodyLimit: MAX_BODY,
    requestTimeout: 60_000,
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: 300 },
    ...options,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  answerErrors(app);
  app.setNotFoundHandler(answerNotFound);
  await app.register(cookie);
  guardRoutes(app, deps);
  if (deps.checkAnswers) checkAnswers(app);

  await app.register(
    async (api) => {
      readBodies(api, { lenient: false });
      api.setNotFoundHandler(answerNotFound);
      await api.register(peopleRoutes, deps);
      await api.register(mailDeskRoutes, deps);
    },
    { prefix: '/external/api/rest/v2' },
  );
  await app.register(
    async (data) => {
      readBodies(data, { lenient: true });
      data.setNotFoundHandler(answerNotFound);
      await data.register(accountRoutes, deps);
    },
    { prefix: '/data' },
  );
  return app;
}
