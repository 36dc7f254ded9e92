import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { answerNotFound } from './errors.ts';
import { projectRoot } from './root.ts';

const folder = join(projectRoot, 'dist/web');

/** Headers every answer carries. Mantine sets styles inline; the barcode reader is WebAssembly. */
export async function secureHeaders(app: FastifyInstance, { https }: { https: boolean }) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https && { maxAge: 31_536_000 },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
  });
}

const api = /^\/(external|data|docs)(\/|$)/;

/** Opens the dashboard's own files to everybody. Call it before the guard that asks each route. */
export function openDashboard(app: FastifyInstance) {
  app.addHook('onRoute', (route) => {
    if (!api.test(route.url)) route.config = { access: 'public', ...route.config };
  });
}

/**
 * The built dashboard. Files under /static bear a hash in their name and may be kept for ever; every other
 * address that is no file is a view of the single page, which knows itself what it does not know.
 */
export async function serveDashboard(app: FastifyInstance) {
  if (!existsSync(join(folder, 'index.html'))) {
    app.setNotFoundHandler(answerNotFound); // in tests and beside the development server
    return;
  }
  await app.register(statics, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.{br,gz}'],
    setHeaders: (reply, path) => {
      const kept = path.startsWith(join(folder, 'static'))
        ? 'public, max-age=31536000, immutable'
        : 'no-cache';
      reply.setHeader('cache-control', kept);
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isView =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !api.test(request.url) &&
      !request.url.startsWith('/static/');
    return isView ? reply.sendFile('index.html') : answerNotFound(request, reply);
  });
}
