// Types, borders, style and dead code, as CI runs them.
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const steps = [
  ['node', 'bin/messages.js'],
  ['tsc', '-b'],
  ['oxlint', '--deny-warnings'],
  ['oxfmt', '--check'],
  ['knip'],
];
for (const [command, ...args] of steps) {
  const { status } = spawnSync('npx', [command, ...args], { cwd, stdio: 'inherit' });
  if (status !== 0) {
    console.error(`check: ${command} found something to mend`);
    process.exit(1);
  }
}
