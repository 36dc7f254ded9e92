import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A place for what the workers of a run share; see shared.ts. */
export default async function prepare() {
  const folder = await mkdtemp(join(tmpdir(), 'atrium-journeys-'));
  // Started as root, the included database runs as somebody else, who must get through.
  await chmod(folder, 0o755);
  process.env.ATRIUM_JOURNEYS = folder;
  return () => rm(folder, { recursive: true, force: true });
}
