import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { compileMessages } from '../bin/messages.js';

const root = resolve(import.meta.dirname, '..');
export const photographs = resolve(root, '../shared/data/barcodes-zxing');

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

/** As the service sends it with every page: the reader has to start under it. */
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; connect-src 'self'";

export type FixtureSite = {
  url: string;
  /** Files to serve at made-up addresses. */
  files: Map<string, Buffer>;
  close: () => Promise<void>;
};

/** Builds pages in fixtures/ as the dashboard is built. */
export async function buildFixtures(folder: string, pages = ['barcodes', 'camera', 'timeline']) {
  compileMessages();
  await build({
    root: join(root, 'e2e/fixtures'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      target: 'es2022',
      assetsInlineLimit: 0,
      emptyOutDir: true,
      rolldownOptions: {
        input: pages.map((page) => join(root, `e2e/fixtures/${page}.html`)),
      },
    },
  });
}

/** Serves such pages under the dashboard's content policy. `/photographs/…` are the test photographs. */
export async function serveFixtures(folder: string): Promise<FixtureSite> {
  const files = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname));
    const file = path.startsWith('/photographs/')
      ? join(photographs, path.slice('/photographs/'.length))
      : join(folder, path);
    const body = files.get(path) ?? (await readFile(file).catch(() => undefined));
    response.writeHead(body ? 200 : 404, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    response.end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The fixture server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    files,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Both, in a folder that is gone when the site is closed. */
export async function openFixtureSite(pages = ['barcodes', 'camera']): Promise<FixtureSite> {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-fixtures-'));
  await buildFixtures(folder, pages);
  const site = await serveFixtures(folder);
  return {
    ...site,
    async close() {
      await site.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
