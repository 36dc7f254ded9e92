// Measures the built service against its budgets and prints a table. `npm run bench -- lists web` measures a part.
import { execFileSync, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
execFileSync(process.execPath, ['bin/build.js'], { cwd, stdio: 'inherit' });
const run = ['--import', 'tsx', join(cwd, 'bench/run.ts'), ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, run, { cwd, stdio: 'inherit' }).status ?? 1);
