// Turns the words of messages/ into functions in src/paraglide, for whatever runs without the build.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { stampOf } from './fingerprint.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** How they are compiled, here and in the build. */
export const messages = {
  project: join(root, 'project.inlang'),
  outdir: join(root, 'src/paraglide'),
  strategy: ['globalVariable', 'baseLocale'],
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await compile(messages);
  process.exit(); // the compiler leaves workers behind
}
