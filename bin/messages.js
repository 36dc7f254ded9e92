// Turns the words of messages/ into functions in src/paraglide, for whatever runs without the build.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';

const self = fileURLToPath(import.meta.url);
const root = dirname(dirname(self));

/** How they are compiled, here and in the build. */
export const messages = {
  project: join(root, 'project.inlang'),
  outdir: join(root, 'src/paraglide'),
  strategy: ['globalVariable', 'baseLocale'],
};
const stamp = join(messages.outdir, '.stamp');

/** Changes with anything that is compiled, and with the compiler. */
function digest() {
  const manifest = createRequire(import.meta.url)
    .resolve('@inlang/paraglide-js')
    .replace(/dist\/.*/, '');
  const words = readdirSync(join(root, 'messages'), { recursive: true })
    .map((name) => join(root, 'messages', String(name)))
    .filter((path) => path.endsWith('.json'))
    .toSorted();
  const inputs = [self, join(manifest, 'package.json'), join(messages.project, 'settings.json'), ...words];
  const hash = createHash('sha256');
  for (const path of inputs) hash.update(`${path}\0${readFileSync(path)}\0`);
  return hash.digest('hex');
}
const isCompiled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();

/** Compiles what is not compiled yet: it takes half a minute, and every step of a run asks for it. */
export function compileMessages() {
  if (!isCompiled())
    execFileSync(process.execPath, [self], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** For whoever compiles by other means: what lies there then is not what the next run may rely on. */
export const forgetMessages = () => rmSync(stamp, { force: true });

if (process.argv[1] === self) {
  if (!isCompiled()) {
    const compiled = digest();
    forgetMessages();
    await compile(messages);
    writeFileSync(stamp, compiled);
  }
  process.exit(); // the compiler leaves workers behind
}
