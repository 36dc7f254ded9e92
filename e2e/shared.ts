import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A folder that is filled once a run, by the worker that needs it first, while the others wait.
 * @throws what `fill` throws, and in the others that it failed
 */
export async function sharedFolder(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(process.env.ATRIUM_JOURNEYS!, name);
  const [ready, failed] = [`${folder}.ready`, `${folder}.failed`];
  const first = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (first)
    try {
      await fill(folder);
      await writeFile(ready, '');
    } catch (error) {
      await writeFile(failed, '');
      throw error;
    }
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error(`Another worker could not prepare ${name}.`);
    await sleep(100);
  }
  return folder;
}
