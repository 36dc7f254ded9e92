import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const inputs = [
  'contract',
  'messages',
  'project.inlang',
  'public',
  'server',
  'src',
  'index.html',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'vite.server.config.ts',
];
const generated = /paraglide|\.gen\.ts$|\.test\.tsx?$/;

function* files(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) yield [path, stat];
  if (stat?.isDirectory())
    for (const name of readdirSync(path).toSorted())
      if (!generated.test(name)) yield* files(join(path, name));
}

/** Changes when anything that a build reads changes: names, sizes and times of modification. */
export function fingerprint(root) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs)
    for (const [path, { size, mtimeMs }] of files(join(root, input)))
      hash.update(`${path}:${size}:${mtimeMs}\n`);
  return hash.digest('hex');
}

/** Whether dist/ was built from what is here now. */
export function isBuilt(root) {
  const stamp = join(root, 'dist/fingerprint');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);
}
