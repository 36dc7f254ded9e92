import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCluster } from '#server/lib/cluster.ts';
import { headers, registerAt, startService, type Service } from '../service.ts';

const API = '/external/api/rest/v2';
let dataDir = '';
const PATIENCE = { timeout: 20_000, interval: 50 };
const running: Service[] = [];
const start = async (...args: Parameters<typeof startService>) => {
  const service = await startService(...args);
  running.push(service);
  return service;
};

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'atrium-life-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((service) => service.stop()));
  await rm(dataDir, { recursive: true, force: true });
});

const isRefused = (port: number) =>
  new Promise<boolean>((resolve) => {
    const knock = connect(port, '127.0.0.1', () => resolve(false)).once('error', () => resolve(true));
    knock.once('connect', () => knock.destroy());
  });

test('the second start finds what was there', async () => {
  const first = await start({ DATA_DIR: dataDir });
  await registerAt(first.url);
  expect(await first.stop()).toBe(0);
  const second = await start({ DATA_DIR: dataDir });
  expect((await fetch(`${second.url}${API}/users/me`, { headers })).status).toBe(200);
});

test('SIGTERM finishes the request in hand, then ends with 0', async () => {
  const service = await start({ DATA_DIR: dataDir });
  await registerAt(service.url);
  const body = JSON.stringify([{ trackingNumber: 'IN-HAND-1' }]);
  const port = Number(new URL(service.url).port);
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  const ended = once(socket, 'close');
  const head = Object.entries({
    ...headers,
    host: 'x',
    'content-length': String(body.length),
    connection: 'close',
    expect: '100-continue',
  });
  socket.write(
    `POST ${API}/mail/items/checkin HTTP/1.1\r\n${head.map(([k, v]) => `${k}: ${v}`).join('\r\n')}\r\n\r\n`,
  );
  // The request is in hand.
  await vi.waitFor(() => expect(text).toContain('100 Continue'), PATIENCE);
  socket.write(body.slice(0, 5));
  service.child.kill('SIGTERM');
  // Nobody else is let in.
  await vi.waitFor(() => expect(isRefused(port)).resolves.toBe(true), PATIENCE);
  socket.write(body.slice(5));
  await ended;
  expect(text).toMatch(/HTTP\/1\.1 200[^]*IN-HAND-1/);
  expect(await service.exited).toBe(0);
});

test('two processes on one folder share the database, whoever leaves first', async () => {
  const first = await start({ DATA_DIR: dataDir });
  await registerAt(first.url);
  const second = await start({ DATA_DIR: dataDir });
  expect((await fetch(`${second.url}${API}/users/me`, { headers })).status).toBe(200);
  await first.stop();
  expect((await fetch(`${second.url}${API}/users/me`, { headers })).status).toBe(200);
});

test('DATABASE_URL uses a PostgreSQL that was started separately', async () => {
  const cluster = await openCluster(join(dataDir, 'elsewhere'));
  try {
    const { user, host } = cluster.connection;
    const databaseUrl = `postgres://${user}@${encodeURIComponent(host)}/postgres`;
    const service = await start({ DATA_DIR: join(dataDir, 'own'), DATABASE_URL: databaseUrl });
    await registerAt(service.url);
    expect((await fetch(`${service.url}${API}/mail/packageTypes`, { headers })).status).toBe(200);
    expect(await service.stop()).toBe(0);
  } finally {
    await cluster.release();
  }
});

test('a wrong environment is refused with a sentence', async () => {
  await expect(startService({ DATA_DIR: dataDir, PORT: 'door' })).rejects.toThrow(
    /Atrium cannot start: PORT/,
  );
  await expect(startService({ DATA_DIR: dataDir, DATABASE_URL: 'mysql://x' })).rejects.toThrow(
    /postgres:\/\//,
  );
});

test.runIf(process.getuid?.() === 0)('runs as an ordinary user too', async () => {
  const { chown, chmod } = await import('node:fs/promises');
  const nobody = 65_534;
  await chown(dataDir, nobody, nobody);
  await chmod(dataDir, 0o755);
  const service = await start({ DATA_DIR: join(dataDir, 'data') }, { uid: nobody });
  await registerAt(service.url);
  expect(await service.stop()).toBe(0);
});
