import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import statics from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { type Language, languages } from '#contract/languages.ts';
import { answerNotFound } from './errors.ts';
import { languageOfPage } from './language.ts';
import { projectRoot } from './root.ts';

const folder = join(projectRoot, 'dist/web');

const pageIn = (language: Language) => (language === 'en' ? 'index.html' : `index.${language}.html`);

/** A page in another language than English tells its modules by an import map, inline, where their words are. */
function importMaps(): string[] {
  const pages = languages
    .map((language) => join(folder, pageIn(language)))
    .filter((path) => existsSync(path));
  return pages.flatMap((path) => {
    const map = /<script type="importmap">(.*?)<\/script>/s.exec(readFileSync(path, 'utf8'))?.[1];
    return map ? `'sha256-${createHash('sha256').update(map).digest('base64')}'` : [];
  });
}

/** Headers every answer carries. Mantine sets styles inline; the barcode reader is WebAssembly. */
export async function secureHeaders(app: FastifyInstance, { https }: { https: boolean }) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'", ...importMaps()],
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
 * The routes behind the sign-in with what they import, told to whoever comes with a session: their browser
 * would otherwise learn of them only when the entry runs. Not as `modulepreload`, after which older browsers
 * heed no import map.
 */
function behindSignIn(): string {
  const statics = join(folder, 'static');
  const routes = readdirSync(statics).find((name) => /^route-tree\.gen-[^.]+\.js$/.test(name));
  if (!routes) return '';
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const code = readFileSync(join(statics, routes), 'utf8');
  const imports = [...code.matchAll(/from\s*["'`]\.\/([^"'`]+)["'`]/g)].map(([, name]) => name!);
  return [routes, ...imports.filter((name) => !page.includes(name) && !name.startsWith('messages-'))]
    .map((name) => `</static/${name}>; rel=preload; as=script; crossorigin`)
    .join(', ');
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
 * address that is no file is a view of the single page, which knows itself what it does not know. Its answer
 * bears no validator: one page's would hold for that of another language.
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
    index: false,
    globIgnore: ['**/*.{br,gz}', 'index*.html'],
    setHeaders: (reply, path) => {
      const kept = path.startsWith(join(folder, 'static'))
        ? 'public, max-age=31536000, immutable'
        : 'no-cache';
      reply.setHeader('cache-control', kept);
    },
  });
  const link = behindSignIn();
  app.setNotFoundHandler((request, reply) => {
    const isView =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !api.test(request.url) &&
      !request.url.startsWith('/static/');
    if (!isView) return answerNotFound(request, reply);
    const language = languageOfPage(request);
    if (link && request.cookies.atrium_session) reply.header('link', link);
    return reply
      .header('content-language', language)
      .header('vary', 'accept-encoding, accept-language, cookie')
      .sendFile(pageIn(language), { etag: false, lastModified: false });
  });
}
