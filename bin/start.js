// Builds what is not built, then runs the service.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './fingerprint.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (!isBuilt(root)) {
  console.log('Building Atrium …');
  // A process of its own, so that the service does not keep the builder's memory.
  execFileSync(process.execPath, [join(root, 'bin/build.js')], { stdio: 'inherit', cwd: root });
}
await import('../dist/server/start.js');
