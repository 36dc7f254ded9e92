import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

const PREFIX = '/docs';

/** Swagger UI draws its icons from data: URLs and sets styles on elements; scripts come from here alone. */
const PAGE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Opens the pages of the documentation to everybody. Call it before the guard that asks each route. */
export function openDocumentation(app: FastifyInstance) {
  app.addHook('onRoute', (route) => {
    if (route.url === PREFIX || route.url.startsWith(`${PREFIX}/`))
      route.config = { ...route.config, access: 'public' };
  });
}

/**
 * OpenAPI made from the routes' schemas: the page at /docs, the document at /docs/json. Call it before the
 * routes that it is to describe.
 */
export async function describeRoutes(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Atrium',
        version: '1',
        description:
          'iOffice v2 below /external/api/rest/v2 and OffiServ below /data. Errors are ' +
          '`{"error": {"code", "message", "field"?}}`.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'atrium_session' },
          userName: { type: 'apiKey', in: 'header', name: 'x-auth-username' },
          password: { type: 'apiKey', in: 'header', name: 'x-auth-password' },
        },
      },
      security: [{ session: [] }, { userName: [], password: [] }],
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, {
    routePrefix: PREFIX,
    staticCSP: PAGE_CSP,
    uiConfig: { docExpansion: 'none', deepLinking: true },
  });
}
