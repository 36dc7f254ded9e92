import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '#server/lib/root.ts';

/** The dashboard's words, once before its tests. */
export default function setup() {
  execFileSync(process.execPath, [join(projectRoot, 'bin/messages.js')], { cwd: projectRoot });
}
