import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { projectRoot } from '#server/lib/root.ts';

export type Service = {
  url: string;
  child: ChildProcess;
  /** What it has printed so far, both streams. */
  said(): string;
  /** Resolves with the exit code, null when a signal ended it. */
  exited: Promise<number | null>;
  /** SIGTERM, and waits. */
  stop(): Promise<number | null>;
};

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Runs the built service as a process of its own and waits until it listens. @throws what it said when it ends first */
export async function startService(
  env: Record<string, string>,
  { uid, timeoutMs = 60_000 }: { uid?: number; timeoutMs?: number } = {},
): Promise<Service> {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [join(projectRoot, 'dist/server/start.js')], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH, HOME: '/tmp', HOST: '127.0.0.1', DEMO: 'off', ...env, PORT: port },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  let output = '';
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not up after ${timeoutMs} ms: ${output}`)), timeoutMs);
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Atrium is at')) {
        clearTimeout(late);
        resolve();
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void exited.then((code) => {
      clearTimeout(late);
      reject(new Error(`ended with ${code}: ${output}`));
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    said: () => output,
    exited,
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

export const ADMIN = { email: 'ada@example.com', password: 'a long password' };

/** Registers an organisation with ADMIN; answers the headers to call with. */
export async function registerAt(url: string) {
  const answer = await fetch(`${url}/data/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      company: 'Test',
      firstname: 'Ada',
      lastname: 'Admin',
      country: 'PL',
      timezone: 'Europe/Warsaw',
      ...ADMIN,
    }),
  });
  if (answer.status !== 201) throw new Error(`registration answered ${answer.status}`);
  return headers;
}
export const headers = {
  'content-type': 'application/json',
  'x-auth-username': ADMIN.email,
  'x-auth-password': ADMIN.password,
};
