import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../bin/fingerprint.js';
import { projectRoot } from '#server/lib/root.ts';

/** Builds once before tests that run the service as people do: as a process. */
export default function setup() {
  const stamp = join(projectRoot, 'dist/fingerprint');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(projectRoot))
    execFileSync(process.execPath, [join(projectRoot, 'bin/build.js')], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
}
