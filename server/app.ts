import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { actingAs } from './lib/actor.ts';
import { languageOf, speaking } from './lib/words.ts';
import { checkAnswers } from './lib/answers.ts';
import { readBodies } from './lib/body.ts';
import { checkAccess, type Access } from './lib/caller.ts';
import { closeConnections } from './lib/closing.ts';
import type { Deps } from './lib/deps.ts';
import { answerErrors, answerMalformed, answerNotFound } from './lib/errors.ts';
import { describeRoutes, openDocumentation } from './lib/openapi.ts';
import { openDashboard, secureHeaders, serveDashboard } from './lib/web.ts';
import { organisationRoutes } from './modules/account/organisation-routes.ts';
import { accountRoutes } from './modules/account/routes.ts';
import { authenticate } from './modules/account/service.ts';
import { agreementRoutes } from './modules/agreements/routes.ts';
import { assetAuditRoutes } from './modules/asset-audits/routes.ts';
import { assetLoanRoutes } from './modules/asset-loans/routes.ts';
import { assetRoutes } from './modules/assets/routes.ts';
import { auditLogRoutes } from './modules/audit-log/routes.ts';
import { bookingCalendarRoutes } from './modules/booking-calendar/routes.ts';
import { centerRoutes } from './modules/centers/routes.ts';
import { contactRoutes } from './modules/contacts/routes.ts';
import { costCenterRoutes } from './modules/cost-centers/routes.ts';
import { eventRoutes } from './modules/events/routes.ts';
import { findRoutes } from './modules/find/routes.ts';
import { fileRoutes } from './modules/files/routes.ts';
import { guideRoutes } from './modules/guide/routes.ts';
import { homeRoutes } from './modules/home/routes.ts';
import { importRoutes } from './modules/imports/routes.ts';
import { jobRoutes } from './modules/jobs/routes.ts';
import { leaveRoutes } from './modules/leaves/routes.ts';
import { mailDeskRoutes } from './modules/mail-desk/routes.ts';
import { mailFigureRoutes } from './modules/mail-figures/routes.ts';
import { mailNoticeRoutes } from './modules/mail-notices/routes.ts';
import { moveEffectRoutes } from './modules/move-effect/routes.ts';
import { countConflicts } from './modules/move-effect/service.ts';
import { moveRequestRoutes } from './modules/move-requests/routes.ts';
import { offiServRoutes } from './modules/offiserv/routes.ts';
import { noticeRoutes } from './modules/notices/routes.ts';
import { peopleRoutes } from './modules/people/routes.ts';
import { placeRoutes } from './modules/places/routes.ts';
import { savedFilterRoutes } from './modules/saved-filters/routes.ts';
import { scanRoutes } from './modules/scan/routes.ts';
import { serviceFigureRoutes } from './modules/service-figures/routes.ts';
import { serviceRequestRoutes } from './modules/service-requests/routes.ts';
import { spaceBookingRoutes } from './modules/space-booking/routes.ts';
import { spaceUseRoutes } from './modules/space-use/routes.ts';
import { spaceCodeRoutes } from './modules/space-code/routes.ts';

const MAX_BODY = 20 * 1024 * 1024;

/** Every route declares who may call it; one that does not never comes up. */
function guardRoutes(app: FastifyInstance, deps: Deps) {
  app.decorateRequest('caller', undefined);
  app.decorate('routeTable', []);
  app.addHook('onRoute', ({ method: methods, url, config }) => {
    for (const method of [methods].flat()) {
      if (method === 'HEAD') continue; // goes with its GET
      if (config?.access === undefined) throw new Error(`${method} ${url} does not declare config.access`);
      app.routeTable.push({ method, url });
    }
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config?.access as Access | undefined;
    if (access === undefined) return; // unknown address: answered 404 further on
    request.caller = await authenticate(deps, request, access);
    checkAccess(access, request.caller);
  });
  // After the body has been read: its events come from the socket, outside of what runs here.
  app.addHook('preValidation', (request, _reply, done) =>
    actingAs(request.caller?.id, () => speaking(languageOf(request), done)),
  );
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, for the test of who may call what. */
    routeTable: { method: string; url: string }[];
  }
}

/** Builds the server around its dependencies; listening is left to start.ts, so tests can inject calls. */
export async function buildApp(deps: Deps, options: FastifyServerOptions = {}) {
  const app = Fastify({
    bodyLimit: MAX_BODY,
    frameworkErrors: answerMalformed,
    requestTimeout: 60_000,
    connectionTimeout: 0,
    // A public address says that a proxy stands before us; believed only when it runs on this machine.
    trustProxy: deps.config.publicUrl ? 'loopback' : false,
    keepAliveTimeout: 72_000,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: 300 },
    ...options,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => JSON.stringify);
  answerErrors(app);
  closeConnections(app);
  await app.register(cookie);
  await secureHeaders(app, { https: deps.config.publicUrl?.startsWith('https:') ?? false });
  openDocumentation(app);
  openDashboard(app);
  guardRoutes(app, deps);
  await describeRoutes(app);
  if (deps.checkAnswers) checkAnswers(app);

  await app.register(
    async (api) => {
      readBodies(api, { lenient: false });
      api.setNotFoundHandler(answerNotFound);
      await api.register(eventRoutes, deps);
      await api.register(fileRoutes, deps);
      await api.register(peopleRoutes, deps);
      await api.register(savedFilterRoutes, deps);
      await api.register(organisationRoutes, deps);
      await api.register(guideRoutes, deps);
      await api.register(centerRoutes, deps);
      await api.register(costCenterRoutes, deps);
      await api.register(contactRoutes, deps);
      await api.register(agreementRoutes, deps);
      await api.register(mailDeskRoutes, deps);
      await api.register(mailNoticeRoutes, deps);
      await api.register(noticeRoutes, deps);
      await api.register(mailFigureRoutes, deps);
      await api.register(jobRoutes, deps);
      await api.register(auditLogRoutes, deps);
      await api.register(importRoutes, deps);
      await api.register(placeRoutes, deps);
      await api.register(spaceBookingRoutes, deps);
      await api.register(spaceUseRoutes, deps);
      await api.register(bookingCalendarRoutes, deps);
      await api.register(spaceCodeRoutes, deps);
      await api.register(serviceRequestRoutes, deps);
      await api.register(serviceFigureRoutes, deps);
      await api.register(assetRoutes, deps);
      await api.register(scanRoutes, deps);
      await api.register(findRoutes, deps);
      await api.register(assetAuditRoutes, deps);
      await api.register(assetLoanRoutes, deps);
      await api.register(moveRequestRoutes, { ...deps, countConflicts });
      await api.register(moveEffectRoutes, deps);
      await api.register(leaveRoutes, deps);
      await api.register(homeRoutes, deps);
    },
    { prefix: '/external/api/rest/v2' },
  );
  await app.register(
    async (data) => {
      readBodies(data, { lenient: true });
      data.setNotFoundHandler(answerNotFound);
      await data.register(accountRoutes, deps);
      await data.register(offiServRoutes, deps);
    },
    { prefix: '/data' },
  );
  await serveDashboard(app);
  return app;
}
