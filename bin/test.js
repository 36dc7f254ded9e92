// Everything CI runs: types and borders, the tests of every level, and the journeys in a browser on a built
// server. Closes with one line that counts passes and failures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './fingerprint.js';

const cwd = dirname(dirname(fileURLToPath(import.meta.url)));
const reports = mkdtempSync(join(tmpdir(), 'atrium-reports-'));
let passed = 0;
let failed = 0;

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

/** Counts from a JSON report; a runner that left none or failed outside its tests counts as one failure. */
function tally(file, count, succeeded) {
  let counts = { passed: 0, failed: 0 };
  try {
    counts = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    succeeded = false;
  }
  passed += counts.passed;
  failed += counts.failed || (succeeded ? 0 : 1);
}

if (run('node', ['bin/check.js'])) passed += 1;
else failed += 1;

// The views by themselves: a worker that goes from one project to another loads everything anew.
for (const projects of [['contract', 'server', 'process'], ['web']]) {
  const unit = join(reports, `${projects[0]}.json`);
  const unitOk = run('npx', [
    'vitest',
    'run',
    ...projects.map((project) => `--project=${project}`),
    // Much of the time goes by waiting for the database and for processes that start.
    '--maxWorkers=3',
    // Once more for what a busy machine broke; the report names it.
    '--retry=1',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unit}`,
  ]);
  tally(unit, (report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }), unitOk);
}

const journeys = join(reports, 'journeys.json');
const journeysOk =
  (isBuilt(cwd) || run('node', ['bin/build.js'])) &&
  run('npx', ['playwright', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: journeys });
tally(
  journeys,
  ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  journeysOk,
);

rmSync(reports, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
