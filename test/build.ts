import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isBuilt } from '../bin/fingerprint.js';
import { projectRoot } from '#server/lib/root.ts';

/** Builds once before tests that run the service as people do: as a process. */
export default function setup() {
  if (!isBuilt(projectRoot))
    execFileSync(process.execPath, [join(projectRoot, 'bin/build.js')], {
      cwd: projectRoot,
      stdio: 'inherit',
    });
}
