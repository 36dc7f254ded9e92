// Types, borders, style and dead code, as CI runs them.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
/** Ends with whether it found nothing; what it says comes in one piece, as others run beside it. */
const step = (command, ...args) =>
  new Promise((resolve) => {
    const child = spawn('npx', [command, ...args], { cwd });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('close', (status) => {
      process.stdout.write(said);
      if (status !== 0) console.error(`check: ${command} found something to mend`);
      resolve(status === 0);
    });
  });

// The others read the words that the first one makes.
const clean =
  (await step('node', 'bin/messages.js')) &&
  (
    await Promise.all([
      step('tsc', '-b'),
      step('oxlint', '--deny-warnings'),
      step('oxfmt', '--check'),
      step('knip'),
    ])
  ).every(Boolean);
process.exit(clean ? 0 : 1);
