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

/**
 * The built dashboard. Files under /assets bear a hash in their name and may be kept for ever; every other
 * address that is no file is a view of the single page, which knows itself what it does not know.
 */
export async function serveDashboard(app: FastifyInstance) {
  if (!existsSync(join(folder, 'index.html'))) return; // in tests and beside the development server
  await app.register(statics, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    globIgnore: ['**/*.{br,gz}'],
    setHeaders: (reply, path) => {
      reply.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isView =
      (request.method === 'GET' || request.method === 'HEAD') && !request.url.startsWith('/assets/');
    return isView ? reply.sendFile('index.html') : answerNotFound(request, reply);
  });
}
