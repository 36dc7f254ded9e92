// Builds the dashboard into dist/web and the service into dist/server.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { fingerprint } from './fingerprint.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const logLevel = 'warn';
await build({ root, logLevel, configFile: join(root, 'vite.config.ts') });
await build({ root, logLevel, configFile: join(root, 'vite.server.config.ts') });

// Compressed once here instead of at every request.
const web = join(root, 'dist/web');
const names = readdirSync(web, { recursive: true }).map(String);
await Promise.all(
  names
    .filter((name) => /\.(js|css|html|svg|json|wasm|webmanifest)$/.test(name))
    .map(async (name) => {
      const bytes = readFileSync(join(web, name));
      const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
      writeFileSync(join(web, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
      writeFileSync(join(web, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
    }),
);

// Taken last: the route tree is rewritten while building.
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, 'dist/fingerprint'), fingerprint(root));
